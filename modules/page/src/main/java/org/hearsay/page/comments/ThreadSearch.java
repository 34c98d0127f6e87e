package org.hearsay.page.comments;

import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.page.block.Block;
import org.hearsay.page.lexicon.AuthorLine;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.page.model.BlockFeatures;
import org.hearsay.page.model.BlockScores;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a thread starts and ends that no element is named for: below a line that heads it, by
 * what stands under each comment, by the lines that say who wrote and when.
 */
public final class ThreadSearch {
  /** How lines start that ask for a comment. */
  private static final Pattern ASKS = PageLexicon.pattern("asks-for-comment");

  /** Less prose is no article, in characters. */
  private static final int LEAST_ARTICLE = 120;

  /** So many lines that give a name, a day and a time make a thread. */
  private static final int LEAST_STAMPED = 3;

  /** From here on a block is a reader's, by the model. */
  static final float READERS = 0.5f;

  /** Next to other signs, this much of a hint by the model is enough. */
  static final float MAYBE = 0.1f;

  /** A line that heads comments does so after this many characters of prose. */
  private static final int LEAST_BEFORE_READERS = 400;

  /** How many blocks after a heading are looked at for signs of readers. */
  static final int AHEAD = 16;

  private final LineKinds words;
  private final CommentAuthors authors;
  private final Sayers sayers;

  /** With the words of all languages. */
  public ThreadSearch(LineKinds words) {
    this(words, new CommentAuthors(words));
  }

  private ThreadSearch(LineKinds words, CommentAuthors authors) {
    this.words = words;
    this.authors = authors;
    this.sayers = new Sayers(words, authors);
  }

  /**
   * Blocks in a row.
   *
   * @param first the first of them
   * @param last the last of them
   */
  public record Run(int first, int last) {}

  /**
   * The line that heads readers' comments: after enough prose for an article, and with lines that
   * say who wrote after it; else -1.
   */
  public int heading(List<Block> blocks, BlockScores scores, List<@Nullable Element> zones) {
    int prose = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (prose >= LEAST_BEFORE_READERS
          && zones.get(i) == null
          && words.startsComments(block.text())
          && headsReaders(blocks, scores, i)) {
        return i;
      }
      prose += scores.body(i) >= READERS ? block.text().length() : 0;
    }
    return -1;
  }

  /** Whether texts stand below the line, and signs of who wrote them. */
  private boolean headsReaders(List<Block> blocks, BlockScores scores, int heading) {
    int sayers = 0;
    int texts = 0;
    int likeArticle = 0;
    for (int k = heading + 1; k < Math.min(blocks.size(), heading + AHEAD); k++) {
      String line = blocks.get(k).text();
      boolean says = this.sayers.isSayer(blocks.get(k));
      boolean name = !says && AuthorLine.isName(line) && blocks.get(k).linkDensity() < 0.5;
      // One short line with capitals may be anything; two of them are a rhythm.
      sayers += says ? 2 : name ? 1 : 0;
      boolean text =
          !says
              && !name
              && TextShape.count(line) >= 6
              && !words.isCommentChrome(line)
              && !words.isChrome(line);
      texts += text && (scores.body(k) >= MAYBE || scores.comment(k) >= MAYBE) ? 1 : 0;
      likeArticle += text && scores.body(k) >= READERS ? 1 : 0;
    }
    // Without a sign of readers, only what would else be taken for the article is worth a guess.
    boolean guess = blocks.get(heading).isHeading() && likeArticle >= 1;
    return texts >= 1 && (sayers >= 2 || guess);
  }

  /** The last block of the readers' part: after it, a good while, nothing looks like text. */
  public static int end(List<Block> blocks, BlockScores scores, int heading) {
    int end = heading;
    for (int i = heading + 1; i < Math.min(blocks.size(), end + AHEAD + 10); i++) {
      if (scores.body(i) >= MAYBE || scores.comment(i) >= MAYBE) {
        end = i;
      }
    }
    return end;
  }

  /**
   * The thread under whose comments stands what readers can do with each ("Reply", "Report"), with
   * texts and times between; else null. Where no article comes before, it is a forum's page.
   */
  @Nullable Run replied(List<Block> blocks, BlockScores scores, List<@Nullable Element> zones) {
    int prose = 0;
    int first = -1;
    int last = -1;
    int comments = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (zones.get(i) != null || !words.isReply(blocks.get(i).text())) {
        prose += first < 0 && scores.body(i) >= READERS ? blocks.get(i).text().length() : 0;
        continue;
      }
      int start = startOfReplied(blocks, Math.max(last, i - AHEAD), i);
      if (start < 0) {
        last = last >= 0 && i - last <= 3 ? i : last;
      } else if (last >= 0 && start - last <= 3) {
        comments++;
        last = i;
      } else if (comments < 2) {
        int own = 0;
        for (int k = start; k < i; k++) {
          own += scores.body(k) >= READERS ? blocks.get(k).text().length() : 0;
        }
        comments = prose - own >= LEAST_BEFORE_READERS ? 1 : 0;
        first = comments == 1 ? start : -1;
        last = comments == 1 ? i : -1;
      }
    }
    return comments >= 2 ? new Run(first, last) : null;
  }

  /** Where the comment starts that ends with such a line: with who wrote and when; else -1. */
  private int startOfReplied(List<Block> blocks, int after, int end) {
    int texts = 0;
    for (int i = end - 1; i > after; i--) {
      Block block = blocks.get(i);
      if (sayers.isSayer(block) && BlockFeatures.isTime(block.text())) {
        if (texts == 0) {
          return -1;
        }
        int start = i;
        while (start - 1 > after
            && i - start < 2
            && (sayers.isSayer(blocks.get(start - 1))
                || sayers.isNameLine(blocks.get(start - 1)))) {
          start--;
        }
        return start;
      }
      texts += TextShape.count(block.text()) >= 3 && !words.isCommentChrome(block.text()) ? 1 : 0;
    }
    return -1;
  }

  /**
   * The thread whose texts have a line each, above or below, that gives a name, a day and a time of
   * day; else null. Live blogs have no names, and where no article comes before, it is a forum's
   * page. For copied text only: where there is markup, it tells threads from lists of articles,
   * whose teasers have such lines, too.
   */
  public @Nullable Run stamped(List<Block> blocks, BlockScores scores) {
    int prose = 0;
    int first = -1;
    int last = -1;
    int turns = 0;
    for (int i = 0; i < blocks.size(); i++) {
      String line = blocks.get(i).text();
      boolean signs =
          line.length() <= 100
              && CommentAuthors.isStamp(line)
              && authors.name(CommentAuthors.withoutStamp(line)) != null;
      if (!signs) {
        prose += first < 0 && scores.body(i) >= READERS ? line.length() : 0;
        continue;
      }
      boolean follows = last >= 0 && i - last <= AHEAD && sayers.isText(blocks, last + 1, i);
      if (!follows && turns < LEAST_STAMPED) {
        first = prose >= LEAST_BEFORE_READERS ? i : -1;
        turns = first < 0 ? 0 : 1;
        last = first;
      } else if (follows) {
        turns++;
        last = i;
      }
    }
    if (turns < LEAST_STAMPED) {
      return null;
    }
    return isAbove(blocks, first, last)
        ? new Run(first, endOfLast(blocks, last))
        : new Run(startOfFirst(blocks, first), last);
  }

  /** Whether each such line stands above its text: a form's words above the first tell, too. */
  private boolean isAbove(List<Block> blocks, int first, int last) {
    return words.isCommentChrome(blocks.get(first - 1).text())
        || (sayers.isText(blocks, last + 1, Math.min(blocks.size(), last + 2))
            && !sayers.isText(blocks, first - 1, first));
  }

  /** The last block of the text below the last line, of at most three paragraphs. */
  private int endOfLast(List<Block> blocks, int last) {
    int end = last + 1;
    while (end + 1 < blocks.size() && sayers.isText(blocks, end + 1, end + 2) && end - last < 3) {
      end++;
    }
    return Math.min(end, blocks.size() - 1);
  }

  /** The first block of the text above the first line: below a heading, else one paragraph. */
  private int startOfFirst(List<Block> blocks, int first) {
    for (int i = first - 1; i >= Math.max(0, first - 6); i--) {
      if (words.startsComments(blocks.get(i).text())) {
        return i + 1;
      }
    }
    return first - 1;
  }

  /** Whether an article stands outside of the thread: else it is a forum's page. */
  static boolean isOutside(List<Block> blocks, BlockScores scores, NumberedThread thread) {
    int prose = 0;
    for (int i = 0; i < blocks.size(); i++) {
      boolean in = i >= thread.first() && i <= thread.last();
      prose += !in && scores.body(i) >= READERS ? blocks.get(i).text().length() : 0;
    }
    return prose >= LEAST_ARTICLE;
  }

  /** The line below readers' texts that asks for more of them, with no thread after it; else -1. */
  int formAfter(List<Block> blocks, List<Integer> loose) {
    if (loose.isEmpty()) {
      return -1;
    }
    int last = loose.get(loose.size() - 1);
    for (int i = loose.get(0) + 1; i <= last; i++) {
      String line = blocks.get(i).text();
      boolean asks =
          line.length() < 80
              && (words.startsComments(line) || words.isForm(line))
              && ASKS.matcher(line).lookingAt();
      for (int k = i + 1; asks && k < Math.min(blocks.size(), i + AHEAD); k++) {
        asks = !sayers.isSayer(blocks.get(k)) || !BlockFeatures.isTime(blocks.get(k).text());
      }
      if (asks) {
        return i;
      }
    }
    return -1;
  }
}
