package org.hearsay.sources;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads streams that may be longer than they say. */
final class Bounded {
  private Bounded() {}

  /** Called before each piece that is read; throws to stop. */
  @FunctionalInterface
  interface Check {
    void check() throws IOException;
  }

  /**
   * All of a stream.
   *
   * @throws FetchException when it is longer than {@code most} bytes
   */
  static byte[] read(InputStream in, int most, Check check) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[16_384];
    for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
      check.check();
      if (out.size() + (long) n > most) {
        throw new FetchException("longer than the limit of " + most + " bytes");
      }
      out.write(piece, 0, n);
    }
    return out.toByteArray();
  }

  /** The bytes, unpacked where they are gzip data. */
  static byte[] unpacked(byte[] bytes, int most) throws IOException {
    if (bytes.length < 2 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
      return bytes;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return read(in, most, () -> {});
    }
  }
}
