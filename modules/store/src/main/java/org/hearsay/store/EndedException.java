package org.hearsay.store;

import org.jspecify.annotations.Nullable;

/** What ran was ended before it was done; the message says why. */
public final class EndedException extends StoreException {
  private static final long serialVersionUID = 1L;

  /** With why it was ended. */
  EndedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
