package org.hearsay.store.loading;

import java.time.Duration;

/**
 * How far a loader is.
 *
 * @param records how many records it has written since it began
 * @param claims how many of them are claims
 * @param waiting how many records the topics had beyond that, when last asked
 * @param taken how long it has been at it
 */
public record LoadProgress(long records, long claims, long waiting, Duration taken) {
  /** Records a second, so far. */
  public double recordsPerSecond() {
    return records / Math.max(1e-3, taken.toNanos() / 1e9);
  }

  /** How long what is waiting takes at that pace, in whole seconds. */
  public Duration left() {
    double pace = Math.max(1, recordsPerSecond());
    return Duration.ofSeconds((long) Math.ceil(waiting / pace));
  }
}
