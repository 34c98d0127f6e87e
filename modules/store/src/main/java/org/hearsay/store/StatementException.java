package org.hearsay.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement is wrong; the message says what is, and shows it in its line where that is known. */
public final class StatementException extends StoreException {
  private static final long serialVersionUID = 1L;

  /** As DuckDB shows it: the line, and a mark below. */
  private static final Pattern SHOWN =
      Pattern.compile("(?:^|\\n)(LINE (\\d+): )([^\\n]*)\\n( *)\\^");

  /** A long line is shown from its middle on. */
  private static final String CUT = "...";

  private final int line;
  private final int column;

  /** With what is wrong, as DuckDB says it. */
  public StatementException(String message, @Nullable Throwable cause) {
    super(message, cause);
    Matcher shown = SHOWN.matcher(message);
    boolean known = shown.find();
    this.line = known ? Integer.parseInt(shown.group(2)) : 0;
    this.column =
        known && !shown.group(3).startsWith(CUT)
            ? shown.group(4).length() - shown.group(1).length() + 1
            : 0;
  }

  /** The line of the statement, from 1; 0 where it is not known. */
  public int line() {
    return line;
  }

  /** The column in that line, in characters from 1; 0 where it is not known. */
  public int column() {
    return column;
  }
}
