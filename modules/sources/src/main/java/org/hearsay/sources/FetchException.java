package org.hearsay.sources;

import java.io.IOException;

/** A page that cannot or must not be fetched. The message says why. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1;

  private final int status;

  FetchException(String message) {
    this(message, 0);
  }

  /**
   * With the HTTP status that was answered.
   *
   * @param status 0 where nothing was answered
   */
  FetchException(String message, int status) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
