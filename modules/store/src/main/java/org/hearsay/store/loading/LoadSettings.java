package org.hearsay.store.loading;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How topics are read.
 *
 * @param client what a Kafka client takes
 * @param registry what the Avro serde takes
 * @param days how many days' records are kept; empty for all that the topics have
 * @param batch how many records are written at once, at most
 * @param delay how long a record waits for others to be written with, at most
 */
public record LoadSettings(
    Map<String, Object> client,
    Map<String, Object> registry,
    Optional<Duration> days,
    int batch,
    Duration delay) {
  /** Few enough for a heap of a gigabyte, many enough that writing costs little. */
  private static final int BATCH = 20_000;

  private static final Duration DELAY = Duration.ofMillis(500);

  /** The usual ones. */
  public static LoadSettings of(
      Map<String, Object> client, Map<String, Object> registry, Optional<Duration> days) {
    return new LoadSettings(client, registry, days, BATCH, DELAY);
  }
}
