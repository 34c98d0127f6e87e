package org.hearsay.page.lexicon;

import java.util.regex.Pattern;

/** The shape of a text, whatever its language: its words counted, its white space, its end. */
public final class TextShape {
  private static final Pattern SENTENCE_END =
      Pattern.compile(".*[.!?…。！？।][\"'”’»)\\]]{0,3}\\s*", Pattern.DOTALL);

  private TextShape() {}

  /**
   * Whether the text ends with a sentence's sign, quotation marks and brackets after it let pass.
   */
  public static boolean endsSentence(String line) {
    int from = Math.max(0, line.length() - 12);
    return SENTENCE_END.matcher(line.substring(from)).matches();
  }

  /** How many words the text has: runs without white space that have a letter or a digit. */
  public static int count(String line) {
    int words = 0;
    boolean in = false;
    for (int i = 0; i < line.length(); i++) {
      boolean letter = Character.isLetterOrDigit(line.charAt(i));
      boolean space = Character.isWhitespace(line.charAt(i));
      if (letter && !in) {
        words++;
        in = true;
      } else if (space) {
        in = false;
      }
    }
    return words;
  }

  /** One space between words, no-break and zero-width characters folded away. */
  public static String clean(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u200B' || c == '\uFEFF' || c == '\u00AD') {
        continue;
      }
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
        space = out.length() > 0;
        continue;
      }
      if (space) {
        out.append(' ');
        space = false;
      }
      out.append(c);
    }
    return out.toString();
  }
}
