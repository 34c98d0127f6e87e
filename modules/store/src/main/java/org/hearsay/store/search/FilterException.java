package org.hearsay.store.search;

/** What was asked for is no value of a filter; the message says what is. */
public final class FilterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String filter;

  /** For the filter, with what is wrong. */
  public FilterException(String filter, String message) {
    super(message);
    this.filter = filter;
  }

  /** Which one. */
  public String filter() {
    return filter;
  }
}
