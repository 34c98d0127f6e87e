package org.hearsay.local;

/** A broker or registry on this machine did not start; the message says what to do about it. */
public final class LocalException extends RuntimeException {

  LocalException(String message) {
    super(message);
  }

  LocalException(String message, Throwable cause) {
    super(message, cause);
  }
}
