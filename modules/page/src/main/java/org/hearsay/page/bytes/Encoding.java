package org.hearsay.page.bytes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page's bytes to characters, the way browsers do it: by the mark at its start, else by what the
 * server says, else by what the page declares, else as UTF-8, else by a guess.
 */
public final class Encoding {
  /** How far into the page a declaration is looked for, in bytes. */
  private static final int HEAD = 8192;

  /** So many characters of more than one byte outweigh one that is broken. */
  private static final int WELL_FORMED = 20;

  private Encoding() {}

  /**
   * The characters of a page.
   *
   * @param contentType the value of its Content-Type header, where known
   */
  public static String decode(byte[] bytes, @Nullable String contentType) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    Charset charset = contentType == null ? null : DeclaredEncoding.ofContentType(contentType);
    if (charset == null) {
      charset =
          DeclaredEncoding.of(
              new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1));
    }
    if (charset == null) {
      charset = GuessedEncoding.halves(bytes);
    }
    if (charset != null) {
      return new String(bytes, charset);
    }
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    return isWellFormed(utf8) ? utf8 : new String(bytes, GuessedEncoding.of(bytes));
  }

  /** Whether text read as UTF-8 is: a page that was cut or glued together has a broken place. */
  private static boolean isWellFormed(String text) {
    int good = 0;
    int broken = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      broken += c == '\uFFFD' ? 1 : 0;
      good += c >= 0x80 && c != '\uFFFD' ? 1 : 0;
    }
    return broken * WELL_FORMED <= good;
  }

  /** Whether the bytes carry a mark that makes NUL bytes plain characters' halves. */
  public static boolean wide(byte[] bytes, @Nullable String contentType) {
    return starts(bytes, 0xFE, 0xFF)
        || starts(bytes, 0xFF, 0xFE)
        || (contentType != null && contentType.toLowerCase(Locale.ROOT).contains("utf-16"))
        || GuessedEncoding.halves(bytes) != null;
  }

  /** Whether the bytes start with the mark, its bytes given as 0..255. */
  public static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
