package org.hearsay.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.Fold;
import org.hearsay.text.Span;

/**
 * Texts and names as words: runs of letters, marks and digits, whatever a tokenizer made of them.
 */
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private Words() {}

  /**
   * One word.
   *
   * @param span where it stands, in UTF-16 code units
   * @param text as written
   * @param folded as compared
   */
  record Word(Span span, String text, String folded) {
    boolean capitalised() {
      return !text.isEmpty() && isCapital(text.codePointAt(0));
    }

    boolean allCapitals() {
      return text.codePoints().allMatch(c -> isCapital(c) || !Character.isLetter(c))
          && capitalised();
    }

    private static boolean isCapital(int c) {
      // A script without case has nothing to tell names by.
      return !Character.isLowerCase(c);
    }
  }

  /** The words of a part of a text; their spans count from the text's start. */
  static List<Word> of(String text, Span part) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text).region(part.start(), part.end());
    while (matcher.find()) {
      words.add(
          new Word(
              new Span(matcher.start(), matcher.end()),
              matcher.group(),
              Fold.name(matcher.group())));
    }
    return words;
  }

  static List<Word> of(String name) {
    return of(name, new Span(0, name.length()));
  }

  /** Whether nothing between two words of a text parts a name: a comma does, a hyphen does not. */
  static boolean joined(String text, Word left, Word right) {
    int gap = right.span().start() - left.span().end();
    if (gap > 3) {
      return false;
    }
    for (int i = left.span().end(); i < right.span().start(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && ".-–'’/&".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
