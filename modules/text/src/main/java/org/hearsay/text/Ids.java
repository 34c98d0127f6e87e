package org.hearsay.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids derived from content and address, never random and never from arrival order, so that a replay
 * writes the same records.
 */
public final class Ids {
  private static final int BYTES = 12;

  private Ids() {}

  /**
   * The id of the given parts, in order.
   *
   * @return 24 lower-case hexadecimal digits: the first 96 bits of SHA-256 over the parts, each
   *     preceded by its length, so that moving a boundary changes the id
   */
  public static String of(String... parts) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }
}
