package org.hearsay.store;

import java.sql.SQLException;

/** What DuckDB says of an error, as people can use it. */
final class Errors {
  /** What DuckDB's driver says of a statement that failed, before it says why. */
  private static final String HIDING =
      "Invalid Input Error: Attempting to execute an unsuccessful or closed pending query result\n"
          + "Error: ";

  private static final String OUT_OF_MEMORY = "Out of Memory Error";

  private Errors() {}

  /** Whether it was for want of memory. */
  static boolean isOutOfMemory(SQLException e) {
    return String.valueOf(e.getMessage()).contains(OUT_OF_MEMORY);
  }

  /** What was tried, and why it failed. */
  static StoreException of(String tried, SQLException e) {
    return new StoreException(tried + ": " + first(String.valueOf(e.getMessage())), e);
  }

  /** The message without advice about DuckDB's own web pages, and what comes before its own. */
  static String first(String whole) {
    String message = whole.startsWith(HIDING) ? whole.substring(HIDING.length()) : whole;
    int advice = message.indexOf(" See also https://");
    return (advice < 0 ? message : message.substring(0, advice)).strip();
  }
}
