package org.hearsay.page.metadata;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearsay.page.dates.Dates;
import org.hearsay.page.dates.TimeZones;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads what a page's head and markup say of the article. */
public final class Metadata {
  /** The names of published times in a page's head, the most trusted first. */
  private static final List<String> PUBLISHED = List.copyOf(PageLexicon.markupNames("published"));

  private static final List<String> MODIFIED = List.copyOf(PageLexicon.markupNames("modified"));

  private static final List<String> AUTHOR = List.copyOf(PageLexicon.markupNames("authors"));

  private static final int MOST_ORIGINS = 8;

  private final AuthorNames authors;

  /** Reads any page, and takes as its authors what that takes for names. */
  public Metadata(AuthorNames authors) {
    this.authors = authors;
  }

  /**
   * What the page's head and structured data say; null where they do not say.
   *
   * @param canonical the link that says where the page is at home
   * @param outlet whose page it is
   * @param language ISO 639-1 code
   * @param section the part of the outlet that it stands in
   */
  public record PageMetadata(
      @Nullable Link canonical,
      OutletLabels outlet,
      Headline headline,
      Signed signed,
      Times times,
      @Nullable String language,
      @Nullable String section,
      List<Link> origins) {}

  /** What the head says that the article is. */
  public record Headline(@Nullable String title, @Nullable String description) {}

  /**
   * Who wrote it.
   *
   * @param byline where that is not the outlet itself
   * @param outletsByline as {@code byline}, and where it is
   */
  public record Signed(@Nullable String byline, @Nullable String outletsByline) {}

  /**
   * When it was written.
   *
   * @param dates reads the page's dates as its country means them
   */
  public record Times(
      @Nullable OffsetDateTime publishedAt, @Nullable OffsetDateTime modifiedAt, Dates dates) {}

  /**
   * A link of the markup to where the article came from.
   *
   * @param url absolute
   * @param evidence the markup
   */
  public record Link(String url, String evidence) {}

  /** Reads a page that was fetched from an address, where that is known. */
  public PageMetadata read(Document page, @Nullable String url) {
    Map<String, String> meta = meta(page);
    StructuredData data = StructuredData.of(page);
    String publisher =
        first(
            meta.get("og:site_name"), data.text("publisher", "name"), meta.get("application-name"));
    Link canonical = canonical(page, url);
    String canonicalUrl = canonical == null ? null : canonical.url();
    String declared = declaredLanguage(page);
    String address = first(url, canonicalUrl, meta.get("og:url"));
    String[] parts = ArticleTitles.SEPARATOR.split(TextShape.clean(page.title()), -1);
    String site = parts.length > 1 ? parts[parts.length - 1] : null;
    OutletLabels outlet =
        new OutletLabels(
            publisher, Addresses.host(address), site, ArticleTitles.signs(page, address), true);
    Dates dates = new Dates(TimeZones.country(Addresses.host(first(url, canonicalUrl)), declared));
    return new PageMetadata(
        canonical,
        outlet,
        new Headline(
            ArticleTitles.ofHead(page, meta, data, outlet),
            first(
                meta.get("og:description"),
                meta.get("description"),
                meta.get("twitter:description"))),
        new Signed(
            byline(meta, data.authors(false), outlet),
            byline(meta, data.authors(true), OutletLabels.NONE)),
        new Times(
            published(dates, page, meta, data, address),
            told(dates, meta, MODIFIED, data.text("dateModified")),
            dates),
        declared == null ? null : declared.split("[-_]", 2)[0].toLowerCase(Locale.ROOT),
        first(
            meta.get("article:section"),
            data.text("articleSection"),
            meta.get("parsely-section"),
            meta.get("sailthru.section")),
        origins(url, meta, data));
  }

  private static @Nullable Link canonical(Document page, @Nullable String url) {
    for (Element link : page.select("link[rel][href]")) {
      if (link.attr("rel").strip().equalsIgnoreCase("canonical")) {
        String address = Addresses.resolve(url, link.attr("href"));
        return address == null ? null : new Link(address, link.outerHtml());
      }
    }
    return null;
  }

  /** The page's language tag, else null. */
  private static @Nullable String declaredLanguage(Document page) {
    Element html = page.selectFirst("html");
    String tag = html == null ? null : first(html.attr("lang"), html.attr("xml:lang"));
    return tag == null ? null : tag.strip();
  }

  /** What {@code isBasedOn} and the syndication-source names say. */
  private static List<Link> origins(
      @Nullable String url, Map<String, String> meta, StructuredData data) {
    List<Link> origins = new ArrayList<>();
    for (String name : List.of("syndication-source", "original-source")) {
      String value = meta.get(name);
      String source = value == null ? null : Addresses.resolve(url, value);
      if (source != null) {
        origins.add(new Link(source, name + ": " + value));
      }
    }
    for (String value : data.basedOn()) {
      String source = Addresses.resolve(url, value);
      if (source != null && origins.size() < MOST_ORIGINS) {
        origins.add(new Link(source, "isBasedOn: " + value));
      }
    }
    return origins;
  }

  private @Nullable String byline(
      Map<String, String> meta, List<String> structured, OutletLabels outlet) {
    List<String> names = new ArrayList<>();
    for (String written : structured) {
      String name = asText(written);
      if (authors.author(name, outlet) != null && !names.contains(name)) {
        names.add(name);
      }
    }
    if (!names.isEmpty()) {
      return authors.author(String.join(", ", names), outlet);
    }
    for (String key : AUTHOR) {
      @Nullable String written = meta.get(key);
      String name = authors.author(written == null ? null : asText(written), outlet);
      if (name != null && (!key.startsWith("twitter") || TextShape.count(name) <= 4)) {
        return name;
      }
    }
    return null;
  }

  /** A name without the markup that some templates write into the head: a link to the author. */
  private static String asText(String name) {
    return name.indexOf('<') >= 0 && name.indexOf('>') >= 0
        ? Jsoup.parseBodyFragment(name).text()
        : name;
  }

  private static @Nullable OffsetDateTime told(
      Dates dates, Map<String, String> meta, List<String> names, @Nullable String structured) {
    OffsetDateTime at = structured == null ? null : dates.at(structured);
    for (int i = 0; i < names.size() && at == null; i++) {
      String value = meta.get(names.get(i));
      at = value == null ? null : dates.at(value.strip());
    }
    return at;
  }

  private static @Nullable OffsetDateTime published(
      Dates dates,
      Document page,
      Map<String, String> meta,
      StructuredData data,
      @Nullable String address) {
    OffsetDateTime at = told(dates, meta, PUBLISHED, data.text("datePublished"));
    if (at != null) {
      return at;
    }
    for (Element time :
        some(page, String.join(", ", PageLexicon.markupNames("published-elements")))) {
      String value =
          first(time.attr("datetime"), time.attr("content"), time.attr("title"), time.text());
      at = value == null ? null : dates.at(value.strip());
      if (at != null) {
        return at;
      }
    }
    return address == null ? null : Dates.inUrl(address);
  }

  /** Each name's first content that is not blank, names in lower case. */
  private static Map<String, String> meta(Document page) {
    Map<String, String> found = new HashMap<>();
    int seen = 0;
    for (Element meta : page.getElementsByTag("meta")) {
      if (++seen > 500) {
        break;
      }
      String content = meta.attr("content");
      if (content.isBlank() || content.length() > 5_000) {
        continue;
      }
      for (String key : new String[] {"property", "name", "itemprop"}) {
        String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
          found.putIfAbsent(name, TextShape.clean(content));
        }
      }
    }
    return found;
  }

  /** The first few elements that match: a page made of author lines must not cost more than any. */
  static List<Element> some(Document page, String query) {
    return page.select(query).stream().limit(50).toList();
  }

  static @Nullable String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }
}
