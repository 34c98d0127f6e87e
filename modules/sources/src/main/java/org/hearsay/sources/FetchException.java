package org.hearsay.sources;

import java.io.IOException;

/** A page that cannot or must not be fetched. The message says why. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1;

  FetchException(String message) {
    super(message);
  }
}
