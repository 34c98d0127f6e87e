package org.hearsay.cli.output;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What several commands say in the same words. */
public final class Phrases {
  /** In place of the name of an outlet that nobody knows. */
  public static final String UNKNOWN_OUTLET = "(unknown outlet)";

  private static final String NO_TITLE = "(no title)";

  private Phrases() {}

  /** An outlet's name, or {@link #UNKNOWN_OUTLET}. */
  public static String outlet(@Nullable String name) {
    return name == null ? UNKNOWN_OUTLET : name;
  }

  /** An article's headline, or that it has none. */
  public static String title(@Nullable String title) {
    return title == null ? NO_TITLE : title;
  }

  /** A number of rows, grouped by thousands. */
  public static String rows(long count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "row" : "rows");
  }

  /**
   * A number of things.
   *
   * @param one what to call a single one
   * @param many what to call none or several
   */
  public static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
