package org.hearsay.sources;

import java.io.IOException;
import java.time.Duration;

/** Takes pages as they come. */
public interface PageSink {

  /**
   * A page.
   *
   * @throws IOException when it cannot be taken; nothing more is read
   */
  void page(FetchedPage page) throws IOException;

  /**
   * An input or a part of one that gave no page; the others are still read.
   *
   * @param name as of {@link FetchedPage#name}
   * @param reason what went wrong and, where that can be said, what to do
   */
  void failed(String name, String reason);

  /**
   * An address is waited for before it is asked again.
   *
   * @param name what names the page, or the robots.txt of its site
   * @param reason what went wrong
   * @param wait how long it is waited for
   */
  default void waits(String name, String reason, Duration wait) {}

  /** Whether a page of this name need not be read again. */
  default boolean has(String name) {
    return false;
  }
}
