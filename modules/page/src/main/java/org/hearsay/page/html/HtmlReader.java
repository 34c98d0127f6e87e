package org.hearsay.page.html;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.Notice;
import org.hearsay.page.NoticeKind;
import org.hearsay.page.PageArticle;
import org.hearsay.page.PageLimits;
import org.hearsay.page.PageReading;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.Blocks;
import org.hearsay.page.block.Body;
import org.hearsay.page.block.Hints;
import org.hearsay.page.block.Tags;
import org.hearsay.page.comments.CommentFinder;
import org.hearsay.page.dates.Dates;
import org.hearsay.page.lexicon.Languages;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;
import org.hearsay.page.metadata.Addresses;
import org.hearsay.page.metadata.ArticleTitles;
import org.hearsay.page.metadata.AuthorNames;
import org.hearsay.page.metadata.BylineFinder;
import org.hearsay.page.metadata.Bylines;
import org.hearsay.page.metadata.Metadata;
import org.hearsay.page.metadata.OutletLabels;
import org.hearsay.page.metadata.ShownTime;
import org.hearsay.page.model.BlockScores;
import org.hearsay.page.model.PageModel;
import org.hearsay.page.notices.NoticeFinder;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads an HTML page. */
public final class HtmlReader {
  private static final Pattern TITLE = Pattern.compile("(?i)<title\\b[^<>]{0,200}>");
  private static final Pattern TITLE_END = Pattern.compile("(?i)</title");

  /** Farther on, an end tag belongs to something else (an SVG picture's title), in characters. */
  private static final int LONGEST_TITLE = 2_000;

  private static final Pattern DEK = PageLexicon.markup("dek");

  /** What a dek is to schema.org. */
  private static final Set<String> DESCRIBED =
      Set.of("description", "abstract", "alternativeHeadline");

  /** A dek has so many words at least. */
  private static final int LEAST_DEK = 4;

  /** How far below its headline a dek stands, in blocks. */
  private static final int BELOW = 4;

  /** From here on a block is the article's, by the model. */
  private static final float ARTICLES = 0.5f;

  /** More blocks than these between two paragraphs part what is no one text. */
  private static final int GAP = 20;

  /** How many blocks before and after the prose may hold a notice. */
  private static final int NEAR = 6;

  private final PageLimits limits;
  private final LineKinds words;
  private final NoticeFinder notices;
  private final Languages languages = new Languages();
  private final Metadata metadata;
  private final AuthorNames authors;
  private final PageModel model;
  private final CommentFinder comments;

  /** With the words, rules and model that it reads with. */
  public HtmlReader(
      PageLimits limits,
      LineKinds words,
      AuthorNames authors,
      NoticeFinder notices,
      PageModel model) {
    this.limits = limits;
    this.words = words;
    this.authors = authors;
    this.metadata = new Metadata(authors);
    this.notices = notices;
    this.model = model;
    this.comments = new CommentFinder(words);
  }

  /**
   * The article and the comments of a page that was fetched from an address, where that is known.
   */
  public PageReading read(String html, @Nullable String url) {
    String taken = Tags.within(html, limits);
    Document page = parse(taken, url, limits);
    Metadata.PageMetadata meta = metadata.read(page, url);
    Blocks.Cut cut = Blocks.of(page.body(), limits.maxElements());
    List<Block> blocks = cut.blocks();
    BlockScores said = model.of(blocks, meta.headline().title());
    CommentFinder.FoundComments readers = comments.find(blocks, said);
    Block dek = dek(meta.headline().description(), blocks);
    List<Block> prose = prose(blocks, said, readers.taken(), meta.headline().title());
    prose.remove(dek);

    List<Notice> found = new ArrayList<>();
    List<String> body = new ArrayList<>();
    for (Block block : prose) {
      Notice notice = notices.line(block.text());
      if (notice != null) {
        NoticeFinder.add(found, linked(notice, block));
      } else {
        notices
            .inside(block.text(), body.size() < 3)
            .forEach(n -> NoticeFinder.add(found, linked(n, block)));
        body.add(block.text());
      }
    }
    around(blocks, prose, found);
    Body text = Body.of(body);
    String language = languages.of(text.text(), meta.language());
    Shown shown = shown(page, meta, language, blocks, said, readers.taken(), prose);
    if (dek == null) {
      dek = namedDek(blocks, prose, shown.title());
    }
    NoticeFinder.add(found, notices.byline(shown.byline()));
    for (Metadata.Link origin : meta.origins()) {
      NoticeFinder.add(found, elsewhere(origin.url(), origin.evidence(), url));
    }
    if (meta.canonical() != null) {
      NoticeFinder.add(found, elsewhere(meta.canonical().url(), meta.canonical().evidence(), url));
    }

    return new PageReading(
        new PageArticle(
            new PageArticle.Place(
                meta.canonical() == null ? url : meta.canonical().url(),
                meta.outlet().publisher() == null ? publisher(blocks) : meta.outlet().publisher(),
                meta.section()),
            new PageArticle.Head(
                shown.title(),
                dek == null ? null : dek.text(),
                shown.byline(),
                Bylines.authors(shown.byline(), notices),
                shown.publishedAt(),
                meta.times().modifiedAt()),
            new PageArticle.Text(language, text.text(), text.paragraphs()),
            found,
            partial(cut.whole(), html.length(), taken.length())),
        readers.comments());
  }

  private List<String> partial(boolean whole, int all, int taken) {
    List<String> reasons = new ArrayList<>();
    if (!whole) {
      reasons.add("only the first " + limits.maxElements() + " elements were read");
    } else if (taken < all) {
      reasons.add(
          "only the first "
              + taken
              + " of "
              + all
              + " characters were read: more tags than "
              + limits.maxElements()
              + ", or tables more than "
              + limits.maxDepth()
              + " deep");
    }
    return reasons;
  }

  /** What readers see of the metadata, where the head does not say it better. */
  private record Shown(
      @Nullable String title, @Nullable String byline, @Nullable OffsetDateTime publishedAt) {}

  private Shown shown(
      Document page,
      Metadata.PageMetadata meta,
      @Nullable String language,
      List<Block> blocks,
      BlockScores said,
      BitSet readers,
      List<Block> prose) {
    int[] main = main(blocks, said, prose);
    int first = main[0];
    int last = main[1];
    String title =
        ArticleTitles.shown(meta.headline().title(), outlet(meta, blocks), blocks, first);
    BylineFinder bylines = new BylineFinder(words, authors, meta.outlet(), title);
    String byline = meta.signed().byline();
    if (byline == null) {
      byline = bylines.find(page, blocks, readers, first, last);
    }
    if (byline == null) {
      byline = meta.signed().outletsByline();
    }
    if (byline == null) {
      byline =
          new BylineFinder(words, authors, meta.outlet().withOrganisations(), title)
              .find(page, blocks, readers, first, last);
    }
    OffsetDateTime at = meta.times().publishedAt();
    if (at == null) {
      boolean monthFirst = Dates.isMonthFirst(language);
      at = ShownTime.of(meta.times().dates(), blocks, readers, first, last, monthFirst);
    }
    return new Shown(title, byline, at);
  }

  /**
   * Whose page it is, where its data does not say by the line that names it, such as "© 2031 X".
   */
  private OutletLabels outlet(Metadata.PageMetadata meta, List<Block> blocks) {
    String name = meta.outlet().publisher() == null ? publisher(blocks) : meta.outlet().publisher();
    return new OutletLabels(
        name, meta.outlet().host(), meta.outlet().site(), meta.outlet().signs(), true);
  }

  /** The first and last block of the longest run of prose: a notice above the page is none. */
  private static int[] main(List<Block> blocks, BlockScores said, List<Block> prose) {
    int[] best = {-1, -1};
    double most = -1;
    int[] run = {-1, -1};
    double chars = 0;
    int next = 0;
    for (Block block : prose) {
      int at = next;
      while (at < blocks.size() && !blocks.get(at).equals(block)) {
        at++;
      }
      next = at + 1;
      if (run[0] < 0 || at - run[1] > GAP) {
        run = new int[] {at, at};
        chars = 0;
      }
      run[1] = at;
      // What the model is hardly sure of weighs little.
      chars += (said.body(at) - ARTICLES) * block.text().length();
      if (chars > most) {
        most = chars;
        best = run;
      }
    }
    return best;
  }

  private List<Block> prose(
      List<Block> blocks, BlockScores said, BitSet readers, @Nullable String title) {
    List<Block> prose = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      String text = blocks.get(i).text();
      if (!readers.get(i)
          && said.body(i) >= ARTICLES
          && said.body(i) >= said.comment(i)
          && !text.equalsIgnoreCase(title)
          && !isCaption(blocks.get(i))
          && !isFurniture(text)
          && !(text.length() < 120
              && (words.byline(text) != null
                  || words.startsComments(text)
                  || words.isCommentChrome(text)))) {
        prose.add(blocks.get(i));
      }
    }
    return prose;
  }

  /**
   * Closes a title that the page leaves open: by the letter of the standard all that follows would
   * be the title's text, and such pages are about.
   */
  private static String closedTitle(String html) {
    Matcher open = TITLE.matcher(html);
    if (!open.find()) {
      return html;
    }
    int end = open.end();
    Matcher close = TITLE_END.matcher(html);
    if (close.find(end) && close.start() - end <= LONGEST_TITLE) {
      return html;
    }
    int tag = html.indexOf('<', end);
    int at = tag < 0 ? html.length() : tag;
    return html.substring(0, at) + "</title>" + html.substring(at);
  }

  /** "Advertisement", "Read more" and the like between paragraphs; numbers may be a list's. */
  private boolean isFurniture(String text) {
    return text.length() < 30
        && TextShape.count(text) <= 3
        && text.chars().noneMatch(Character::isDigit)
        && text.chars().anyMatch(Character::isLetter)
        && words.isChrome(text);
  }

  private static boolean isCaption(Block block) {
    String tag = block.element().normalName();
    return tag.equals("figcaption") || tag.equals("caption");
  }

  /** The page's tree. */
  public static Document parse(String html, @Nullable String url, PageLimits limits) {
    Parser parser = Parser.htmlParser().setMaxDepth(limits.maxDepth());
    return parser.parseInput(closedTitle(html), url == null ? "" : url);
  }

  /** Notices between and next to the blocks of prose. */
  private void around(List<Block> all, List<Block> prose, List<Notice> found) {
    if (prose.isEmpty()) {
      return;
    }
    int from = all.indexOf(prose.get(0));
    int to = all.lastIndexOf(prose.get(prose.size() - 1));
    for (int i = Math.max(0, from - NEAR); i < Math.min(all.size(), to + NEAR + 1); i++) {
      Notice notice = notices.line(all.get(i).text());
      if (notice != null) {
        NoticeFinder.add(found, linked(notice, all.get(i)));
      }
    }
  }

  private static Notice linked(Notice notice, Block block) {
    return block.link().startsWith("http") && notice.kind() == NoticeKind.REPUBLISHED_FROM
        ? new Notice(notice.kind(), notice.name(), notice.evidence(), block.link())
        : notice;
  }

  private static @Nullable Notice elsewhere(String address, String evidence, @Nullable String url) {
    String here = Addresses.host(url);
    String there = Addresses.host(address);
    return here == null || there == null || Addresses.sameSite(here, there)
        ? null
        : new Notice(NoticeKind.CANONICAL_ELSEWHERE, there, evidence, address);
  }

  private @Nullable String publisher(List<Block> blocks) {
    for (Block block : blocks) {
      String name = words.publisher(block.text());
      // An agency's copyright line is a credit, not the outlet's own name.
      if (name != null && notices.byline(name) == null) {
        return name;
      }
    }
    return null;
  }

  /**
   * The line below the headline: the description, where the page shows it in an element that is
   * named for that, or as a line that is no paragraph of the article.
   */
  private static @Nullable Block dek(@Nullable String description, List<Block> blocks) {
    if (description == null || TextShape.count(description) < LEAST_DEK) {
      return null;
    }
    String bare = bare(description);
    for (Block block : blocks) {
      if (bare(block.text()).equals(bare)) {
        boolean named = DEK.matcher(Hints.names(block.element())).find();
        return named || block.isHeading() ? block : null;
      }
    }
    return null;
  }

  /**
   * The line that is named as one: shortly below the headline, above the article's text and no part
   * of it.
   */
  private static @Nullable Block namedDek(
      List<Block> blocks, List<Block> prose, @Nullable String title) {
    int end = prose.isEmpty() ? blocks.size() : blocks.indexOf(prose.get(0));
    int headline = -BELOW;
    for (int i = 0; i < end; i++) {
      Block block = blocks.get(i);
      if (block.text().equalsIgnoreCase(title)) {
        headline = i;
      } else if (i - headline < BELOW
          && TextShape.count(block.text()) >= LEAST_DEK
          && (DEK.matcher(Hints.names(block.element())).find()
              || DESCRIBED.contains(block.element().attr("itemprop")))) {
        return block;
      }
    }
    return null;
  }

  private static String bare(String text) {
    return text.replaceAll("[.…]+$", "").strip();
  }
}
