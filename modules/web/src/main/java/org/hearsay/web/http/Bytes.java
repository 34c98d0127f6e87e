package org.hearsay.web.http;

import java.nio.charset.StandardCharsets;

/** Bytes that are sent or were received; nobody changes them. */
public final class Bytes {
  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Those bytes, which the caller does not change any more. */
  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes);
  }

  /** A text in UTF-8. */
  public static Bytes of(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes themselves, not to be changed. */
  public byte[] array() {
    return bytes;
  }

  /** How many. */
  public int length() {
    return bytes.length;
  }
}
