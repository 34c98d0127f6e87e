package org.hearsay.sources;

import java.time.Duration;

/**
 * What is owed to the hosts that pages are fetched from.
 *
 * @param userAgent what the fetcher calls itself; its first word, up to a slash, is looked up in
 *     robots.txt
 * @param delay the least time between two requests to one host; a robots.txt may ask for more
 * @param robots whether robots.txt is obeyed
 */
public record Politeness(String userAgent, Duration delay, boolean robots) {
  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException when one is out of its range
   */
  public Politeness {
    if (userAgent.isBlank()) {
      throw new IllegalArgumentException("the user agent must not be blank");
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("the delay is 0 or longer");
    }
  }
}
