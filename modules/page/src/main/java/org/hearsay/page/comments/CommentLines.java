package org.hearsay.page.comments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.page.ReaderComment;
import org.hearsay.page.block.CopiedLine;
import org.hearsay.page.lexicon.AuthorLine;
import org.hearsay.page.lexicon.LineKinds;
import org.jspecify.annotations.Nullable;

/**
 * Tells readers' comments apart in copied lines: by author lines, by the form's own words between
 * them, and, where neither is there (names shown as images), by a longer run of blank lines.
 */
public final class CommentLines {
  private final LineKinds words;

  /** With the words of all languages. */
  public CommentLines(LineKinds words) {
    this.words = words;
  }

  /** The comments of the readers' part, in its order. */
  public List<ReaderComment> read(List<CopiedLine> lines) {
    Map<String, Integer> times = new HashMap<>();
    int most = 0;
    boolean authors = false;
    for (int i = 0; i < lines.size(); i++) {
      times.merge(lines.get(i).text(), 1, Integer::sum);
      String line = lines.get(i).text();
      boolean chrome = words.isCommentChrome(line) || words.isReplyTo(line);
      if (!chrome) {
        most = Math.max(most, i == 0 ? 0 : lines.get(i).blanks());
        authors |= AuthorLine.isName(lines.get(i).text());
      }
    }
    Set<String> repeated = new HashSet<>();
    times.forEach(
        (line, n) -> {
          if (n > 1) {
            repeated.add(line);
          }
        });
    // Without names, the only rhythm there is sets comments apart, be it one blank line or two.
    int gap = authors || most >= 2 ? 2 : Math.max(1, most);

    List<ReaderComment> comments = new ArrayList<>();
    List<String> text = new ArrayList<>();
    String author = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).text();
      if (words.isCommentChrome(line) || words.isReplyTo(line)) {
        if (!text.isEmpty()) {
          flush(comments, author, text);
          author = null;
        }
        continue;
      }
      if (!text.isEmpty() && lines.get(i).blanks() >= gap) {
        flush(comments, author, text);
        author = null;
      }
      boolean named = author != null && text.isEmpty();
      if (!named && i + 1 < lines.size() && isAuthor(lines, i, repeated)) {
        flush(comments, author, text);
        author = AuthorLine.name(line);
      } else {
        text.add(line);
      }
    }
    flush(comments, author, text);
    return comments;
  }

  private static void flush(
      List<ReaderComment> comments, @Nullable String author, List<String> text) {
    if (!text.isEmpty()) {
      comments.add(new ReaderComment(author, String.join("\n", text)));
      text.clear();
    }
  }

  private boolean isAuthor(List<CopiedLine> lines, int i, Set<String> repeated) {
    String line = lines.get(i).text();
    // What follows a name is its comment: a wide gap or the form's end follows a comment.
    return lines.get(i + 1).blanks() < 2
        && (AuthorLine.isName(line) || (repeated.contains(line) && AuthorLine.isShort(line)));
  }
}
