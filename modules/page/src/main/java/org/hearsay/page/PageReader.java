package org.hearsay.page;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.bytes.Encoding;
import org.hearsay.page.dates.Dates;
import org.hearsay.page.html.HtmlReader;
import org.hearsay.page.lexicon.LineKinds;
import org.hearsay.page.metadata.AuthorNames;
import org.hearsay.page.model.PageModel;
import org.hearsay.page.notices.NoticeFinder;
import org.hearsay.page.text.TextReader;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page: HTML, or text as copied from a browser. Safe for use by several threads at once.
 */
public final class PageReader {
  private static final Pattern TAG =
      Pattern.compile(
          "<(?:!doctype html|/?(?:html|head|body|div|p|a|span|table|script|meta|br|h[1-6]|article|"
              + "section|title|link|ul|li|img))\\b[^<>]*>",
          Pattern.CASE_INSENSITIVE);

  /** An element's start; declarations and comments have none. */
  private static final Pattern FIRST_ELEMENT = Pattern.compile("<([a-z][\\w:.-]*)");

  /** Paragraphs that may begin with a dateline: above the first may stand a lead. */
  private static final int DATELINE_PARAGRAPHS = 3;

  /** In UTF-16 code units. */
  private static final int LONGEST_DATELINE = 120;

  /** How much of a page tells what kind it is, in characters. */
  private static final int SAMPLE = 65_536;

  private final PageLimits limits;
  private final HtmlReader html;
  private final TextReader text;

  /** With the limits of {@link PageLimits#defaults()}. */
  public PageReader() {
    this(PageLimits.defaults());
  }

  /** With limits of one's own. */
  public PageReader(PageLimits limits) {
    this(limits, new LineKinds());
  }

  private static final String NO_TEXT = "NO_TEXT: the page has no text that reads as an article";

  private PageReader(PageLimits limits, LineKinds words) {
    this(limits, words, new PageModel(words), PageModel.ofLines(words));
  }

  private PageReader(PageLimits limits, LineKinds words, PageModel blocks, PageModel lines) {
    this.limits = limits;
    AuthorNames authors = AuthorNames.shipped();
    NoticeFinder notices = new NoticeFinder();
    this.html = new HtmlReader(limits, words, authors, notices, blocks);
    this.text = new TextReader(limits, words, authors, notices, lines);
  }

  /**
   * A reader with a model of one's own, to measure what it is worth.
   *
   * @param blocks the model of HTML
   * @param lines the model of copied text
   */
  public static PageReader withModels(LineKinds words, PageModel blocks, PageModel lines) {
    return new PageReader(PageLimits.defaults(), words, blocks, lines);
  }

  /**
   * Reads one page.
   *
   * @param bytes the page as fetched
   * @param url the address that it was fetched from, where known
   * @param contentType the value of its Content-Type header, where known
   * @throws UnreadablePageException when it is empty, binary, or longer than the limit
   */
  public PageReading read(byte[] bytes, @Nullable String url, @Nullable String contentType)
      throws UnreadablePageException {
    return read(bytes, url, contentType, null);
  }

  /**
   * The same of a page of which it is known when it was fetched: where nothing else says when the
   * article was published, the date in its address counts, else a dateline's day, in the last year
   * that it can be of.
   *
   * @param fetchedAt when that was, or null
   */
  public PageReading read(
      byte[] bytes, @Nullable String url, @Nullable String contentType, @Nullable Instant fetchedAt)
      throws UnreadablePageException {
    PageReading reading = undated(bytes, url, contentType);
    PageArticle article = reading.article();
    @Nullable OffsetDateTime addressed =
        article.publishedAt() != null || url == null ? null : Dates.inUrl(url);
    if (addressed != null) {
      return new PageReading(article.publishedAt(addressed), reading.comments());
    }
    @Nullable OffsetDateTime known =
        article.modifiedAt() != null
            ? article.modifiedAt()
            : fetchedAt == null ? null : fetchedAt.atOffset(ZoneOffset.UTC);
    if (article.publishedAt() != null || known == null) {
      return reading;
    }
    for (Span paragraph : article.paragraphs().stream().limit(DATELINE_PARAGRAPHS).toList()) {
      int end = Math.min(paragraph.end(), paragraph.start() + LONGEST_DATELINE);
      String start = article.body().substring(paragraph.start(), end);
      @Nullable OffsetDateTime at = Dates.ofDateline(start, known);
      if (at != null) {
        return new PageReading(article.publishedAt(at), reading.comments());
      }
    }
    return reading;
  }

  private PageReading undated(byte[] bytes, @Nullable String url, @Nullable String contentType)
      throws UnreadablePageException {
    if (bytes.length > limits.maxBytes()) {
      throw new UnreadablePageException(
          "page too large: " + bytes.length + " bytes, the limit is " + limits.maxBytes());
    }
    if (bytes.length == 0) {
      throw new UnreadablePageException("empty page: no bytes");
    }
    refuseBinary(bytes, contentType);
    String page = Encoding.decode(bytes, contentType);
    refuseGarbage(page);
    if (page.isBlank()) {
      throw new UnreadablePageException("empty page: only white space");
    }
    refuseXml(page);
    PageReading reading = isHtml(page, contentType) ? html.read(page, url) : text.read(page, url);
    if (reading.article().paragraphs().isEmpty()) {
      reading = new PageReading(reading.article().partialFor(NO_TEXT), reading.comments());
    }
    if (reading.article().body().isEmpty()
        && reading.article().title() == null
        && reading.comments().isEmpty()) {
      throw new UnreadablePageException("empty page: it shows no article, title or comment");
    }
    return reading;
  }

  /**
   * The whole text as an article's body, untouched, each line that is not blank a paragraph.
   * Nothing else is read from it.
   */
  public PageReading plain(String text) {
    List<Span> paragraphs = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      if (!text.substring(start, end).isBlank()) {
        paragraphs.add(new Span(start, end));
      }
      start = end + 1;
    }
    return new PageReading(
        new PageArticle(
            PageArticle.Place.UNKNOWN,
            PageArticle.Head.NONE,
            new PageArticle.Text(null, text, paragraphs),
            List.of(),
            List.of()),
        List.of());
  }

  private static void refuseBinary(byte[] bytes, @Nullable String contentType)
      throws UnreadablePageException {
    String kind = null;
    if (Encoding.starts(bytes, '%', 'P', 'D', 'F', '-')) {
      kind = "a PDF document";
    } else if (Encoding.starts(bytes, 0xFF, 0xD8, 0xFF)) {
      kind = "a JPEG image";
    } else if (Encoding.starts(bytes, 0x89, 'P', 'N', 'G')) {
      kind = "a PNG image";
    } else if (Encoding.starts(bytes, 'G', 'I', 'F', '8')) {
      kind = "a GIF image";
    } else if (Encoding.starts(bytes, 'P', 'K', 3, 4)) {
      kind = "a ZIP archive";
    } else if (Encoding.starts(bytes, 0x1F, 0x8B)) {
      kind = "gzip data";
    } else if (contentType != null
        && contentType
            .toLowerCase(Locale.ROOT)
            .matches("\\s*(?:image|audio|video|font)/.*|\\s*application/(?:pdf|zip|gzip).*")) {
      kind = contentType.trim();
    } else if (!Encoding.wide(bytes, contentType)) {
      int nuls = 0;
      for (byte b : bytes) {
        nuls += b == 0 ? 1 : 0;
      }
      // Broken but readable pages hold a stray NUL or two.
      kind = nuls > 2 && nuls > bytes.length / 1000 ? "binary data (NUL bytes)" : null;
    }
    if (kind != null) {
      throw new UnreadablePageException("not a page: " + kind);
    }
  }

  private static void refuseGarbage(String page) throws UnreadablePageException {
    int length = Math.min(page.length(), SAMPLE);
    int bad = 0;
    for (int i = 0; i < length; i++) {
      char c = page.charAt(i);
      if (c == '\uFFFD' || (Character.isISOControl(c) && !Character.isWhitespace(c))) {
        bad++;
      }
    }
    if (bad * 10 > length) {
      throw new UnreadablePageException(
          "not a page: binary data (control or undecodable characters)");
    }
  }

  /** Feeds, sitemaps and other XML that is no XHTML: their tags would be read as words. */
  private static void refuseXml(String page) throws UnreadablePageException {
    String head = page.substring(0, Math.min(SAMPLE, page.length())).stripLeading();
    String low = head.toLowerCase(Locale.ROOT);
    boolean declared = low.startsWith("<?xml") && !low.contains("<!doctype html");
    // Declarations may be long, and wrong: what the document is, its first element says.
    Matcher first = FIRST_ELEMENT.matcher(low);
    boolean xml =
        (declared && !(first.find() && first.group(1).equals("html")))
            || low.matches("(?s)<(?:rss|feed|urlset|sitemapindex|rdf:rdf)[\\s>].*");
    if (xml) {
      throw new UnreadablePageException("not a page: an XML document, such as a feed or a sitemap");
    }
  }

  private static boolean isHtml(String page, @Nullable String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.contains("html")) {
      return true;
    }
    String sample = page.length() > SAMPLE ? page.substring(0, SAMPLE) : page;
    String head = sample.stripLeading().toLowerCase(Locale.ROOT);
    if (head.startsWith("<!doctype html") || head.startsWith("<html")) {
      return true;
    }
    if (type.startsWith("text/plain")) {
      return false;
    }
    Matcher tags = TAG.matcher(sample);
    int found = 0;
    while (found < 3 && tags.find()) {
      found++;
    }
    // A short fragment has few tags; a copied text may quote one or two.
    return found >= 3 || (found > 0 && head.startsWith("<"));
  }
}
