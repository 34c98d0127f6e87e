package org.hearsay.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds a word so that its spellings agree: case, diacritics, Cyrillic or Latin letters, and the
 * choices that systems for romanising Slavic and Arabic names differ in (BGN/PCGN, ISO 9, Serbian
 * Latin, the press): Zelenskyy and Zelenskiy, Vučić, Vucic and Вучић. What it gives is a key, never
 * shown: that a few unrelated words fold together does no harm to runs of several words.
 */
public final class SpellingFold {
  /** Shorter words are left as they are: "ski" and "sky" are no two spellings of one name. */
  private static final int SHORTEST = 4;

  /**
   * Letters of all Slavic languages with what systems of romanising agree on. It makes keys, which
   * lie in stores: another key for a word is a new form of them. The library of entities has a
   * table of its own ({@code FoldedWords}) on purpose: it writes names as the catalogue does
   * without diacritics, and there ђ is d and ѕ is z (here dj and dz, as Đ is dj), and ґ stays.
   */
  private static final String CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџшщъыьэюяёґєіїќѓѕўй";

  private static final String[] LATIN = {
    "a", "b", "v", "g", "d", "dj", "e", "z", "z", "i", "j", "k", "l", "lj", "m", "n", "nj", "o",
        "p",
    "r", "s", "t", "c", "u", "f", "h", "c", "c", "dz", "s", "s", "", "i", "", "e", "ju", "ja", "e",
    "g", "e", "i", "i", "k", "g", "dz", "u", "i"
  };

  private SpellingFold() {}

  /** The key of one word, never longer than a few letters more than the word. */
  public static String fold(CharSequence word) {
    boolean plain = true;
    for (int i = 0; i < word.length(); i++) {
      plain &= word.charAt(i) < 0x80;
    }
    String lower = word.toString().toLowerCase(Locale.ROOT);
    if (!plain) {
      lower = latin(lower);
    }
    return lower.length() < SHORTEST ? lower : romanised(lower);
  }

  private static String latin(String word) {
    StringBuilder cyrillic = new StringBuilder(word.length());
    String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      int at = c < 0x400 || c > 0x4ff ? -1 : CYRILLIC.indexOf(c);
      if (at >= 0) {
        cyrillic.append(LATIN[at]);
      } else {
        cyrillic.append(c);
      }
    }
    String decomposed = Normalizer.normalize(cyrillic, Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      switch (c) {
        case 'đ', 'ð' -> out.append("dj");
        case 'ł' -> out.append('l');
        case 'ø' -> out.append('o');
        case 'ß' -> out.append("ss");
        case 'æ' -> out.append("ae");
        case 'ı' -> out.append('i');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  private static String romanised(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
      char key =
          switch (c) {
            case 'y', 'j' -> 'i';
            case 'w' -> 'v';
            case 'q' -> 'k';
            default -> c;
          };
      // sh, ch, zh, kh, gh, dh and th lose their h; ts, tz and tch are c; dj is d; ph is f.
      if (c == 't' && (next == 's' || next == 'z')) {
        key = 'c';
        i++;
      } else if (c == 't' && next == 'c') {
        continue;
      } else if (c == 'p' && next == 'h') {
        key = 'f';
        i++;
      } else if (c == 'd' && next == 'j') {
        i++;
      } else if (next == 'h' && "sczkgdt".indexOf(c) >= 0) {
        i++;
      }
      boolean doubled = out.length() > 0 && out.charAt(out.length() - 1) == key;
      if (!doubled || Character.isDigit(key)) {
        out.append(key);
      }
    }
    return out.toString();
  }
}
