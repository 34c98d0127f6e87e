package org.hearsay.store;

import java.sql.SQLException;

/** What DuckDB says of an error, as people can use it. */
final class Errors {
  private Errors() {}

  /** What was tried, and why it failed. */
  static StoreException of(String tried, SQLException e) {
    return new StoreException(tried + ": " + first(String.valueOf(e.getMessage())), e);
  }

  /** The message without advice about DuckDB's own web pages. */
  static String first(String message) {
    int advice = message.indexOf(" See also https://");
    return (advice < 0 ? message : message.substring(0, advice)).strip();
  }
}
