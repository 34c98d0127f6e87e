package org.hearsay.sources;

import java.time.Duration;

/**
 * How pages are fetched.
 *
 * @param userAgent what the fetcher calls itself; its first word, up to a slash, is looked up in
 *     robots.txt
 * @param timeout for a connection, and for each wait for data
 * @param deadline for a whole response
 * @param maxBytes the longest page, feed or sitemap, in bytes, after decompression
 * @param maxRedirects how many redirects are followed
 * @param delay the least time between two requests to one host; a robots.txt may ask for more
 * @param robots whether robots.txt is obeyed
 * @param privateAddresses whether addresses inside one's own network may be fetched from
 * @param maxPages the most pages that one feed or sitemap may name
 */
public record SourceSettings(
    String userAgent,
    Duration timeout,
    Duration deadline,
    int maxBytes,
    int maxRedirects,
    Duration delay,
    boolean robots,
    boolean privateAddresses,
    int maxPages) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException when one is out of its range
   */
  public SourceSettings {
    if (userAgent.isBlank()) {
      throw new IllegalArgumentException("the user agent must not be blank");
    }
    if (maxBytes < 1 || maxRedirects < 0 || maxPages < 1) {
      throw new IllegalArgumentException("limits are 1 or more, redirects 0 or more");
    }
    if (timeout.isNegative() || timeout.isZero() || deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("timeout and deadline are longer than 0");
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("the delay is 0 or longer");
    }
  }

  /** 10 s a wait, 60 s a response, 20 MB, 5 redirects, 1 s between requests, robots.txt obeyed. */
  public static SourceSettings defaults() {
    return new SourceSettings(
        "Hearsay/0.1",
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        20_000_000,
        5,
        Duration.ofSeconds(1),
        true,
        false,
        50_000);
  }
}
