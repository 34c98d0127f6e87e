package org.hearsay.claims.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.Span;

/** Where a content that is read as a text of its own begins and ends. Immutable. */
public final class ContentEdges {
  private final Pattern beforeSentence;

  /**
   * By the words of a language.
   *
   * @param beforeSentence what may stand before the words that read as a sentence
   */
  public ContentEdges(Pattern beforeSentence) {
    this.beforeSentence = beforeSentence;
  }

  /** A content without the marks and the "that" before it, so that it reads as a sentence. */
  public Span bare(String text, Span content) {
    Matcher before = beforeSentence.matcher(text).region(content.start(), content.end());
    return before.lookingAt() ? new Span(before.end(), content.end()) : content;
  }

  /** A content without a closing mark at its end that closes what was opened before it. */
  public static Span closed(String text, Span content) {
    int end = content.end();
    while (end > content.start() + 1 && "”\"’'»,".indexOf(text.charAt(end - 1)) >= 0) {
      if (isOpened(text.substring(content.start(), end))) {
        break;
      }
      end--;
    }
    return new Span(content.start(), end);
  }

  /** Whether the mark that words end with was opened among them. */
  private static boolean isOpened(String words) {
    char mark = words.charAt(words.length() - 1);
    String inside = words.substring(0, words.length() - 1);
    return switch (mark) {
      case '”' -> count(inside, "“„") > count(inside, "”");
      case '"' -> count(inside, "\"") % 2 == 1;
      case '»' -> count(inside, "«") > count(inside, "»");
      // An apostrophe looks like a mark that closes.
      case '’', '\'' -> count(inside, "‘'") > 0;
      default -> false;
    };
  }

  private static long count(String words, String marks) {
    return words.chars().filter(c -> marks.indexOf(c) >= 0).count();
  }
}
