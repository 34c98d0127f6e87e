package org.hearsay.registry;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.hearsay.registry.RegistryException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a registry that is away is asked again. Any other answer of it is taken at once.
 *
 * @param most how long
 */
record Patience(Duration most) {
  /** It is asked once. */
  static final Patience NONE = new Patience(Duration.ZERO);

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** What the registry is asked. */
  @FunctionalInterface
  interface Question<T> {
    /** Asks once. */
    T ask() throws RegistryFailure;
  }

  /**
   * Asks until there is an answer.
   *
   * @throws RegistryFailure when it refuses, or is still away
   */
  <T> T ask(Question<T> question) throws RegistryFailure {
    long end = System.nanoTime() + most.toNanos();
    long pause = FIRST.toNanos();
    boolean told = false;
    while (true) {
      RegistryFailure failure;
      try {
        return question.ask();
      } catch (RegistryFailure e) {
        failure = e;
      }
      long left = end - System.nanoTime();
      if (failure.reason() != Reason.UNREACHABLE || left <= 0) {
        throw failure;
      }
      if (!told) {
        told = true;
        LOG.warn(
            "the schema registry is asked again for {} s: {}",
            most.toSeconds(),
            failure.getMessage());
      }
      try {
        TimeUnit.NANOSECONDS.sleep(Math.min(pause, left));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failure;
      }
      pause = Math.min(2 * pause, LONGEST.toNanos());
    }
  }
}
