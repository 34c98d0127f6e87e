package org.hearsay.entities.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.text.Fold;
import org.hearsay.text.Span;

/**
 * Texts and names as words: runs of letters, marks and digits, whatever a tokenizer made of them.
 */
public final class FoldedWords {
  /** The longest white space within a name: a line's end and the next line's indentation. */
  private static final int WIDEST_GAP = 12;

  /**
   * Letters of Serbian and Russian, from а to џ, as names are written in Latin without diacritics:
   * ђ is d, since Đinđić is Dindic. {@link org.hearsay.text.SpellingFold} has a table of its own on
   * purpose: it makes keys in which all ways to romanise agree, where ђ and Đ are dj and ѕ is dz,
   * and its keys lie in stores.
   */
  private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёђѓєѕіїјљњћќџ";

  private static final String[] LATIN = {
    "a", "b", "v", "g", "d", "e", "z", "z", "i", "j", "k", "l", "m", "n", "o", "p", "r", "s", "t",
    "u", "f", "h", "c", "c", "s", "s", "", "i", "", "e", "ju", "ja", "e", "d", "g", "e", "z", "i",
    "i", "j", "lj", "nj", "c", "k", "dz"
  };

  private FoldedWords() {}

  /** The words of a part of a text; their spans count from the text's start. */
  public static List<FoldedWord> of(String text, Span part) {
    List<FoldedWord> words = new ArrayList<>(part.length() / 6 + 1);
    int start = -1;
    for (int i = part.start(); i < part.end(); ) {
      int c = text.codePointAt(i);
      if (isPart(c)) {
        if (start < 0) {
          int dotted = dotted(text, i, part.end());
          if (dotted > 0) {
            words.add(word(text, i, dotted));
            i = dotted;
            continue;
          }
          start = i;
        }
      } else if (start >= 0) {
        words.add(word(text, start, i));
        start = -1;
      }
      i += Character.charCount(c);
    }
    if (start >= 0) {
      words.add(word(text, start, part.end()));
    }
    return words;
  }

  /** The words of a name. */
  public static List<FoldedWord> of(String name) {
    return of(name, new Span(0, name.length()));
  }

  /**
   * The end of the last letter of an acronym that is written with dots, as in "U.N." or "u.n.", or
   * -1: it is one word, as it is without them.
   */
  private static int dotted(String text, int from, int end) {
    int at = from;
    int letters = 0;
    boolean small = Character.isLowerCase(text.charAt(from));
    if (small && from > 0 && ".@/-".indexOf(text.charAt(from - 1)) >= 0) {
      // A part of an address.
      return -1;
    }
    while (at < end && isLetter(text.charAt(at), small)) {
      boolean alone = at + 1 >= end || !isPart(text.codePointAt(at + 1));
      if (!alone) {
        break;
      }
      letters++;
      boolean goesOn =
          at + 2 < end && text.charAt(at + 1) == '.' && isLetter(text.charAt(at + 2), small);
      if (!goesOn || (at + 3 < end && isPart(text.codePointAt(at + 3)))) {
        return letters > 1 ? at + 1 : -1;
      }
      at += 2;
    }
    return -1;
  }

  private static boolean isLetter(char c, boolean small) {
    return small ? Character.isLowerCase(c) : Character.isUpperCase(c);
  }

  private static boolean isPart(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.LETTER_NUMBER;
  }

  private static FoldedWord word(String text, int start, int end) {
    String written = text.substring(start, end);
    if (written.indexOf('.') > 0) {
      written = written.replace(".", "");
    }
    return new FoldedWord(new Span(start, end), written, folded(written));
  }

  private static String folded(String word) {
    boolean changes = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 0x80) {
        return latin(Fold.name(word));
      }
      changes |= c >= 'A' && c <= 'Z';
    }
    return changes ? word.toLowerCase(Locale.ROOT) : word;
  }

  private static String latin(String folded) {
    StringBuilder out = new StringBuilder(folded.length() + 2);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      int at = c < 0x400 || c > 0x45F ? -1 : CYRILLIC.indexOf(c);
      if (at < 0) {
        out.append(c);
      } else {
        out.append(LATIN[at]);
      }
    }
    return out.toString();
  }

  /**
   * Whether nothing between two words of a text parts a name: a comma does; a hyphen, the end of a
   * line or a dot does not.
   */
  public static boolean joined(String text, FoldedWord left, FoldedWord right) {
    int gap = right.span().start() - left.span().end();
    if (gap > WIDEST_GAP) {
      return false;
    }
    int lines = 0;
    int marks = 0;
    for (int i = left.span().end(); i < right.span().start(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        lines++;
      } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        if (".-–'’/&".indexOf(c) < 0) {
          return false;
        }
        marks++;
      }
    }
    // A dot ends an initial, not a longer word: "the U.N. Charter", but "in Kosovo. Police".
    boolean dotted = marks > 0 && text.charAt(left.span().end()) == '.';
    return lines <= 1 && marks <= 2 && !(dotted && lines + gap > 1 && left.text().length() > 3);
  }
}
