package org.hearsay.training;

/** What the user can put right: its message says what is wrong and where. */
final class TrainingException extends RuntimeException {
  TrainingException(String message) {
    super(message);
  }

  TrainingException(String message, Throwable cause) {
    super(message, cause);
  }
}
