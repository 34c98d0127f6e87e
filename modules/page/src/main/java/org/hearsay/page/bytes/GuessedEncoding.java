package org.hearsay.page.bytes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The encoding of a page that declares none and is no UTF-8: Mozilla's detector (juniversalchardet;
 * Li and Momoi 2001, "A composite approach to language/encoding detection"). It does not know
 * windows-1250, in which Central European pages are: among the two Latin code pages the one whose
 * common letters are more.
 */
final class GuessedEncoding {
  /** How much of the page is looked at, in bytes. */
  private static final int SAMPLE = 65_536;

  /** How much before the first byte that is no ASCII, in bytes. */
  private static final int BEFORE = 256;

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

  /** What the detector says where it sees Latin letters, or the bytes that text in them shares. */
  private static final Set<String> LATIN =
      Set.of("WINDOWS-1252", "ISO-8859-1", "ISO-8859-15", "US-ASCII", "UTF-8");

  private GuessedEncoding() {}

  /** The likeliest encoding; windows-1252 where nothing speaks for another. */
  public static Charset of(byte[] bytes) {
    int from = 0;
    while (from < bytes.length && bytes[from] >= 0) {
      from++;
    }
    from = Math.max(0, from - BEFORE);
    int length = Math.min(SAMPLE, bytes.length - from);
    Charset detected = detected(bytes, from, length);
    return detected == null ? latin(bytes, from, length) : detected;
  }

  /** What the detector says, where that is an encoding of other letters than Latin ones. */
  private static @Nullable Charset detected(byte[] bytes, int from, int length) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, from, length);
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    if (name == null
        || LATIN.contains(name.toUpperCase(Locale.ROOT))
        || !Charset.isSupported(name)) {
      return null;
    }
    Charset charset = EncodingLabels.shipped().charset(name);
    return charset == null ? Charset.forName(name) : charset;
  }

  private static Charset latin(byte[] bytes, int from, int length) {
    int central = 0;
    int western = 0;
    for (int i = from; i < from + length; i++) {
      int b = bytes[i] & 0xFF;
      central += b >= 0x80 && CENTRAL.indexOf(b) >= 0 ? 1 : 0;
      western += b >= 0x80 && WESTERN.indexOf(b) >= 0 ? 1 : 0;
    }
    return Charset.forName(central > western ? "windows-1250" : "windows-1252");
  }

  /**
   * UTF-16 without a mark, else null: every other byte of a text in Latin or Cyrillic letters is 0
   * or 4, and few of the rest are.
   */
  static @Nullable Charset halves(byte[] bytes) {
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
}
