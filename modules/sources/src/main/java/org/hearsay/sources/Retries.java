package org.hearsay.sources;

import java.time.Duration;

/**
 * When and how often a request is made again that failed for a reason that may pass: HTTP status
 * 408, 429, 500, 502, 503, 504, 522 or 524, no answer in time, a connection that breaks.
 *
 * @param tries how often an address is asked at most; 1 for never again
 * @param first how long to wait before the second try, where the server does not say how long; each
 *     further wait is twice as long
 * @param most how long one address may be waited for, all waits together; a server that asks for
 *     longer is not asked again
 */
public record Retries(int tries, Duration first, Duration most) {
  /** Never again. */
  public static final Retries NONE = new Retries(1, Duration.ZERO, Duration.ZERO);

  /** Four tries after 1, 2 and 4 seconds, or when the server says, but within two minutes. */
  public static final Retries DEFAULT =
      new Retries(4, Duration.ofSeconds(1), Duration.ofMinutes(2));

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException when one is out of its range
   */
  public Retries {
    if (tries < 1) {
      throw new IllegalArgumentException("an address is tried 1 time or more");
    }
    if (first.isNegative() || most.isNegative()) {
      throw new IllegalArgumentException("waits are 0 or longer");
    }
  }

  /** How long to wait after so many tries, where the server does not say how long. */
  Duration after(int tried) {
    return first.multipliedBy(1L << Math.min(tried - 1, 20));
  }
}
