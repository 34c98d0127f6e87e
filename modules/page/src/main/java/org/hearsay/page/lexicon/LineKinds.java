package org.hearsay.page.lexicon;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line's words and shape say of its part in the page. */
public final class LineKinds {
  private static final Pattern SIGNS_BEFORE = Pattern.compile("^[^\\p{L}\\p{N}]+");
  private static final Pattern SIGNS_AFTER = Pattern.compile("[^\\p{L}\\p{N}.)]+$");
  private static final String NAMES = PageLexicon.text("byline-names");

  private final LineExpressions chrome = LineExpressions.read("chrome.txt", true);
  private final LineExpressions commentStart = LineExpressions.read("comments.txt", true);
  private final LineExpressions commentChrome = LineExpressions.read("comment-chrome.txt", true);
  private final LineExpressions replies = LineExpressions.read("comment-replies.txt", true);
  private final LineExpressions replyTo = LineExpressions.read("comment-reply-to.txt", true);
  private final LineExpressions sayers = LineExpressions.read("comment-authors.txt", true);
  private final LineExpressions outlets = LineExpressions.read("outlet-names.txt", true);
  private final LineExpressions publishers = LineExpressions.read("publishers.txt", false);

  private final LineExpressions bylines =
      LineExpressions.read("bylines.txt", false, line -> line.replace("{names}", NAMES));

  /** Whether the line is part of no article: "Share this", "Advertisement". */
  public boolean isChrome(String line) {
    return chrome.matches(line);
  }

  /** Whether the line heads readers' comments. */
  public boolean startsComments(String line) {
    return commentStart.matches(line);
  }

  /** Whether the line heads comments or is their form's. */
  public boolean isCommentChrome(String line) {
    return isForm(line) || startsComments(line);
  }

  /** Whether the line is a comment form's. */
  public boolean isForm(String line) {
    return commentChrome.matches(line);
  }

  /** Whether the line holds nothing but what a reader can do with the comment above it. */
  public boolean isReply(String line) {
    return line.length() <= 80 && replies.matches(line);
  }

  /** Whether the line says whom the comment next to it answers, and no more. */
  public boolean isReplyTo(String line) {
    return line.length() <= 60 && replyTo.matches(SIGNS_BEFORE.matcher(line).replaceFirst(""));
  }

  /** A line that names who wrote, without whom that answers: "Bert Reply to Anna" is "Bert". */
  public String withoutReplyTo(String line) {
    for (int i = line.indexOf(' '); i > 0 && line.length() <= 100; i = line.indexOf(' ', i + 1)) {
      if (isReplyTo(line.substring(i + 1))) {
        return SIGNS_AFTER.matcher(line.substring(0, i)).replaceFirst("");
      }
    }
    return line;
  }

  /** Whether the line says who wrote the comment next to it. */
  public boolean isSayer(String line) {
    return sayers.matches(line);
  }

  /** Whether the line is short and called as outlets are: "The Tarn Herald". */
  public boolean isOutletName(String line) {
    return line.length() <= 60 && TextShape.count(line) <= 6 && outlets.matches(line);
  }

  /** The outlet that the line names as its own, else null. */
  public @Nullable String publisher(String line) {
    return publishers.name(line);
  }

  /** The names in a line that is a byline and nothing else, else null. */
  public @Nullable String byline(String line) {
    if (line.length() > 160) {
      return null;
    }
    return bylines.name(line);
  }
}
