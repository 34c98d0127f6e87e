package org.hearsay.cli.up;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Sends pages to where they are read. Safe for use by several threads. */
@FunctionalInterface
interface PageSending {
  /** Sends one; done once it will not be lost any more. */
  Future<?> send(String url, @Nullable String contentType, byte[] page);
}
