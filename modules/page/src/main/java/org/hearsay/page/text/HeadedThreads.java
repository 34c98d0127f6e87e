package org.hearsay.page.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.block.CopiedLine;
import org.hearsay.page.comments.ThreadLines;
import org.hearsay.page.comments.ThreadLines.Kind;
import org.hearsay.page.comments.ThreadSearch;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.page.model.BlockScores;
import org.jspecify.annotations.Nullable;

/**
 * Finds a copied thread under the line that heads it by the thread's own form. The model sees
 * nobody in few short texts; that they stand under "3 Comments", each with a name, tells whose they
 * are.
 */
final class HeadedThreads {
  /** From here on a line is the article's, by the model. */
  private static final float ARTICLES = 0.5f;

  /** Less prose before it, and the line heads no thread, in characters. */
  private static final int LEAST_BEFORE = 200;

  /** A text of fewer words is none without a name above it. */
  private static final int LEAST_WORDS = 3;

  private static final Pattern COUNT = Pattern.compile("(?<!\\d)\\d{1,6}(?!\\d)");

  private final LineKinds words;
  private final ThreadLines threadLines;

  HeadedThreads(LineKinds words) {
    this.words = words;
    this.threadLines = new ThreadLines(words);
  }

  /** From the line that heads the thread to its last, else null. */
  ThreadSearch.@Nullable Run of(List<CopiedLine> lines, BlockScores scores) {
    int all = 0;
    for (int i = 0; i < lines.size(); i++) {
      all += articles(lines, scores, i);
    }
    int before = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      // A line between an article's paragraphs heads no thread.
      if (before >= LEAST_BEFORE
          && before * 2 >= all
          && words.startsComments(lines.get(i).text())
          && !words.startsComments(lines.get(i + 1).text())) {
        Walk walk = new Walk(lines, scores, i + 1);
        int count = count(lines.get(i).text());
        if (count != 0 && walk.isThread(count)) {
          return new ThreadSearch.Run(i, walk.last);
        }
      }
      before += articles(lines, scores, i);
    }
    return null;
  }

  private static int articles(List<CopiedLine> lines, BlockScores scores, int i) {
    return scores.body(i) >= ARTICLES ? lines.get(i).text().length() : 0;
  }

  /** How many comments there are by their heading, else -1. */
  private static int count(String heading) {
    Matcher count = COUNT.matcher(heading);
    return count.find() ? Integer.parseInt(count.group()) : -1;
  }

  /** One comment as far as its form tells: a line that says who wrote, and texts. */
  private static final class Turn {
    /** Whether a line says who wrote, and whether it can be nothing else. */
    private final boolean named;

    private boolean sure;

    /** Whether it stands below none of the page's own words, or says surely who wrote. */
    private final boolean open;

    private final List<Integer> texts = new ArrayList<>();
    private boolean replied;

    Turn(boolean named, boolean sure, boolean open) {
      this.named = named;
      this.sure = sure;
      this.open = open;
    }
  }

  /** The lines under a heading, cut into what would be comments. */
  private final class Walk {
    private final List<CopiedLine> lines;
    private final BlockScores scores;
    private final List<Turn> turns = new ArrayList<>();

    /** The last line of the thread, once it is known to be one. */
    private int last = -1;

    Walk(List<CopiedLine> lines, BlockScores scores, int from) {
      this.lines = lines;
      this.scores = scores;
      List<ThreadLines.Line> kinds = threadLines.of(lines.subList(from, lines.size()));
      Turn turn = null;
      boolean open = true;
      for (int k = 0; k < kinds.size(); k++) {
        ThreadLines.Line line = kinds.get(k);
        String text = lines.get(from + k).text();
        boolean under = turn != null && turn.texts.isEmpty();
        switch (line.kind()) {
          case FURNITURE -> {
            if (words.isReply(text) || words.isReplyTo(text)) {
              turns.stream().skip(Math.max(0, turns.size() - 1)).forEach(t -> t.replied = true);
            } else {
              open &= TextShape.count(text) < 2;
            }
            turn = under ? turn : null;
          }
          case TIME -> {
            turn = under ? turn : null;
            if (turn != null) {
              turn.sure = turn.named;
            }
          }
          case HEAD -> {
            open = true;
            turn = add(new Turn(true, true, true));
            if (!line.text().isEmpty()) {
              turn.texts.add(from + k);
            }
          }
          case NAME, TEXT -> {
            if (isPages(text)) {
              open = false;
              turn = null;
              continue;
            }
            boolean name = line.kind() == Kind.NAME && !under;
            turn = turn == null || name ? add(new Turn(name, false, open)) : turn;
            if (!name) {
              turn.texts.add(from + k);
            }
          }
        }
      }
    }

    private Turn add(Turn turn) {
      turns.add(turn);
      return turn;
    }

    private boolean isPages(String text) {
      return words.isChrome(text) || words.publisher(text) != null || words.byline(text) != null;
    }

    private boolean isComment(Turn turn, boolean first) {
      if (turn.texts.isEmpty() || !turn.open) {
        return false;
      }
      String text = lines.get(turn.texts.get(0)).text();
      int least = first && !turn.named ? LEAST_WORDS : 2;
      return turn.sure
          || turn.replied
          || (TextShape.count(text) >= least && TextShape.endsSentence(text));
    }

    /**
     * Whether readers wrote them: as many as the heading says, each with a name; or what looks like
     * comments, of which a heading that counts vouches for the fewest.
     *
     * @param count how many comments there are by the heading, -1 where it does not say
     */
    boolean isThread(int count) {
      boolean formed = isFormed(count > 0);
      List<Turn> named =
          turns.stream().filter(t -> t.named && t.open && !t.texts.isEmpty()).toList();
      if (named.size() == count && named.equals(turns.subList(0, named.size()))) {
        last = Math.max(last, lastText(named.get(count - 1), 1));
        return true;
      }
      return formed;
    }

    /**
     * The comment's last line. The page's foot may follow: a line that ends like no sentence,
     * stands apart, and is one more than the comments above have.
     */
    private int lastText(Turn turn, int most) {
      int at = turn.texts.get(0);
      for (int k = 1; k < turn.texts.size(); k++) {
        CopiedLine line = lines.get(turn.texts.get(k));
        if (k >= most && line.blanks() > 0 && !TextShape.endsSentence(line.text())) {
          break;
        }
        at = turn.texts.get(k);
      }
      return at;
    }

    private boolean isFormed(boolean counted) {
      int comments = 0;
      int wrong = 0;
      int most = 1;
      boolean sure = false;
      boolean replied = false;
      for (int i = 0; i < turns.size() && wrong < 2; i++) {
        Turn turn = turns.get(i);
        if (!isComment(turn, i == 0)) {
          if (i == 0) {
            return false;
          }
          wrong++;
          continue;
        }
        wrong = 0;
        comments++;
        sure |= turn.sure;
        replied |= turn.replied;
        last = lastText(turn, most);
        most = Math.max(most, turn.texts.size());
      }
      if (comments == 0 || (!sure && scores.body(turns.get(0).texts.get(0)) >= ARTICLES)) {
        return false;
      }
      return counted || sure || replied || (turns.get(0).named && comments > 1) || isEnd();
    }

    /** Whether nothing stands below the last comment that might be a text. */
    private boolean isEnd() {
      return turns.stream().allMatch(t -> !t.open || t.texts.stream().allMatch(i -> i <= last));
    }
  }
}
