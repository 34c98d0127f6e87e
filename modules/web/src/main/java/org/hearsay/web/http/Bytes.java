package org.hearsay.web.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

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

  /** The same by gzip (RFC 1952), at a level that costs little time. */
  public Bytes zipped() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new Quick(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Bytes(out.toByteArray());
  }

  /** What {@link #zipped} was made of. */
  public Bytes unzipped() {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new Bytes(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Quick extends GZIPOutputStream {
    private static final int LEVEL = 4;

    Quick(OutputStream out) throws IOException {
      super(out);
      def.setLevel(LEVEL);
    }
  }
}
