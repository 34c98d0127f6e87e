package org.hearsay.topology.profile;

import java.time.Duration;

/**
 * How the profile stage counts: in windows that overlap.
 *
 * @param size how much time a window covers
 * @param advance how long after one window the next begins; no longer than a window
 * @param grace how long after a window's end an article of its time may still come; then the
 *     window's final row is written
 * @param live whether a row is also written whenever a window changes
 */
public record ProfileWindows(Duration size, Duration advance, Duration grace, boolean live) {

  /** A day, every six hours, with a day's grace, final rows only. */
  public static final ProfileWindows DEFAULT =
      new ProfileWindows(Duration.ofDays(1), Duration.ofHours(6), Duration.ofDays(1), false);

  /** An article is counted in each window that covers it, and so often is its profile written. */
  private static final int MOST_OVERLAPPING = 100;

  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException when they make no windows, with what is wrong
   */
  public ProfileWindows {
    if (size.toMillis() <= 0 || advance.toMillis() <= 0 || grace.isNegative()) {
      throw new IllegalArgumentException(
          "a window, its advance and its grace are durations such as P1D, PT6H or PT30M");
    }
    if (advance.compareTo(size) > 0) {
      throw new IllegalArgumentException(
          "windows of " + size + " every " + advance + " leave time out: advance by less");
    }
    if (size.toMillis() > MOST_OVERLAPPING * advance.toMillis()) {
      throw new IllegalArgumentException(
          "windows of "
              + size
              + " every "
              + advance
              + " overlap more than "
              + MOST_OVERLAPPING
              + " times: advance by more");
    }
  }
}
