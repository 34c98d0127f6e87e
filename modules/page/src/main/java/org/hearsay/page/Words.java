package org.hearsay.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line's words and shape say of its part in the page. */
final class Words {
  private static final Pattern SENTENCE_END =
      Pattern.compile(".*[.!?…。！？।][\"'”’»)\\]]{0,3}\\s*", Pattern.DOTALL);
  private static final String NAME_WORD = "\\p{Lu}[\\p{L}\\p{N}_.'’-]*";
  private static final String NAMES =
      "(?<name>"
          + NAME_WORD
          + "(?:(?:,|/| /)? (?:and |und |et |y |e |i |и |& |de |van |von |zu |bin |del |da |dos |al-|el-)?"
          + NAME_WORD
          + "){0,8})";

  private final Lexicon chrome = Lexicon.read("chrome", true);
  private final Lexicon commentStart = Lexicon.read("comments", true);
  private final Lexicon commentChrome = Lexicon.read("comment-chrome", true);
  private final Lexicon replies = Lexicon.read("comment-replies", true);
  private final Lexicon replyTo = Lexicon.read("comment-reply-to", true);
  private final Lexicon sayers = Lexicon.read("comment-authors", true);
  private final Lexicon publishers = Lexicon.read("publishers", false);

  private final Lexicon bylines =
      Lexicon.read("bylines", false, line -> line.replace("{names}", NAMES));

  boolean isChrome(String line) {
    return chrome.matches(line);
  }

  boolean startsComments(String line) {
    return commentStart.matches(line);
  }

  boolean isCommentChrome(String line) {
    return isForm(line) || startsComments(line);
  }

  /** Whether the line is a comment form's. */
  boolean isForm(String line) {
    return commentChrome.matches(line);
  }

  /** Whether the line holds nothing but what a reader can do with the comment above it. */
  boolean isReply(String line) {
    return line.length() <= 80 && replies.matches(line);
  }

  /** Whether the line says whom the comment next to it answers, and no more. */
  boolean isReplyTo(String line) {
    return line.length() <= 60 && replyTo.matches(line);
  }

  /** Whether the line says who wrote the comment next to it. */
  boolean isSayer(String line) {
    return sayers.matches(line);
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
    return bylines.name(line);
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
