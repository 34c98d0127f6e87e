package org.hearsay.sources;

import org.jspecify.annotations.Nullable;

/** One page as fetched: not copied, so nobody may change the bytes. */
public final class FetchedPage {
  private final String name;
  private final @Nullable String url;
  private final @Nullable String contentType;
  private final byte[] bytes;
  private final Validators validators;

  /**
   * A page.
   *
   * @param name what names it among the inputs: its address, its file, or its record in a WARC file
   * @param url the address that it was fetched from, after redirects, where it has one
   * @param contentType the value of its Content-Type header, where it came with one
   * @param bytes the page
   */
  public FetchedPage(
      String name, @Nullable String url, @Nullable String contentType, byte[] bytes) {
    this(name, url, contentType, bytes, Validators.NONE);
  }

  /** The same, with what the server can be asked by whether it has changed. */
  FetchedPage(
      String name,
      @Nullable String url,
      @Nullable String contentType,
      byte[] bytes,
      Validators validators) {
    this.name = name;
    this.url = url;
    this.contentType = contentType;
    this.bytes = bytes;
    this.validators = validators;
  }

  /** What names it among the inputs. */
  public String name() {
    return name;
  }

  /** The address that it was fetched from, where it has one. */
  public @Nullable String url() {
    return url;
  }

  /** The value of its Content-Type header, where it came with one. */
  public @Nullable String contentType() {
    return contentType;
  }

  /** The page. */
  public byte[] bytes() {
    return bytes;
  }

  /** By what the server tells whether it has changed since. */
  Validators validators() {
    return validators;
  }
}
