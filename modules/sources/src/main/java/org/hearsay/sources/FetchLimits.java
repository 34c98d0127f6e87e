package org.hearsay.sources;

/**
 * How much is taken.
 *
 * @param bytes the longest page, feed or sitemap, in bytes, after decompression
 * @param redirects how many redirects are followed
 * @param pages the most pages that one feed or sitemap may name
 */
public record FetchLimits(int bytes, int redirects, int pages) {
  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when one is out of its range
   */
  public FetchLimits {
    if (bytes < 1 || redirects < 0 || pages < 1) {
      throw new IllegalArgumentException("limits are 1 or more, redirects 0 or more");
    }
  }
}
