package org.hearsay.text;

import java.text.Normalizer;
import java.util.Locale;

/** Folds spellings that mean the same name: case, diacritics, apostrophes, white space. */
public final class Fold {
  private Fold() {}

  /**
   * The folded form of a name: NFKD without combining marks, lower case, one space between words,
   * curly apostrophes straightened, {@code đ} and {@code ł} spelt without their strokes. Its length
   * may differ from the input's.
   */
  public static String name(String text) {
    // Most names are; decomposing takes most of the time.
    String decomposed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(decomposed.length());
    boolean space = false;
    for (int i = 0; i < decomposed.length(); ) {
      int c = decomposed.codePointAt(i);
      i += Character.charCount(c);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = out.length() > 0;
        continue;
      }
      if (space) {
        out.append(' ');
        space = false;
      }
      switch (c) {
        case '’', '‘', 'ʼ' -> out.append('\'');
        case 'đ', 'Đ' -> out.append('d');
        case 'ł', 'Ł' -> out.append('l');
        default -> out.appendCodePoint(c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
