package org.hearsay.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads what a page's head and markup say of the article. */
final class Metadata {
  private static final Pattern ARTICLE_TYPE =
      Pattern.compile(".*(?:Article|Posting|Report|NewsItem).*");
  private static final Pattern BAD_AUTHOR =
      Pattern.compile(
          "(?i)https?://.*|.*@.*|admin(?:istrator)?|editor|webmaster|staff|unknown|published.*|updated.*|.*\\bphoto.*|.*\\d{4}.*");
  private static final Pattern SEPARATOR = Pattern.compile(" +(?:[|»«:·•—–-]|::) +");

  /** In characters. */
  private static final int LONGEST_TITLE = 300;

  /** Nodes of one page's structured data that are looked at. */
  private static final int MOST_NODES = 5_000;

  private final ObjectMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .build();

  /** What the page says; null where it does not say. */
  record Found(
      @Nullable String canonical,
      @Nullable String canonicalMarkup,
      @Nullable String publisher,
      @Nullable String title,
      @Nullable String description,
      @Nullable String byline,
      @Nullable Instant publishedAt,
      @Nullable String language) {}

  Found read(Document page, @Nullable String url, Words words) {
    JsonNode article = structured(page);
    String publisher =
        first(
            meta(page, "og:site_name"),
            article == null ? null : text(article.path("publisher").path("name")),
            meta(page, "application-name"));
    Element link = page.selectFirst("link[rel~=(?i)^canonical$][href]");
    String canonical = link == null ? null : resolve(url, link.attr("href"));
    String description =
        first(
            meta(page, "og:description"),
            meta(page, "description"),
            meta(page, "twitter:description"));
    String language = page.select("html").attr("lang");
    language = language.isBlank() ? page.select("html").attr("xml:lang") : language;
    language =
        language.isBlank() ? null : language.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return new Found(
        canonical,
        link == null ? null : link.outerHtml(),
        publisher,
        title(page, article, publisher),
        description,
        byline(page, article, words),
        publishedAt(page, article),
        language);
  }

  private @Nullable JsonNode structured(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      JsonNode root;
      try {
        root = json.readTree(script.data());
      } catch (JsonProcessingException e) {
        continue; // many pages carry broken structured data; the markup says the same
      }
      Deque<JsonNode> open = new ArrayDeque<>();
      open.add(root);
      for (int i = 0; i < MOST_NODES && !open.isEmpty(); i++) {
        JsonNode node = open.removeFirst();
        if (ARTICLE_TYPE.matcher(node.path("@type").toString()).matches()) {
          return node;
        }
        if (node.isArray()) {
          node.forEach(open::add);
        } else if (node.has("@graph")) {
          open.add(node.path("@graph"));
        }
      }
    }
    return null;
  }

  private static @Nullable String title(
      Document page, @Nullable JsonNode article, @Nullable String publisher) {
    String whole = Words.clean(page.title());
    String named =
        first(meta(page, "og:title"), article == null ? null : text(article.path("headline")));
    if (named != null) {
      return withoutSite(named, publisher);
    }
    for (Element heading : some(page, "h1, [itemprop=headline], h2")) {
      String text = Words.clean(heading.text());
      // The heading that the page's title repeats is the article's, not the site's.
      if (Words.count(text) >= 3 && whole.contains(text)) {
        return text;
      }
    }
    for (Element heading : some(page, "h1")) {
      String text = Words.clean(heading.text());
      if (Words.count(text) >= 4) {
        return text;
      }
    }
    // A title this long has swallowed markup that was not closed.
    if (whole.isEmpty() || whole.length() > LONGEST_TITLE) {
      return null;
    }
    String[] parts = SEPARATOR.split(whole, -1);
    String longest = whole;
    if (parts.length > 1) {
      longest = "";
      for (String part : parts) {
        longest = Words.count(part) > Words.count(longest) ? part : longest;
      }
    }
    return longest.isEmpty() ? whole : longest;
  }

  private static String withoutSite(String title, @Nullable String publisher) {
    String clean = Words.clean(title);
    String[] parts = SEPARATOR.split(clean, -1);
    String last = parts[parts.length - 1];
    if (parts.length > 1
        && ((publisher != null && last.equalsIgnoreCase(publisher)) || clean.contains(" | "))
        && Words.count(last) <= 5) {
      String rest = clean.substring(0, clean.length() - last.length());
      String cut = rest.replaceAll("[ |»«:·•—–-]+$", "");
      return cut.isEmpty() ? clean : cut;
    }
    return clean;
  }

  private static @Nullable String byline(Document page, @Nullable JsonNode article, Words words) {
    List<String> names = new ArrayList<>();
    if (article != null) {
      JsonNode author = article.path("author");
      for (JsonNode one : author.isArray() ? author : List.of(author)) {
        String name = one.isTextual() ? text(one) : text(one.path("name"));
        if (name != null && names.size() < 8) {
          names.add(name);
        }
      }
    }
    String structured = names.isEmpty() ? null : author(String.join(", ", names));
    String named =
        first(
            author(meta(page, "author")),
            structured,
            author(meta(page, "article:author")),
            author(meta(page, "byl")),
            author(meta(page, "dc.creator")));
    if (named != null) {
      return named;
    }
    for (Element element :
        some(
            page,
            "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .byline, .author-name,"
                + " .author, .by-line, .article-author, .post-author, .entry-author, [class*=byline]")) {
      String text = Words.clean(element.text());
      if (Words.count(text) == 0 || text.length() > 120) {
        continue;
      }
      String by = words.byline(text);
      if (by == null && Words.count(text) <= 6) {
        by = author(text);
      }
      if (by != null) {
        return by;
      }
    }
    return null;
  }

  private static @Nullable String author(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String clean =
        Words.clean(text).replaceFirst("^(?i:(?:posted |written )?by:?|author:)\\s+", "");
    return clean.isEmpty() || clean.length() > 160 || BAD_AUTHOR.matcher(clean).matches()
        ? null
        : clean;
  }

  private static @Nullable Instant publishedAt(Document page, @Nullable JsonNode article) {
    List<String> said = new ArrayList<>();
    if (article != null) {
      said.add(article.path("datePublished").asText(""));
    }
    for (String name :
        new String[] {
          "article:published_time", "datepublished", "og:published_time", "date", "pubdate",
          "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created",
          "sailthru.date", "parsely-pub-date"
        }) {
      String value = meta(page, name);
      if (value != null) {
        said.add(value);
      }
    }
    for (Element time :
        page.select(
            "[itemprop=datePublished], time[pubdate], time[datetime], abbr.published[title]")) {
      String value = first(time.attr("datetime"), time.attr("content"), time.attr("title"));
      said.add(value == null ? "" : value);
    }
    for (String value : said) {
      Instant instant = instant(value.strip());
      if (instant != null) {
        return instant;
      }
    }
    return null;
  }

  /** A time without an offset is taken as UTC, a date without a time as its midnight. */
  static @Nullable Instant instant(String value) {
    if (value.length() < 8 || value.length() > 40) {
      return null;
    }
    String iso = value.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (\\d)", "$1T$2");
    iso = iso.replaceFirst(" ?([+-]\\d\\d):?(\\d\\d)$", "$1:$2");
    try {
      return OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeException e) {
      // another form
    }
    try {
      return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      // another form
    }
    try {
      return OffsetDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      // another form
    }
    try {
      String date = value.substring(0, Math.min(10, value.length()));
      return (date.length() == 10
              ? LocalDate.parse(date.replace('/', '-'))
              : LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE))
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The host without "www." and the like, lower case, else null. */
  static @Nullable String host(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      String host = new URI(address.strip()).getHost();
      return host == null
          ? null
          : host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www\\d?|m|amp|mobile)\\.", "");
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Whether both hosts belong to one site: the same, or one within the other. */
  static boolean sameSite(String a, String b) {
    return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a);
  }

  private static @Nullable String resolve(@Nullable String base, String href) {
    String link = href.strip();
    if (link.isEmpty()) {
      return null;
    }
    try {
      URI uri = new URI(link);
      URI whole = base == null || uri.isAbsolute() ? uri : new URI(base.strip()).resolve(uri);
      return whole.getHost() == null ? null : whole.toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String meta(Document page, String name) {
    for (Element meta : page.select("meta[content]")) {
      for (String key : new String[] {"property", "name", "itemprop"}) {
        if (meta.attr(key).strip().equalsIgnoreCase(name) && !meta.attr("content").isBlank()) {
          return Words.clean(meta.attr("content"));
        }
      }
    }
    return null;
  }

  /** The first few elements that match: a page made of author lines must not cost more than any. */
  private static List<Element> some(Document page, String query) {
    return page.select(query).stream().limit(50).toList();
  }

  private static @Nullable String text(JsonNode node) {
    String text = Words.clean(node.asText(""));
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }
}
