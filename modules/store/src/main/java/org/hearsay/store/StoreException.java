package org.hearsay.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The store, or what it is asked, is not as it should be; the message says what to do. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What DuckDB's driver says of a statement that failed, before it says why. */
  private static final String HIDING =
      "Invalid Input Error: Attempting to execute an unsuccessful or closed pending query result\n"
          + "Error: ";

  private static final String OUT_OF_MEMORY = "Out of Memory Error";

  private final Why why;
  private final String what;

  /** What is wrong, for those who say it in words of their own: the message names options. */
  public enum Why {
    /** The message alone says it. */
    OTHER,
    /** A parameter of a statement, of that name, has no value. */
    NO_VALUE,
    /** Files are not read here: the function of that name does. */
    READS_FILES,
    /** There is no table of that name among Hearsay's. */
    NO_TABLE,
    /** What ran was ended before it was done. */
    ENDED
  }

  /** With what is wrong. */
  public StoreException(String message) {
    this(message, null);
  }

  /** With what is wrong and what it came from. */
  public StoreException(String message, @Nullable Throwable cause) {
    this(Why.OTHER, "", message, cause);
  }

  /** With what is wrong of what. */
  StoreException(Why why, String what, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.why = why;
    this.what = what;
  }

  /** What is wrong. */
  public Why why() {
    return why;
  }

  /** Of what, by its name; empty where it is of nothing that has one. */
  public String what() {
    return what;
  }

  /** With what was tried, and why DuckDB says that it failed. */
  static StoreException failed(String tried, SQLException e) {
    return new StoreException(tried + ": " + reason(e), e);
  }

  /** What DuckDB says, without what its driver says before, and advice about its own web pages. */
  static String reason(SQLException e) {
    String whole = String.valueOf(e.getMessage());
    String message = whole.startsWith(HIDING) ? whole.substring(HIDING.length()) : whole;
    int advice = message.indexOf(" See also https://");
    return (advice < 0 ? message : message.substring(0, advice)).strip();
  }

  /** Whether it was for want of memory. */
  public boolean isOutOfMemory() {
    return getCause() instanceof SQLException e
        && String.valueOf(e.getMessage()).contains(OUT_OF_MEMORY);
  }
}
