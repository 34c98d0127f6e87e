package org.hearsay.topology;

/**
 * A record that the stage cannot process; it goes to the dead letters, whole, with this message.
 * The records after it flow on.
 */
public final class RejectedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason, a sentence for whoever runs the pipeline. */
  public RejectedRecordException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** With the reason, a sentence for whoever runs the pipeline. */
  public RejectedRecordException(String reason) {
    super(reason);
  }
}
