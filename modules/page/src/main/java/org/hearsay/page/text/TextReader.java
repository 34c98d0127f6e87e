package org.hearsay.page.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.page.Notice;
import org.hearsay.page.PageArticle;
import org.hearsay.page.PageLimits;
import org.hearsay.page.PageReading;
import org.hearsay.page.ReaderComment;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.Body;
import org.hearsay.page.block.CopiedLine;
import org.hearsay.page.comments.CommentFinder;
import org.hearsay.page.comments.CommentLines;
import org.hearsay.page.dates.Dates;
import org.hearsay.page.dates.TimeZones;
import org.hearsay.page.lexicon.Languages;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.page.metadata.BylineFinder;
import org.hearsay.page.metadata.Bylines;
import org.hearsay.page.metadata.Metadata;
import org.hearsay.page.metadata.OutletNames;
import org.hearsay.page.model.BlockFeatures;
import org.hearsay.page.model.BlockScores;
import org.hearsay.page.model.PageModel;
import org.hearsay.page.notices.NoticeFinder;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page as copied from a browser: its lines, without markup. A model of its own tells the
 * article's lines from the readers' and the rest: see {@link CopiedLines}.
 */
public final class TextReader {
  /** A line this long is prose even where it does not end like a sentence, in words. */
  private static final int PROSE_WORDS = 25;

  /** From here on a line is the article's, or a reader's, by the model. */
  private static final float ARTICLES = 0.5f;

  /** The same for what looks like prose and stands next to such a line. */
  private static final float BESIDE = 0.2f;

  /** Within the readers' part, this much of a hint by the model is enough to go on. */
  private static final float MAYBE = 0.3f;

  /** Long lines in the readers' part that the model gives less are the page's furniture. */
  private static final float LEAST = 0.1f;

  /** How many lines above the prose may head it. */
  private static final int ABOVE = 25;

  /** How many lines above the prose, or above itself, a headline stands that is shown twice. */
  private static final int JUST_ABOVE = 8;

  /** A headline that is told by being shown twice has so many words: menus come twice, too. */
  private static final int LEAST_TWICE = 3;

  /** A line of a list. */
  private static final Pattern BULLET = Pattern.compile("[*•·‣▪●○◦–—-]\\s.*");

  /** How many lines after the prose may hold a notice. */
  private static final int NEAR = 6;

  /** The longest headline, in characters. */
  private static final int LONGEST_TITLE = 200;

  private final Languages languages = new Languages();
  private final PageLimits limits;
  private final LineKinds words;
  private final NoticeFinder notices;
  private final PageModel model;
  private final CommentFinder comments;
  private final CommentLines commentLines;

  public TextReader(PageLimits limits, LineKinds words, NoticeFinder notices, PageModel model) {
    this.limits = limits;
    this.words = words;
    this.model = model;
    this.comments = new CommentFinder(words);
    this.notices = notices;
    this.commentLines = new CommentLines(words);
  }

  /** How many lines a comment may have before what stands under it. */
  private static final int REACH = 8;

  public PageReading read(String page, @Nullable String url) {
    List<CopiedLine> lines = lines(page);
    if (lines.size() > limits.maxElements()) {
      lines = lines.subList(0, limits.maxElements());
    }
    List<Block> blocks = CopiedLines.blocks(lines);
    BlockScores said = model.of(blocks, null);
    CommentFinder.Numbered numbered = comments.thread(blocks);
    Readers thread =
        numbered == null
            ? thread(lines, blocks, said)
            : new Readers(numbered.first(), numbered.last(), List.of());
    BitSet prose = prose(lines, said, thread);
    int first = prose.nextSetBit(0);
    int title = first < 0 ? firstHeadline(lines, lines.size()) : title(lines, prose);
    if (title == first && prose.cardinality() > 1) {
      prose.clear(first);
      first = prose.nextSetBit(first);
    }
    int from = first < 0 ? thread.start : first;

    List<Notice> found = new ArrayList<>();
    String publisher = null;
    for (int i = 0; i < lines.size() && publisher == null; i++) {
      // Readers may write "Support X" too: only the page's own part names the outlet.
      if (i < thread.start || i > thread.end || i >= lines.size() - 3) {
        publisher = words.publisher(lines.get(i).text());
      }
    }
    String dek = null;
    String byline = null;
    for (int i = title + 1; i < from; i++) {
      String line = lines.get(i).text();
      Notice notice = notices.line(line);
      String by = words.byline(line);
      if (notice != null) {
        NoticeFinder.add(found, notice);
      } else if (by != null) {
        byline = byline == null ? by : byline;
      } else if (title >= 0 && dek == null && isDek(line, lines.get(title).text())) {
        dek = line;
      }
    }
    // One paragraph between the headline and the line that says who wrote is the dek.
    for (int i = from + 1; i <= Math.min(from + 2, lines.size() - 1) && first >= 0; i++) {
      String line = lines.get(i).text();
      String by = words.byline(line);
      if (dek == null && title >= 0 && (by != null || notices.line(line) != null)) {
        dek = lines.get(from).text();
        prose.clear(from);
        byline = byline == null ? by : byline;
      }
    }

    List<String> body = new ArrayList<>();
    for (int i = from; i < lines.size(); i++) {
      if (i >= thread.start && i <= thread.end) {
        continue;
      }
      String line = lines.get(i).text();
      Notice notice = i <= prose.length() + NEAR ? notices.line(line) : null;
      if (notice != null) {
        NoticeFinder.add(found, notice);
      } else if (prose.get(i)) {
        notices.inside(line, body.size() < 3).forEach(n -> NoticeFinder.add(found, n));
        body.add(line);
      }
    }
    BitSet taken = new BitSet(lines.size());
    if (thread.start < lines.size()) {
      taken.set(thread.start, thread.end + 1);
    }
    int last = prose.length() - 1;
    if (byline == null) {
      byline =
          new BylineFinder(
                  words,
                  new OutletNames(publisher, Metadata.host(url), null, false),
                  title < 0 ? null : lines.get(title).text())
              .near(blocks, taken, first, last);
    }
    NoticeFinder.add(found, notices.byline(byline));
    Body text = Body.of(body);
    String language = languages.of(text.text(), null);
    List<ReaderComment> readers =
        numbered == null ? commentLines.read(thread.lines) : numbered.comments();
    return new PageReading(
        new PageArticle(
            url,
            publisher,
            title < 0 ? null : lines.get(title).text(),
            dek,
            byline,
            Bylines.authors(byline, notices),
            Metadata.shownTime(
                new Dates(TimeZones.country(Metadata.host(url), null)),
                blocks,
                taken,
                first,
                last,
                language == null || language.equals("en")),
            null,
            null,
            language,
            text.text(),
            text.paragraphs(),
            found,
            List.of()),
        readers);
  }

  /** The article's lines: by the model, and where it sees none, by their look. */
  private BitSet prose(List<CopiedLine> lines, BlockScores said, Readers thread) {
    BitSet prose = new BitSet(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).text();
      boolean chrome =
          line.length() < 120
              && (words.byline(line) != null
                  || words.startsComments(line)
                  || words.isCommentChrome(line)
                  || words.isChrome(line));
      if ((i < thread.start || i > thread.end) && said.body(i) >= ARTICLES && !chrome) {
        prose.set(i, said.body(i) >= said.comment(i));
      }
    }
    // Next to the article's lines, what looks like prose needs less of the model's trust.
    BitSet sure = (BitSet) prose.clone();
    for (int i = 0; i < lines.size(); i++) {
      boolean beside = (i > 0 && sure.get(i - 1)) || sure.get(i + 1);
      if (beside
          && (i < thread.start || i > thread.end)
          && said.body(i) >= BESIDE
          && said.body(i) >= said.comment(i)
          && isProse(lines.get(i).text())) {
        prose.set(i);
      }
    }
    int first = prose.isEmpty() ? firstProse(lines) : -1;
    int last = first;
    for (int i = first; i >= 0 && i < thread.start; i++) {
      last = isProse(lines.get(i).text()) ? i : last;
    }
    for (int i = first; i >= 0 && i <= last; i++) {
      prose.set(i, !words.isChrome(lines.get(i).text()));
    }
    return prose;
  }

  /**
   * The readers' part.
   *
   * @param start its first line, or how many lines there are
   * @param end its last line
   * @param lines those of its lines that are not a page's furniture
   */
  private record Readers(int start, int end, List<CopiedLine> lines) {}

  /**
   * A page's readers come in one part, after its article: it starts where the model's say of all
   * lines, the article's before it and the readers' after it, is the most likely; or under a line
   * that heads comments, with lines that say who wrote after it.
   */
  private Readers thread(List<CopiedLine> lines, List<Block> blocks, BlockScores said) {
    int n = lines.size();
    int start = start(lines, said);
    int last = -1;
    for (int i = start; i < n; i++) {
      last = said.comment(i) >= MAYBE && said.comment(i) >= said.body(i) ? i : last;
    }
    int heading = comments.heading(blocks, said, new Element[n]);
    int sure = sureHeading(lines, said);
    heading = sure < 0 ? heading : sure;
    int under = heading < 0 ? -1 : CommentFinder.end(blocks, said, heading);
    // The model may see nobody in few short texts: under such a head they are readers' all the
    // same.
    for (int k = sure; sure >= 0 && k < n && words.startsComments(lines.get(k).text()); k++) {
      under = Math.max(under, k);
    }
    for (int k = under + 1; sure >= 0 && k < Math.min(n, under + 5); k++) {
      String line = lines.get(k).text();
      under =
          TextShape.count(line) >= 3 && TextShape.endsSentence(line) && !words.isChrome(line)
              ? k
              : under;
    }
    CommentFinder.Run stamped = comments.stamped(blocks, said);
    if (sure >= 0 || (heading >= 0 && isSupported(lines, said, heading, under))) {
      start = Math.min(start, heading);
      last = Math.max(last, under);
    } else if (stamped != null) {
      start = Math.min(start, stamped.first());
      last = Math.max(last, stamped.last());
      heading = start - 1;
    } else {
      heading = -1;
    }
    if (last < start) {
      return new Readers(n, n, List.of());
    }
    // What readers can do stands under each comment, the last one, too.
    int replies = 0;
    int replied = last;
    for (int k = start; k < Math.min(n, replied + REACH); k++) {
      if (words.isReply(lines.get(k).text())) {
        replies++;
        replied = Math.max(replied, k);
      }
    }
    boolean whole = heading >= 0;
    if (replies >= 2 && replied > last) {
      last = replied;
      whole = true;
    }
    // The name above the first comment.
    for (int k = 0; k < 2 && start > 0 && heading < 0; k++) {
      String line = lines.get(start - 1).text();
      if (said.body(start - 1) < ARTICLES
          && (CommentLines.isName(line) || BlockFeatures.isTime(line) || words.isSayer(line))) {
        start--;
      }
    }
    int end = Math.min(n - 1, last + 1);
    while (end > last && (heading >= 0 || !words.isCommentChrome(lines.get(end).text()))) {
      end--;
    }
    List<CopiedLine> part = new ArrayList<>();
    for (int i = start; i <= end; i++) {
      boolean text = TextShape.count(lines.get(i).text()) >= 6;
      if (!text || whole || said.comment(i) >= LEAST) {
        part.add(lines.get(i));
      }
    }
    return new Readers(start, end, part);
  }

  /** Two lines of a thread's own head in a row, after an article: no menu has them so. */
  private int sureHeading(List<CopiedLine> lines, BlockScores said) {
    int prose = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = lines.get(i).text();
      prose += said.body(i) >= ARTICLES ? line.length() : 0;
      if (prose >= LONGEST_TITLE
          && words.startsComments(line)
          && words.startsComments(lines.get(i + 1).text())) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the texts under a line that heads comments are anybody's by the model. */
  private static boolean isSupported(
      List<CopiedLine> lines, BlockScores said, int heading, int end) {
    double sum = 0;
    int texts = 0;
    for (int i = heading + 1; i <= end; i++) {
      if (TextShape.count(lines.get(i).text()) >= 6) {
        sum += Math.max(said.body(i), said.comment(i));
        texts++;
      }
    }
    return sum >= MAYBE * texts;
  }

  /** The first line of the readers' part by the model, else how many lines there are. */
  private static int start(List<CopiedLine> lines, BlockScores said) {
    int n = lines.size();
    double[] after = new double[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      int weight = Math.min(60, TextShape.count(lines.get(i).text()));
      after[i] = after[i + 1] + weight * Math.log(1 - Math.min(0.99, said.body(i)));
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
        before += weight * Math.log(1 - Math.min(0.99, said.comment(i)));
      }
    }
    int most = start;
    while (most < n && said.comment(most) < ARTICLES) {
      most++;
    }
    return most;
  }

  private static List<CopiedLine> lines(String page) {
    List<CopiedLine> raw = new ArrayList<>();
    int blanks = 0;
    for (String line : page.lines().toList()) {
      String text = TextShape.clean(line);
      if (text.isEmpty()) {
        blanks++;
      } else {
        raw.add(new CopiedLine(text, blanks));
        blanks = 0;
      }
    }
    return unwrapped(raw);
  }

  /**
   * Joins the lines of paragraphs that were broken at a fixed width: several lines without a blank
   * one between, all but the last of about one length and most not at a sentence's end.
   */
  private static List<CopiedLine> unwrapped(List<CopiedLine> raw) {
    List<CopiedLine> out = new ArrayList<>();
    int i = 0;
    while (i < raw.size()) {
      int end = i + 1;
      while (end < raw.size() && raw.get(end).blanks() == 0) {
        end++;
      }
      List<CopiedLine> group = raw.subList(i, end);
      if (isWrapped(group)) {
        StringBuilder text = new StringBuilder();
        for (CopiedLine line : group) {
          text.append(text.length() == 0 ? "" : " ").append(line.text());
        }
        out.add(new CopiedLine(text.toString(), group.get(0).blanks()));
      } else {
        out.addAll(group);
      }
      i = end;
    }
    return out;
  }

  private static boolean isWrapped(List<CopiedLine> group) {
    if (group.size() < 2) {
      return false;
    }
    int open = 0;
    for (CopiedLine line : group.subList(0, group.size() - 1)) {
      if (line.text().length() < 50 || line.text().length() > 110) {
        return false;
      }
      open += TextShape.endsSentence(line.text()) ? 0 : 1;
    }
    return open * 2 > group.size() - 1;
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

  /**
   * The line that heads the article: not far above its first prose, of words that come again in the
   * article, often shown twice, and often followed by who wrote and when.
   */
  private int title(List<CopiedLine> lines, BitSet prose) {
    int first = prose.nextSetBit(0);
    int twice = shownTwice(lines, first);
    if (twice >= 0) {
      return twice;
    }
    Set<String> said = new HashSet<>();
    int count = 0;
    for (int i = prose.nextSetBit(first + 1); i >= 0 && count < 12; i = prose.nextSetBit(i + 1)) {
      said.addAll(longWords(lines.get(i).text()));
      count++;
    }
    Map<String, Integer> times = new HashMap<>();
    for (CopiedLine line : lines) {
      times.merge(line.text().toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    int best = -1;
    double most = 0.2;
    for (int i = Math.max(0, first - ABOVE); i <= first; i++) {
      String line = lines.get(i).text();
      Set<String> own = longWords(line);
      if (!isHeadline(line) || own.isEmpty()) {
        continue;
      }
      long again = own.stream().filter(said::contains).count();
      double score = 0.6 * again / own.size() + 0.2 * Math.min(5, own.size());
      score += times.getOrDefault(line.toLowerCase(Locale.ROOT), 1) > 1 ? 0.4 : 0;
      score -= 0.08 * (first - i);
      // Who wrote and when stands below a headline, and is none.
      String below = i < first ? lines.get(i + 1).text() : "";
      score += BlockFeatures.isTime(below) || words.byline(below) != null ? 0.5 : 0;
      score -= BlockFeatures.isTime(line) && TextShape.count(line) < 14 ? 0.3 : 0;
      if (again > 0 && score > most) {
        most = score;
        best = i;
      }
    }
    return best < 0 ? firstHeadline(lines, first) : best;
  }

  /** The headline that is shown above the article a second time, as the page's and as its own. */
  private int shownTwice(List<CopiedLine> lines, int first) {
    for (int i = first - 1; i >= Math.max(0, first - JUST_ABOVE); i--) {
      String line = lines.get(i).text();
      if (TextShape.count(line) < LEAST_TWICE || !isHeadline(line)) {
        continue;
      }
      for (int k = i - 1; k >= Math.max(0, i - JUST_ABOVE); k--) {
        if (lines.get(k).text().equalsIgnoreCase(line)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static Set<String> longWords(String line) {
    Set<String> out = new HashSet<>();
    for (String word : line.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.length() > 3) {
        out.add(word);
      }
    }
    return out;
  }

  private int firstHeadline(List<CopiedLine> lines, int end) {
    for (int least : new int[] {4, 2}) {
      for (int i = 0; i < end; i++) {
        if (isHeadline(lines.get(i).text()) && TextShape.count(lines.get(i).text()) >= least) {
          return i;
        }
      }
    }
    return -1;
  }

  private boolean isHeadline(String line) {
    return line.length() <= LONGEST_TITLE
        && TextShape.count(line) >= 2
        && !line.endsWith(".")
        && !line.endsWith(":")
        && !BULLET.matcher(line).matches()
        && !words.isChrome(line)
        && !words.startsComments(line)
        && words.byline(line) == null
        && notices.line(line) == null;
  }

  private boolean isDek(String line, String title) {
    return TextShape.count(line) >= 6
        && !line.equalsIgnoreCase(title)
        && !BULLET.matcher(line).matches()
        && !words.isChrome(line);
  }
}
