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
}
