package org.hearsay.sources;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One try that failed for a reason that may pass. */
final class PassingException extends IOException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final @Nullable Duration asked;

  /**
   * With what the server said.
   *
   * @param status the HTTP status; 0 where nothing was answered
   * @param asked how long the server asks to wait, or null where it does not say
   */
  PassingException(String message, int status, @Nullable Duration asked) {
    super(message);
    this.status = status;
    this.asked = asked;
  }

  @Nullable Duration asked() {
    return asked;
  }

  /** What is told when it is not tried again. */
  FetchException afterTries(int tries) {
    String wait = asked == null ? "" : ", which asks to wait " + asked.toSeconds() + " s";
    String times = tries == 1 ? "" : ", after " + tries + " tries";
    return new FetchException(getMessage() + wait + times, status);
  }
}
