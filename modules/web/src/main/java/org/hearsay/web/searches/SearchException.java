package org.hearsay.web.searches;

import org.jspecify.annotations.Nullable;

/** A file of searches cannot be used; the message names it and says what to do. */
public final class SearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SearchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
