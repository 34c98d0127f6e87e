package org.hearsay.web.pipeline;

import org.jspecify.annotations.Nullable;

/** A page cannot be taken now; the message says why. */
public final class PageInboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong and what it came from. */
  public PageInboxException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
