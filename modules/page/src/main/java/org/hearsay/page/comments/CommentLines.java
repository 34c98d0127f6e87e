package org.hearsay.page.comments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private final ThreadLines threadLines;

  /** With the words of all languages. */
  public CommentLines(LineKinds words) {
    this.words = words;
    this.threadLines = new ThreadLines(words);
  }

  /** The comments of the readers' part, in its order. */
  public List<ReaderComment> read(List<CopiedLine> lines) {
    int most = 0;
    boolean authors = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).text();
      if (!words.isCommentChrome(line) && !words.isReplyTo(line)) {
        most = Math.max(most, i == 0 ? 0 : lines.get(i).blanks());
        authors |= AuthorLine.isName(line);
      }
    }
    List<ThreadLines.Line> kinds = threadLines.of(lines);
    authors |= kinds.stream().anyMatch(line -> line.kind() == ThreadLines.Kind.HEAD);
    // Without names, the only rhythm there is sets comments apart, be it one blank line or two.
    int gap = authors || most >= 2 ? 2 : Math.max(1, most);
    CommentsSoFar draft = new CommentsSoFar();
    for (int i = 0; i < lines.size(); i++) {
      ThreadLines.Line line = kinds.get(i);
      switch (line.kind()) {
        case FURNITURE -> draft.end();
        case TIME -> {
          draft.end();
          draft.postedAt = draft.postedAt == null ? line.postedAt() : draft.postedAt;
        }
        case HEAD -> {
          draft.start(line);
          if (!line.text().isEmpty()) {
            draft.text.add(line.text());
          }
        }
        case NAME, TEXT -> {
          if (lines.get(i).blanks() >= gap) {
            draft.end();
          }
          boolean named = draft.author != null && draft.text.isEmpty();
          if (line.kind() == ThreadLines.Kind.NAME && !named) {
            draft.start(line);
          } else {
            draft.text.add(line.text());
          }
        }
      }
    }
    draft.end();
    return draft.comments;
  }

  /** The comments so far, and the next one. */
  private static final class CommentsSoFar {
    private final List<ReaderComment> comments = new ArrayList<>();
    private final List<String> text = new ArrayList<>();
    private @Nullable String author;
    private @Nullable Instant postedAt;

    /** Ends the comment, where it has a text. */
    void end() {
      if (!text.isEmpty()) {
        comments.add(new ReaderComment(author, String.join("\n", text), postedAt, null));
        text.clear();
        author = null;
        postedAt = null;
      }
    }

    /** Starts the comment whose head that is. */
    void start(ThreadLines.Line head) {
      end();
      author = head.author();
      postedAt = head.postedAt();
    }
  }
}
