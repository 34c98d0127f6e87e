package org.hearsay.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line's words and shape say of its part in the page. */
final class Words {
  private static final Pattern SENTENCE_END =
      Pattern.compile(".*[.!?…][\"'”’»)\\]]{0,3}\\s*", Pattern.DOTALL);
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:[Bb]y|BY|Written by|[Aa]uthor:)\\s+(\\p{Lu}[\\p{L}.'’-]*(?:,? (?:and |&"
              + " |de |van |von |bin |al-|el-)?\\p{Lu}[\\p{L}.'’-]*){0,8})(?:\\s*[|,•·].{0,80})?");

  private final Lexicon chrome = Lexicon.read("chrome-en.txt", true);
  private final Lexicon commentStart = Lexicon.read("comments-en.txt", true);
  private final Lexicon commentChrome = Lexicon.read("comment-chrome-en.txt", true);
  private final Lexicon publishers = Lexicon.read("publishers-en.txt", false);

  boolean isChrome(String line) {
    return chrome.matches(line);
  }

  boolean startsComments(String line) {
    return commentStart.matches(line);
  }

  boolean isCommentChrome(String line) {
    return commentChrome.matches(line) || commentStart.matches(line);
  }

  /** The outlet that the line names as its own, else null. */
  @Nullable String publisher(String line) {
    return publishers.name(line);
  }

  /** The names in a line that is a byline and nothing else, else null. */
  @Nullable String byline(String line) {
    if (line.length() > 160) {
      return null;
    }
    var matcher = BYLINE.matcher(line);
    return matcher.matches() ? matcher.group(1) : null;
  }

  static boolean endsSentence(String line) {
    int from = Math.max(0, line.length() - 12);
    return SENTENCE_END.matcher(line.substring(from)).matches();
  }

  static int count(String line) {
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
  static String clean(CharSequence text) {
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
