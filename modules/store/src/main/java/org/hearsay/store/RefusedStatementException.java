package org.hearsay.store;

/**
 * A statement reaches for what is not there for it. The message says what to do on the command
 * line; {@link #why} is for those who are asked elsewhere, and say it in their own words.
 */
public final class RefusedStatementException extends StoreException {
  private static final long serialVersionUID = 1L;

  /** What is not there. */
  public enum Why {
    /** A value of the parameter of that name. */
    NO_VALUE,
    /** Files: the function of that name reads them. */
    READS_FILES,
    /** A table of that name among Hearsay's. */
    NO_TABLE
  }

  private final Why why;
  private final String what;

  /**
   * With what is not there.
   *
   * @param what the parameter, function or table, by its name
   */
  RefusedStatementException(Why why, String what, String message) {
    super(message);
    this.why = why;
    this.what = what;
  }

  /** What is not there. */
  public Why why() {
    return why;
  }

  /** The name of the parameter, function or table. */
  public String what() {
    return what;
  }
}
