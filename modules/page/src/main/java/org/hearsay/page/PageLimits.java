package org.hearsay.page;

/**
 * What one page may cost.
 *
 * @param maxBytes the longest page read, in bytes; a longer one is refused
 * @param maxElements how many elements of a page's tree are looked at; the rest is left out and the
 *     article marked partial
 * @param maxDepth how many elements may lie in one another; deeper ones are moved up
 */
public record PageLimits(int maxBytes, int maxElements, int maxDepth) {

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when one is below 1
   */
  public PageLimits {
    if (maxBytes < 1 || maxElements < 1 || maxDepth < 1) {
      throw new IllegalArgumentException("limits are 1 or more");
    }
  }

  /** 5 MiB, 200 000 elements, 256 levels. */
  public static PageLimits defaults() {
    return new PageLimits(5 * 1024 * 1024, 200_000, 256);
  }
}
