package org.hearsay.cli.pages;

import org.jspecify.annotations.Nullable;

/**
 * A file that holds a page.
 *
 * @param name its path; {@code -} is standard input
 * @param url the address that it was fetched from, where a {@link PageList} says it
 * @param contentType as the HTTP response named it, likewise
 */
public record PageFile(String name, @Nullable String url, @Nullable String contentType) {
  /** A file that no list names. */
  static PageFile of(String name) {
    return new PageFile(name, null, null);
  }
}
