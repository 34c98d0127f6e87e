package org.hearsay.topology.stores;

import org.jspecify.annotations.Nullable;

/**
 * What a stage has kept is in a form that this program does not read. It is no fault of the record
 * at hand: the stage has to stop, and says what is to be done.
 */
public final class UnknownFormException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message for whoever runs the pipeline. */
  UnknownFormException(String message) {
    super(message);
  }

  /** Whether a failure is one of these, or was caused by one. */
  public static boolean isCauseOf(Throwable failure) {
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof UnknownFormException) {
        return true;
      }
    }
    return false;
  }
}
