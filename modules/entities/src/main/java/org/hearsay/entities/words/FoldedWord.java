package org.hearsay.entities.words;

import org.hearsay.text.Span;

/**
 * One word of a text or a name.
 *
 * @param span where it stands, in UTF-16 code units
 * @param text as written, an acronym without its dots
 * @param folded as compared: without case and diacritics, Cyrillic letters in Latin
 */
public record FoldedWord(Span span, String text, String folded) {
  /** Whether it begins with a capital, or with a letter of a script that has none. */
  public boolean capitalised() {
    return !text.isEmpty() && isCapital(text.codePointAt(0));
  }

  /** Whether all its letters are capitals. */
  public boolean allCapitals() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c) && Character.isLowerCase(c)) {
        return false;
      }
    }
    return capitalised();
  }

  /** Whether it is an acronym that is written with dots: "U.N.". */
  public boolean isDotted() {
    return span.length() > text.length() && text.length() > 1;
  }

  /** Whether it is written in Cyrillic. */
  public boolean isCyrillic() {
    int first = text.codePointAt(0);
    return first >= 0x400 && first < 0x530;
  }

  private static boolean isCapital(int c) {
    // A script without case has nothing to tell names by.
    return !Character.isLowerCase(c);
  }
}
