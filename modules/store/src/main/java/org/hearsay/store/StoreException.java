package org.hearsay.store;

import org.jspecify.annotations.Nullable;

/** The store, or what it is asked, is not as it should be; the message says what to do. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public StoreException(String message) {
    super(message);
  }

  /** With what is wrong and what it came from. */
  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
