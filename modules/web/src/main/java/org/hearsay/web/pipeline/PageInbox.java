package org.hearsay.web.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes pages that are to be read. Safe for use by several threads. */
@FunctionalInterface
public interface PageInbox {
  /**
   * Takes a page, and returns once it will not be lost any more.
   *
   * @param url the address that it was fetched from
   * @param contentType the value of its Content-Type header, where known
   * @param page the page; not changed any more
   * @return the time of its record: what comes of it has the same, or a later one
   * @throws PageInboxException when it cannot be taken now, with what is wrong
   */
  Instant put(String url, @Nullable String contentType, byte[] page) throws InterruptedException;
}
