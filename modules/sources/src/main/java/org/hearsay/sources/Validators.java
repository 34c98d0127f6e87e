package org.hearsay.sources;

import org.jspecify.annotations.Nullable;

/**
 * By what a server tells whether something has changed since it was fetched (RFC 9110, 8.8): sent
 * back to it, they spare the second fetch.
 *
 * @param etag the value of its ETag header, or null
 * @param lastModified the value of its Last-Modified header, or null
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  /** Of something that was not fetched before. */
  public static final Validators NONE = new Validators(null, null);

  boolean isNone() {
    return etag == null && lastModified == null;
  }
}
