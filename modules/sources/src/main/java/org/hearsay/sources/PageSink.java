package org.hearsay.sources;

import java.io.IOException;

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

  /** Whether a page of this name need not be read again. */
  default boolean has(String name) {
    return false;
  }
}
