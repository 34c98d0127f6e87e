package org.hearsay.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page's bytes to characters, the way browsers do it. */
final class Encoding {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);

  /** How far into the page a declaration is looked for, in bytes. */
  private static final int HEAD = 8192;

  /** How much of the page is looked at for a guess, in bytes. */
  private static final int SAMPLE = 65_536;

  /**
   * Bytes that stand for common letters of Central European languages in windows-1250:
   * čćđšžłąśěřůő.
   */
  private static final String CENTRAL =
      "\u00E8\u00E6\u00F0\u009A\u009E\u008A\u008E\u00C8\u00B3\u00B9\u009C\u009F\u00BF\u00EC\u00F8\u00F9\u00F5";

  /**
   * Bytes that stand for common letters of Western European languages in windows-1252: éäöüßàêçñ.
   */
  private static final String WESTERN =
      "\u00E9\u00E4\u00F6\u00FC\u00DF\u00E0\u00EA\u00E7\u00F1\u00ED\u00F3\u00C4\u00D6\u00DC\u00E5";

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Encoding() {}

  static String decode(byte[] bytes, @Nullable String contentType) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    Charset charset = contentType == null ? null : named(contentType);
    if (charset == null) {
      String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
      charset = declared(head);
    }
    if (charset == null) {
      charset = halves(bytes);
    }
    if (charset != null) {
      return new String(bytes, charset);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, guess(bytes));
    }
  }

  /**
   * UTF-16 without a mark: every other byte of a text in Latin or Cyrillic letters is 0 or 4, and
   * few of the rest are.
   */
  private static @Nullable Charset halves(byte[] bytes) {
    int length = Math.min(SAMPLE, bytes.length) & ~1;
    int even = 0;
    int odd = 0;
    int nuls = 0;
    for (int i = 0; i < length; i += 2) {
      even += bytes[i] == 0 || bytes[i] == 4 ? 1 : 0;
      odd += bytes[i + 1] == 0 || bytes[i + 1] == 4 ? 1 : 0;
      nuls += bytes[i] == 0 || bytes[i + 1] == 0 ? 1 : 0;
    }
    int most = length / 2;
    if (most < 8 || nuls * 20 < most) {
      return null;
    }
    if (odd * 10 > most * 9 && even * 10 < most) {
      return StandardCharsets.UTF_16LE;
    }
    return even * 10 > most * 9 && odd * 10 < most ? StandardCharsets.UTF_16BE : null;
  }

  /**
   * The Windows code page of a text that is no UTF-8 and says nothing: Cyrillic where high bytes
   * stand in runs, as letters of a word do; of the two Latin ones the one whose common letters are
   * more.
   */
  private static Charset guess(byte[] bytes) {
    int length = Math.min(SAMPLE, bytes.length);
    int high = 0;
    int inRuns = 0;
    int central = 0;
    int western = 0;
    for (int i = 0; i < length; i++) {
      int b = bytes[i] & 0xFF;
      if (b < 0x80) {
        continue;
      }
      high++;
      boolean letter = b >= 0xC0 || b == 0xA8 || b == 0xB8;
      boolean before = i > 0 && (bytes[i - 1] & 0xFF) >= 0xC0;
      boolean after = i + 1 < length && (bytes[i + 1] & 0xFF) >= 0xC0;
      inRuns += letter && (before || after) ? 1 : 0;
      central += CENTRAL.indexOf(b) >= 0 ? 1 : 0;
      western += WESTERN.indexOf(b) >= 0 ? 1 : 0;
    }
    if (high >= 8 && inRuns * 10 > high * 8) {
      return Charset.forName("windows-1251");
    }
    return central > western ? Charset.forName("windows-1250") : WINDOWS;
  }

  /** Whether the bytes carry a mark that makes NUL bytes plain characters' halves. */
  static boolean wide(byte[] bytes, @Nullable String contentType) {
    return starts(bytes, 0xFE, 0xFF)
        || starts(bytes, 0xFF, 0xFE)
        || (contentType != null && contentType.toLowerCase(Locale.ROOT).contains("utf-16"))
        || halves(bytes) != null;
  }

  static boolean starts(byte[] bytes, int... mark) {
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

  private static @Nullable Charset declared(String head) {
    int at = head.toLowerCase(Locale.ROOT).indexOf("<meta");
    if (at < 0) {
      return null;
    }
    Charset charset = named(head.substring(at));
    // A declaration that could be read as single bytes is not in UTF-16, whatever it says.
    return charset != null && charset.name().startsWith("UTF-16")
        ? StandardCharsets.UTF_8
        : charset;
  }

  private static @Nullable Charset named(String text) {
    Matcher matcher = CHARSET.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    try {
      Charset charset = Charset.forName(matcher.group(1));
      // Browsers read both labels as windows-1252: pages that claim them use its quotes and dashes.
      return charset.equals(StandardCharsets.ISO_8859_1)
              || charset.equals(StandardCharsets.US_ASCII)
          ? WINDOWS
          : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
