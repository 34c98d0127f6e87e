package org.hearsay.page.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.hearsay.page.Notice;
import org.hearsay.page.PageArticle;
import org.hearsay.page.PageLimits;
import org.hearsay.page.PageReading;
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
import org.hearsay.page.metadata.Addresses;
import org.hearsay.page.metadata.AuthorNames;
import org.hearsay.page.metadata.BylineFinder;
import org.hearsay.page.metadata.Bylines;
import org.hearsay.page.metadata.OutletLabels;
import org.hearsay.page.metadata.ShownTime;
import org.hearsay.page.model.BlockScores;
import org.hearsay.page.model.PageModel;
import org.hearsay.page.notices.NoticeFinder;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page as copied from a browser: its lines, without markup. A model of its own tells the
 * article's lines from the readers' and the rest: see {@link CopiedLines}.
 */
public final class TextReader {
  /** How many lines after the prose may hold a notice. */
  private static final int NEAR = 6;

  /** In characters. */
  private static final int LONGEST_DEK = 300;

  private final Languages languages = new Languages();
  private final PageLimits limits;
  private final LineKinds words;
  private final AuthorNames authors;
  private final NoticeFinder notices;
  private final PageModel model;
  private final CommentFinder comments;
  private final CommentLines commentLines;
  private final ReadersPartFinder readers;
  private final ArticleLines article;
  private final Headlines headlines;

  /** With the words, rules and model that it reads with. */
  public TextReader(
      PageLimits limits,
      LineKinds words,
      AuthorNames authors,
      NoticeFinder notices,
      PageModel model) {
    this.limits = limits;
    this.words = words;
    this.authors = authors;
    this.model = model;
    this.notices = notices;
    this.comments = new CommentFinder(words);
    this.commentLines = new CommentLines(words);
    this.readers = new ReadersPartFinder(words);
    this.article = new ArticleLines(words, notices);
    this.headlines = new Headlines(words, notices);
  }

  /** The article and the comments of a copied page. */
  public PageReading read(String page, @Nullable String url) {
    List<CopiedLine> lines = CopiedText.lines(page);
    if (lines.size() > limits.maxElements()) {
      lines = lines.subList(0, limits.maxElements());
    }
    List<Block> blocks = CopiedLines.blocks(lines);
    BlockScores scores = model.of(blocks, null);
    CommentFinder.Numbered numbered = comments.numbered(blocks, scores);
    ReadersPart part =
        numbered == null
            ? readers.of(lines, blocks, scores)
            : new ReadersPart(numbered.first(), numbered.last(), List.of());
    BitSet prose = article.of(lines, scores, part);
    Head head = head(lines, prose, part);
    List<String> body = body(lines, prose, part, head);
    String publisher = publisher(lines, part);
    BitSet taken = part.taken(lines.size());
    if (!part.lines().isEmpty()) {
      // Below the readers stand the days of other articles, and of comments that were not found.
      taken.set(part.start(), lines.size());
    }
    int first = head.first;
    int last = prose.length() - 1;
    if (head.byline == null) {
      OutletLabels outlet = new OutletLabels(publisher, Addresses.host(url), null, Set.of(), false);
      head.byline =
          new BylineFinder(words, authors, outlet, head.title).near(blocks, taken, first, last);
    }
    NoticeFinder.add(head.notices, notices.byline(head.byline));
    Body text = Body.of(body);
    String language = languages.of(text.text(), null);
    Dates dates = new Dates(TimeZones.country(Addresses.host(url), null));
    boolean monthFirst = Dates.isMonthFirst(language);
    return new PageReading(
        new PageArticle(
            new PageArticle.Place(url, publisher, null),
            new PageArticle.Head(
                head.title,
                head.dek,
                head.byline,
                Bylines.authors(head.byline, notices),
                ShownTime.of(dates, blocks, taken, first, last, monthFirst),
                null),
            new PageArticle.Text(language, text.text(), text.paragraphs()),
            head.notices,
            List.of()),
        numbered == null ? commentLines.read(part.lines()) : numbered.comments());
  }

  /** What stands above the article's text. */
  private static final class Head {
    private @Nullable String title;
    private @Nullable String dek;
    private @Nullable String byline;
    private final List<Notice> notices = new ArrayList<>();

    /** The first line that looked like the text's, a dek's too; -1 where none does. */
    private int first;

    /** The first line of the text, or of what comes instead of one. */
    private int textAt;
  }

  /** Reads the head, and takes its lines out of the prose. */
  private Head head(List<CopiedLine> lines, BitSet prose, ReadersPart part) {
    Head head = new Head();
    int first = prose.nextSetBit(0);
    int title = first < 0 ? headlines.first(lines, lines.size()) : headlines.above(lines, prose);
    if (title == first && prose.cardinality() > 1) {
      prose.clear(first);
      first = prose.nextSetBit(first);
    }
    head.title = title < 0 ? null : lines.get(title).text();
    head.first = first;
    head.textAt = first < 0 ? part.start() : first;
    for (int i = title + 1; i < head.textAt; i++) {
      String line = lines.get(i).text();
      Notice notice = notices.line(line);
      String by = words.byline(line);
      if (notice != null) {
        NoticeFinder.add(head.notices, notice);
      } else if (by != null) {
        head.byline = head.byline == null ? by : head.byline;
      } else if (head.title != null && head.dek == null && headlines.isDek(line, head.title)) {
        head.dek = line;
      }
    }
    if (first >= 0 && head.title != null) {
      dekInProse(head, lines, prose, title);
    }
    return head;
  }

  /**
   * One paragraph between the headline and the line that says who wrote is the dek, and so is one
   * that ends like no sentence.
   */
  private void dekInProse(Head head, List<CopiedLine> lines, BitSet prose, int title) {
    int from = head.textAt;
    String under = lines.get(from).text();
    if (head.dek == null
        && from == title + 1
        && prose.get(from + 1)
        && !TextShape.endsSentence(under)
        && !under.endsWith(":")
        && under.length() <= LONGEST_DEK
        && headlines.isDek(under, "")) {
      head.dek = under;
      prose.clear(from);
      return;
    }
    for (int i = from + 1; i <= Math.min(from + 2, lines.size() - 1); i++) {
      String line = lines.get(i).text();
      String by = words.byline(line);
      if (head.dek == null && (by != null || notices.line(line) != null)) {
        head.dek = lines.get(from).text();
        prose.clear(from);
        head.byline = head.byline == null ? by : head.byline;
      }
    }
  }

  /** The article's paragraphs; notices among and below them go to the head's. */
  private List<String> body(List<CopiedLine> lines, BitSet prose, ReadersPart part, Head head) {
    List<String> body = new ArrayList<>();
    for (int i = head.textAt; i < lines.size(); i++) {
      if (part.holds(i)) {
        continue;
      }
      String line = lines.get(i).text();
      Notice notice = i <= prose.length() + NEAR ? notices.line(line) : null;
      if (notice != null) {
        NoticeFinder.add(head.notices, notice);
      } else if (prose.get(i)) {
        notices
            .inside(line, body.size() < 3)
            .forEach(found -> NoticeFinder.add(head.notices, found));
        body.add(line);
      }
    }
    return body;
  }

  /** The outlet that a line of the page's own names: readers may write "Support X", too. */
  private @Nullable String publisher(List<CopiedLine> lines, ReadersPart part) {
    String publisher = null;
    for (int i = 0; i < lines.size() && publisher == null; i++) {
      if (!part.holds(i) || i >= lines.size() - 3) {
        publisher = words.publisher(lines.get(i).text());
      }
    }
    return publisher;
  }
}
