package org.hearsay.sources;

import java.time.Duration;

/**
 * How pages are fetched.
 *
 * @param politeness what is owed to the hosts
 * @param timeout for a connection, and for each wait for data
 * @param deadline for a whole response
 * @param limits how much is taken
 * @param retries when a request that failed is made again
 * @param privateAddresses whether addresses inside one's own network may be fetched from
 */
public record SourceSettings(
    Politeness politeness,
    Duration timeout,
    Duration deadline,
    FetchLimits limits,
    Retries retries,
    boolean privateAddresses) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException when one is out of its range
   */
  public SourceSettings {
    if (timeout.isNegative() || timeout.isZero() || deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("timeout and deadline are longer than 0");
    }
  }

  /**
   * 10 s a wait, 60 s a response, 20 MB, 5 redirects, 1 s between requests, robots.txt obeyed, four
   * tries within two minutes.
   */
  public static SourceSettings defaults() {
    return new SourceSettings(
        new Politeness("Hearsay/0.1", Duration.ofSeconds(1), true),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        new FetchLimits(20_000_000, 5, 50_000),
        Retries.DEFAULT,
        false);
  }
}
