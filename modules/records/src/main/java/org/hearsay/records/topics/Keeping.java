package org.hearsay.records.topics;

import java.time.Duration;

/**
 * What of a topic is kept.
 *
 * @param retention how long records are kept, where the topic is not compacted
 * @param compacted whether the last record of each key is kept for good, and only that
 */
public record Keeping(Duration retention, boolean compacted) {
  /** Every record, for so many days. */
  static Keeping days(int days) {
    return new Keeping(Duration.ofDays(days), false);
  }

  /** The last record of each key, for good. */
  static Keeping last() {
    return new Keeping(Duration.ofDays(30), true);
  }
}
