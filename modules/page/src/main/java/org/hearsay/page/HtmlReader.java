package org.hearsay.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads an HTML page. */
final class HtmlReader {
  private static final String REMOVED =
      "script:not([type=application/ld+json]), style, noscript, nav, aside, footer, iframe, template, svg,"
          + " [role=navigation], [role=complementary], [role=contentinfo], [aria-hidden=true]";

  private static final Pattern TITLE = Pattern.compile("(?i)<title\\b[^<>]{0,200}>");
  private static final Pattern TITLE_END = Pattern.compile("(?i)</title");

  /** Farther on, an end tag belongs to something else (an SVG picture's title), in characters. */
  private static final int LONGEST_TITLE = 2_000;

  /** How many blocks before and after the prose may hold a notice. */
  private static final int NEAR = 6;

  private final PageLimits limits;
  private final Words words;
  private final NoticeFinder notices;
  private final Metadata metadata = new Metadata();
  private final ArticleFinder articles;
  private final CommentFinder comments;
  private final CommentLines commentLines;

  HtmlReader(PageLimits limits, Words words, NoticeFinder notices) {
    this.limits = limits;
    this.words = words;
    this.notices = notices;
    this.articles = new ArticleFinder(words);
    this.comments = new CommentFinder(words);
    this.commentLines = new CommentLines(words);
  }

  PageReading read(String html, @Nullable String url) {
    Parser parser = Parser.htmlParser().setMaxDepth(limits.maxDepth());
    Document page = parser.parseInput(closedTitle(html), url == null ? "" : url);
    Metadata.Found meta = metadata.read(page, url, words);
    List<ReaderComment> readers = new ArrayList<>(comments.take(page, limits.maxElements()));
    page.select(REMOVED).remove();

    Blocks.Cut cut = Blocks.of(page.body(), limits.maxElements());
    ArticleFinder.Choice choice = articles.choose(cut.blocks(), meta.title());

    List<TextReader.Line> lines = new ArrayList<>();
    for (Block block : choice.readers()) {
      if (block.linkDensity() < 0.6) {
        lines.add(new TextReader.Line(block.text(), 1));
      }
    }
    readers.addAll(commentLines.read(lines));

    List<Notice> found = new ArrayList<>();
    List<String> body = new ArrayList<>();
    for (Block block : choice.prose()) {
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
    around(cut.blocks(), choice, found);
    NoticeFinder.add(found, notices.byline(meta.byline()));
    NoticeFinder.add(found, elsewhere(meta, url));

    Body text = Body.of(body);
    return new PageReading(
        new PageArticle(
            meta.canonical() == null ? url : meta.canonical(),
            meta.publisher() == null ? publisher(cut.blocks()) : meta.publisher(),
            meta.title(),
            shown(meta.description(), cut.blocks(), body),
            meta.byline(),
            meta.publishedAt(),
            meta.language(),
            text.text(),
            text.paragraphs(),
            found,
            cut.whole()
                ? List.of()
                : List.of("only the first " + limits.maxElements() + " elements were read")),
        readers);
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

  /** Notices in the article's element that are not prose, and in the blocks next to it. */
  private void around(List<Block> all, ArticleFinder.Choice choice, List<Notice> found) {
    if (choice.scope().isEmpty()) {
      return;
    }
    int from = all.indexOf(choice.scope().get(0));
    int to = all.lastIndexOf(choice.scope().get(choice.scope().size() - 1));
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

  private static @Nullable Notice elsewhere(Metadata.Found meta, @Nullable String url) {
    String here = Metadata.host(url);
    String there = Metadata.host(meta.canonical());
    return here == null || there == null || Metadata.sameSite(here, there)
        ? null
        : new Notice(
            NoticeKind.CANONICAL_ELSEWHERE,
            there,
            String.valueOf(meta.canonicalMarkup()),
            meta.canonical());
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

  /** The description when the page shows it above its prose, and not as the prose's own start. */
  private static @Nullable String shown(
      @Nullable String description, List<Block> blocks, List<String> body) {
    if (description == null || Words.count(description) < 4) {
      return null;
    }
    String bare = bare(description);
    for (Block block : blocks) {
      if (bare(block.text()).equals(bare)) {
        return body.contains(block.text()) ? null : block.text();
      }
    }
    return null;
  }

  private static String bare(String text) {
    return text.replaceAll("[.…]+$", "").strip();
  }
}
