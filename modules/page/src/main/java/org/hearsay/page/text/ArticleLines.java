package org.hearsay.page.text;

import java.util.BitSet;
import java.util.List;
import org.hearsay.page.block.CopiedLine;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.page.model.BlockScores;
import org.hearsay.page.notices.NoticeFinder;

/** Tells the article's lines of a copied page from the others. */
final class ArticleLines {
  /** A line this long is prose even where it does not end like a sentence, in words. */
  private static final int PROSE_WORDS = 25;

  /** From here on a line is the article's, by the model. */
  private static final float ARTICLES = 0.5f;

  /** The same for what looks like prose and stands next to such a line. */
  private static final float BESIDE = 0.2f;

  private final LineKinds words;
  private final NoticeFinder notices;

  ArticleLines(LineKinds words, NoticeFinder notices) {
    this.words = words;
    this.notices = notices;
  }

  /** The article's lines: by the model, and where it sees none, by their look. */
  BitSet of(List<CopiedLine> lines, BlockScores scores, ReadersPart readers) {
    BitSet prose = new BitSet(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      if (!readers.holds(i) && scores.body(i) >= ARTICLES && !isChrome(lines.get(i).text())) {
        prose.set(i, scores.body(i) >= scores.comment(i));
      }
    }
    addBeside(prose, lines, scores, readers);
    if (prose.isEmpty()) {
      addByLook(prose, lines, readers);
    }
    return prose;
  }

  private boolean isChrome(String line) {
    return line.length() < 120
        && (words.byline(line) != null
            || words.startsComments(line)
            || words.isCommentChrome(line)
            || words.isChrome(line));
  }

  /** Next to the article's lines, what looks like prose needs less of the model's trust. */
  private void addBeside(
      BitSet prose, List<CopiedLine> lines, BlockScores scores, ReadersPart readers) {
    BitSet sure = (BitSet) prose.clone();
    for (int i = 0; i < lines.size(); i++) {
      boolean beside = (i > 0 && sure.get(i - 1)) || sure.get(i + 1);
      if (beside
          && !readers.holds(i)
          && scores.body(i) >= BESIDE
          && scores.body(i) >= scores.comment(i)
          && isProse(lines.get(i).text())) {
        prose.set(i);
      }
    }
  }

  private void addByLook(BitSet prose, List<CopiedLine> lines, ReadersPart readers) {
    int first = firstProse(lines);
    int last = first;
    for (int i = first; i >= 0 && i < readers.start(); i++) {
      last = isProse(lines.get(i).text()) ? i : last;
    }
    for (int i = first; i >= 0 && i <= last; i++) {
      prose.set(i, !words.isChrome(lines.get(i).text()));
    }
  }

  private boolean isProse(String line) {
    int count = TextShape.count(line);
    return (count >= PROSE_WORDS || (count >= 6 && TextShape.endsSentence(line)))
        && !words.isChrome(line)
        && !words.startsComments(line)
        && notices.line(line) == null;
  }

  /**
   * The body's first line: prose that is followed by more prose soon, so that a lone sentence among
   * a page's widgets does not open the body; else the first prose at all.
   */
  private int firstProse(List<CopiedLine> lines) {
    int fallback = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (words.startsComments(lines.get(i).text()) && fallback >= 0) {
        break;
      }
      if (!isProse(lines.get(i).text())) {
        continue;
      }
      fallback = fallback < 0 ? i : fallback;
      for (int k = i + 1; k < Math.min(lines.size(), i + 4); k++) {
        if (words.startsComments(lines.get(k).text())) {
          break;
        }
        if (isProse(lines.get(k).text())) {
          return i;
        }
      }
    }
    return fallback;
  }
}
