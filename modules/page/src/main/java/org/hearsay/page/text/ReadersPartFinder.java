package org.hearsay.page.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.CopiedLine;
import org.hearsay.page.comments.ThreadSearch;
import org.hearsay.page.lexicon.AuthorLine;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.page.model.BlockFeatures;
import org.hearsay.page.model.BlockScores;
import org.jspecify.annotations.Nullable;

/** Finds the readers' part of a copied page. */
final class ReadersPartFinder {
  /** From here on a line is the article's, or a reader's, by the model. */
  private static final float ARTICLES = 0.5f;

  /** Within the readers' part, this much of a hint by the model is enough to go on. */
  private static final float MAYBE = 0.3f;

  /** Long lines in the readers' part that the model gives less are the page's furniture. */
  private static final float LEAST = 0.1f;

  /** Less prose before it, and two lines in a row head no thread, in characters. */
  private static final int LEAST_BEFORE = 200;

  /** How many lines a comment may have before what stands under it. */
  private static final int REACH = 8;

  private final LineKinds words;
  private final ThreadSearch search;
  private final HeadedThreads headedThreads;

  ReadersPartFinder(LineKinds words) {
    this.words = words;
    this.search = new ThreadSearch(words);
    this.headedThreads = new HeadedThreads(words);
  }

  /**
   * The readers' part: a page's readers come in one, after its article. It starts where the model's
   * say of all lines, the article's before it and the readers' after it, is the most likely; or
   * under a line that heads comments, with lines that say who wrote after it.
   */
  ReadersPart of(List<CopiedLine> lines, List<Block> blocks, BlockScores scores) {
    int n = lines.size();
    GrowingPart growing = byModel(lines, scores);
    boolean headed = growing.extend(headed(lines, blocks, scores));
    headed |= growing.extend(headedThreads.of(lines, scores));
    if (!headed) {
      headed = growing.extend(search.stamped(blocks, scores));
    }
    if (growing.last < growing.start) {
      return ReadersPart.none(n);
    }
    boolean whole = extendToReplies(growing, lines) || headed;
    if (!headed) {
      extendToName(growing, lines, scores);
    }
    // One line of the form's below the last comment.
    int end = Math.min(n - 1, growing.last + 1);
    if (end > growing.last && (headed || !words.isCommentChrome(lines.get(end).text()))) {
      end = growing.last;
    }
    List<CopiedLine> part = new ArrayList<>();
    for (int i = growing.start; i <= end; i++) {
      boolean text = TextShape.count(lines.get(i).text()) >= 6;
      if (!text || whole || scores.comment(i) >= LEAST) {
        part.add(lines.get(i));
      }
    }
    return new ReadersPart(growing.start, end, part);
  }

  /** The first and the last line of the part, while it is being found. */
  private static final class GrowingPart {
    private int start;
    private int last;

    GrowingPart(int start, int last) {
      this.start = start;
      this.last = last;
    }

    /** Whether there is a run; then it is within from now on. */
    boolean extend(ThreadSearch.@Nullable Run run) {
      if (run == null) {
        return false;
      }
      start = Math.min(start, run.first());
      last = Math.max(last, run.last());
      return true;
    }
  }

  private static GrowingPart byModel(List<CopiedLine> lines, BlockScores scores) {
    int start = start(lines, scores);
    int last = -1;
    for (int i = start; i < lines.size(); i++) {
      last = scores.comment(i) >= MAYBE && scores.comment(i) >= scores.body(i) ? i : last;
    }
    return new GrowingPart(start, last);
  }

  /** What a line heads that heads comments, from that line on; else null. */
  private ThreadSearch.@Nullable Run headed(
      List<CopiedLine> lines, List<Block> blocks, BlockScores scores) {
    int sure = sureHeading(lines, scores);
    if (sure >= 0) {
      return new ThreadSearch.Run(sure, underSure(lines, blocks, scores, sure));
    }
    int heading = search.heading(blocks, scores, Collections.nCopies(lines.size(), null));
    int under = heading < 0 ? -1 : ThreadSearch.end(blocks, scores, heading);
    return heading >= 0 && isSupported(lines, scores, heading, under)
        ? new ThreadSearch.Run(heading, under)
        : null;
  }

  /**
   * The last line under a thread's own head. The model may see nobody in few short texts: under
   * such a head they are readers' all the same.
   */
  private int underSure(
      List<CopiedLine> lines, List<Block> blocks, BlockScores scores, int heading) {
    int n = lines.size();
    int under = ThreadSearch.end(blocks, scores, heading);
    for (int k = heading; k < n && words.startsComments(lines.get(k).text()); k++) {
      under = Math.max(under, k);
    }
    for (int k = under + 1; k < Math.min(n, under + 5); k++) {
      String line = lines.get(k).text();
      boolean text =
          TextShape.count(line) >= 3 && TextShape.endsSentence(line) && !words.isChrome(line);
      under = text ? k : under;
    }
    return under;
  }

  /** Whether what readers can do stands under several comments: then under the last one, too. */
  private boolean extendToReplies(GrowingPart growing, List<CopiedLine> lines) {
    int replies = 0;
    int replied = growing.last;
    for (int k = growing.start; k < Math.min(lines.size(), replied + REACH); k++) {
      if (words.isReply(lines.get(k).text())) {
        replies++;
        replied = Math.max(replied, k);
      }
    }
    boolean found = replies >= 2 && replied > growing.last;
    growing.last = found ? replied : growing.last;
    return found;
  }

  /** Takes in the name above the first comment. */
  private void extendToName(GrowingPart growing, List<CopiedLine> lines, BlockScores scores) {
    for (int k = 0; k < 2 && growing.start > 0; k++) {
      String line = lines.get(growing.start - 1).text();
      if (scores.body(growing.start - 1) < ARTICLES
          && (AuthorLine.isName(line) || BlockFeatures.isTime(line) || words.isSayer(line))) {
        growing.start--;
      }
    }
  }

  /** Two lines of a thread's own head in a row, after an article: no menu has them so. */
  private int sureHeading(List<CopiedLine> lines, BlockScores scores) {
    int prose = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = lines.get(i).text();
      prose += scores.body(i) >= ARTICLES ? line.length() : 0;
      if (prose >= LEAST_BEFORE
          && words.startsComments(line)
          && words.startsComments(lines.get(i + 1).text())) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the texts under a line that heads comments are anybody's by the model. */
  private static boolean isSupported(
      List<CopiedLine> lines, BlockScores scores, int heading, int end) {
    double sum = 0;
    int texts = 0;
    for (int i = heading + 1; i <= end; i++) {
      if (TextShape.count(lines.get(i).text()) >= 6) {
        sum += Math.max(scores.body(i), scores.comment(i));
        texts++;
      }
    }
    return sum >= MAYBE * texts;
  }

  /** The first line of the readers' part by the model, else how many lines there are. */
  private static int start(List<CopiedLine> lines, BlockScores scores) {
    int n = lines.size();
    double[] after = new double[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      int weight = Math.min(60, TextShape.count(lines.get(i).text()));
      after[i] = after[i + 1] + weight * Math.log(1 - Math.min(0.99, scores.body(i)));
    }
    double best = Double.NEGATIVE_INFINITY;
    double before = 0;
    int start = n;
    for (int i = 0; i <= n; i++) {
      if (before + after[i] > best) {
        best = before + after[i];
        start = i;
      }
      if (i < n) {
        int weight = Math.min(60, TextShape.count(lines.get(i).text()));
        before += weight * Math.log(1 - Math.min(0.99, scores.comment(i)));
      }
    }
    int most = start;
    while (most < n && scores.comment(most) < ARTICLES) {
      most++;
    }
    return most;
  }
}
