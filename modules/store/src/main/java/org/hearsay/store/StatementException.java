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

  /** What stands before a statement whose answer is kept. */
  static final String KEEPING = "CREATE OR REPLACE TEMP TABLE " + QuerySession.ANSWER + " AS ";

  private final int line;
  private final int column;

  /**
   * With what is wrong in a statement as it was written: DuckDB shows it with numbers for its
   * parameters, and a long line in part.
   *
   * @param message as DuckDB says it
   * @param sql the statement with names for its parameters
   */
  static StatementException of(String message, String sql, @Nullable Throwable cause) {
    Matcher shown = SHOWN.matcher(message);
    if (!shown.find()) {
      return new StatementException(message, cause);
    }
    String numbered = NamedParameters.of(sql).sql();
    int start = 0;
    for (int line = Integer.parseInt(shown.group(2)); line > 1; line--) {
      start = numbered.indexOf('\n', start) + 1;
    }
    int end = numbered.indexOf('\n', start);
    String whole = numbered.substring(start, end < 0 ? numbered.length() : end);
    String part = shown.group(3);
    int column = shown.group(4).length() - shown.group(1).length();
    if (part.startsWith(KEEPING)) {
      part = part.substring(KEEPING.length());
      column -= KEEPING.length();
    } else if (part.startsWith(CUT)) {
      part = part.substring(CUT.length());
      column -= CUT.length();
    }
    if (part.endsWith(CUT) && !whole.endsWith(part)) {
      part = part.substring(0, part.length() - CUT.length());
    }
    int at = whole.indexOf(part);
    if (at < 0 || column < 0 || column > part.codePointCount(0, part.length())) {
      return new StatementException(message, cause);
    }
    int place = NamedParameters.written(sql, start + at + part.offsetByCodePoints(0, column));
    return new StatementException(message.substring(0, shown.start()) + shown(sql, place), cause);
  }

  /**
   * A place in a statement as DuckDB shows it: the line, and a mark below.
   *
   * @param at in UTF-16 code units
   */
  static String shown(String sql, int at) {
    String before = sql.substring(0, at);
    int start = before.lastIndexOf('\n') + 1;
    int end = sql.indexOf('\n', at);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    String told = "LINE " + line + ": ";
    return "\n\n"
        + told
        + sql.substring(start, end < 0 ? sql.length() : end)
        + "\n"
        + " ".repeat(told.length() + sql.codePointCount(start, at))
        + "^";
  }

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

  /** What is wrong, without the line that shows it. */
  public String problem() {
    Matcher shown = SHOWN.matcher(String.valueOf(getMessage()));
    String message = String.valueOf(getMessage());
    return (shown.find() ? message.substring(0, shown.start()) : message).strip();
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
