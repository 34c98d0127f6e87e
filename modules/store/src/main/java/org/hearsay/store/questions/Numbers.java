package org.hearsay.store.questions;

import java.util.regex.Pattern;

/** Which numbers a parameter of a question takes: what its statement makes of it says so. */
public enum Numbers {
  /** It is no number. */
  NONE("a value"),
  /** {@code $name::integer}: how many. */
  WHOLE("a whole number from 0"),
  /** {@code $name::double}: which part. */
  SHARE("a share, from 0 to 1");

  /** Few enough digits for an INTEGER. */
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

  private static final Pattern DECIMAL = Pattern.compile("[0-9]*\\.?[0-9]+");

  private final String told;

  Numbers(String told) {
    this.told = told;
  }

  /** What is to be given, in words. */
  public String told() {
    return told;
  }

  /** How a statement uses a parameter. */
  static Numbers of(String sql, String name) {
    if (sql.contains("$" + name + "::integer")) {
      return WHOLE;
    }
    return sql.contains("$" + name + "::double") ? SHARE : NONE;
  }

  /** Whether a value is one of these. */
  public boolean take(String value) {
    return switch (this) {
      case NONE -> true;
      case WHOLE -> WHOLE_NUMBER.matcher(value).matches();
      case SHARE -> DECIMAL.matcher(value).matches() && Double.parseDouble(value) <= 1;
    };
  }
}
