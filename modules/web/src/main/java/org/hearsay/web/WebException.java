package org.hearsay.web;

/** The server cannot be as it should; the message says what to do. */
public final class WebException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong and what it came from. */
  public WebException(String message, Throwable cause) {
    super(message, cause);
  }
}
