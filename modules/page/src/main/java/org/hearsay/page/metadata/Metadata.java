package org.hearsay.page.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.block.Block;
import org.hearsay.page.dates.Dates;
import org.hearsay.page.dates.TimeZones;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads what a page's head and markup say of the article. */
public final class Metadata {
  private static final Pattern ARTICLE_TYPE =
      Pattern.compile(".*(?:Article|Posting|Report|NewsItem|Recipe|HowTo|WebPage).*");
  private static final Pattern PAGE_TYPE = Pattern.compile(".*WebPage.*");

  /** What templates wrap structured data in, from times when browsers would have shown it. */
  private static final Pattern WRAPPED =
      Pattern.compile(
          "^\\s*(?:<!--|(?://|/\\*)?\\s*<!\\[CDATA\\[(?:\\s*\\*/)?)|(?:-->|(?://|/\\*)?\\s*\\]\\]>(?:\\s*\\*/)?)\\s*$");

  private static final Pattern SEPARATOR = Pattern.compile(" +(?:[|»«:·•—–-]|::) +");

  /** What stands between a headline and a name, on either side of it. */
  private static final Pattern SIGN =
      Pattern.compile(" +(?:[|»«:·•—–-]|::) +|(?<=\\S): +|(?<=\\S)\\| *");

  private static final Pattern NAME_BEFORE = Pattern.compile(".{2,60}?(?:" + SIGN + ")");
  private static final Pattern NAME_AFTER = Pattern.compile("(?:" + SIGN + ").{2,60}");

  /** The address of a site's front page. */
  private static final Pattern HOME = Pattern.compile("(?:https?://[^/]+)?/?|\\./");

  /** LineKinds with which templates give the day of publication, in several languages. */
  private static final Pattern PUBLISHED_LINE =
      Pattern.compile(
          "(?iu)\\b(?:published|posted|first appeared|date|veröffentlicht|erschienen|erstellt|datum|stand|publié|paru"
              + "|mise? en ligne|publicad[oa]|fecha|опубликовано|дата|objavljeno|datum|објављено)\\b");

  /** The names of published times in a page's head, the most trusted first. */
  private static final List<String> PUBLISHED =
      List.of(
          "article:published_time",
          "datepublished",
          "og:published_time",
          "parsely-pub-date",
          "sailthru.date",
          "pubdate",
          "publishdate",
          "publish-date",
          "publication_date",
          "cxenseparse:recs:publishtime",
          "article.published",
          "dc.date.issued",
          "dcterms.created",
          "dc.date.created",
          "dcterms.date",
          "dc.date",
          "date",
          "created",
          "last-modified");

  private static final List<String> MODIFIED =
      List.of("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified");

  private static final List<String> AUTHOR =
      List.of(
          "author",
          "article:author",
          "article:author_name",
          "parsely-author",
          "sailthru.author",
          "byl",
          "dc.creator",
          "dcterms.creator",
          "citation_author",
          "twitter:data1");

  /** How many "time" elements near a day are looked at. */
  private static final int MOST_TIMES = 10;

  /** In characters. */
  private static final int LONGEST_TITLE = 300;

  /** Nodes of one page's structured data that are looked at. */
  private static final int MOST_NODES = 5_000;

  private final ObjectMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                  .build())
          .build();

  /**
   * What the page's head and structured data say; null where they do not say.
   *
   * @param byline who wrote it, where that is not the outlet itself
   * @param outletsByline as {@code byline}, and where it is
   * @param dates reads the page's dates as its country means them
   * @param outlet whose page it is
   */
  public record Found(
      @Nullable String canonical,
      @Nullable String canonicalMarkup,
      @Nullable String publisher,
      @Nullable String title,
      @Nullable String description,
      @Nullable String byline,
      @Nullable String outletsByline,
      @Nullable OffsetDateTime publishedAt,
      @Nullable OffsetDateTime modifiedAt,
      Dates dates,
      OutletNames outlet,
      @Nullable String language,
      @Nullable String section,
      List<Origin> origins) {}

  /**
   * A link of the markup to where the article came from.
   *
   * @param url absolute
   * @param evidence the markup
   */
  public record Origin(String url, String evidence) {}

  public Found read(Document page, @Nullable String url) {
    Map<String, String> meta = meta(page);
    Map<String, JsonNode> named = new HashMap<>();
    JsonNode article = structured(page, named);
    String publisher =
        first(
            meta.get("og:site_name"),
            article == null ? null : text(article.path("publisher").path("name")),
            meta.get("application-name"));
    Element link = null;
    for (Element e : page.select("link[rel][href]")) {
      if (e.attr("rel").strip().equalsIgnoreCase("canonical")) {
        link = e;
        break;
      }
    }
    String canonical = link == null ? null : resolve(url, link.attr("href"));
    String description =
        first(meta.get("og:description"), meta.get("description"), meta.get("twitter:description"));
    Element html = page.selectFirst("html");
    String language = html == null ? "" : first(html.attr("lang"), html.attr("xml:lang"), "");
    Dates dates = new Dates(TimeZones.country(host(first(url, canonical)), language));
    language =
        language == null || language.isBlank()
            ? null
            : language.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    String address = first(url, canonical, meta.get("og:url"));
    String[] parts = SEPARATOR.split(TextShape.clean(page.title()), -1);
    String site = parts.length > 1 ? parts[parts.length - 1] : null;
    OutletNames outlet = new OutletNames(publisher, host(address), site, true);
    return new Found(
        canonical,
        link == null ? null : link.outerHtml(),
        publisher,
        title(page, meta, article, outlet),
        description,
        byline(meta, authors(article, named, false), outlet),
        byline(meta, authors(article, named, true), OutletNames.NONE),
        published(dates, page, meta, article, address),
        told(dates, meta, MODIFIED, article, "dateModified"),
        dates,
        outlet,
        language,
        first(
            meta.get("article:section"),
            article == null ? null : text(article.path("articleSection")),
            meta.get("parsely-section"),
            meta.get("sailthru.section")),
        origins(url, meta, article));
  }

  /** What {@code isBasedOn} and the syndication-source names say. */
  private static List<Origin> origins(
      @Nullable String url, Map<String, String> meta, @Nullable JsonNode article) {
    List<Origin> origins = new ArrayList<>();
    for (String name : List.of("syndication-source", "original-source")) {
      String value = meta.get(name);
      String source = value == null ? null : resolve(url, value);
      if (source != null) {
        origins.add(new Origin(source, name + ": " + value));
      }
    }
    if (article != null) {
      JsonNode based = article.path("isBasedOn");
      for (JsonNode one : based.isArray() ? based : List.of(based)) {
        String value =
            one.isTextual() ? text(one) : first(text(one.path("url")), text(one.path("@id")));
        String source = value == null ? null : resolve(url, value);
        if (source != null && origins.size() < 8) {
          origins.add(new Origin(source, "isBasedOn: " + value));
        }
      }
    }
    return origins;
  }

  /**
   * The node of the structured data that tells of the article.
   *
   * @param named the nodes that others refer to, by id
   */
  private @Nullable JsonNode structured(Document page, Map<String, JsonNode> named) {
    JsonNode article = null;
    JsonNode fallback = null;
    for (Element script : page.select("script[type=application/ld+json]")) {
      JsonNode root;
      try {
        root = json.readTree(WRAPPED.matcher(script.data()).replaceAll(""));
      } catch (JsonProcessingException e) {
        continue; // many pages carry broken structured data; the markup says the same
      }
      Deque<JsonNode> open = new ArrayDeque<>();
      open.add(root);
      for (int i = 0; i < MOST_NODES && !open.isEmpty(); i++) {
        JsonNode node = open.removeFirst();
        String type = node.path("@type").toString();
        if (article == null && ARTICLE_TYPE.matcher(type).matches()) {
          if (!PAGE_TYPE.matcher(type).matches()) {
            article = node;
          } else if (fallback == null) {
            fallback = node;
          }
        }
        String id = node.path("@id").asText("");
        if (!id.isEmpty() && node.has("name")) {
          named.putIfAbsent(id, node);
        }
        if (node.isArray()) {
          node.forEach(open::add);
        } else {
          for (String key : List.of("@graph", "mainEntity", "mainEntityOfPage")) {
            if (node.path(key).isContainerNode()) {
              open.add(node.path(key));
            }
          }
        }
      }
    }
    return article == null ? fallback : article;
  }

  /** The title before the page is read: what the head says, else a heading that it repeats. */
  private static @Nullable String title(
      Document page, Map<String, String> meta, @Nullable JsonNode article, OutletNames outlet) {
    String whole = TextShape.clean(page.title());
    String named =
        first(
            meta.get("og:title"),
            article == null ? null : text(article.path("headline")),
            meta.get("twitter:title"),
            meta.get("dc.title"));
    if (named != null && named.length() <= LONGEST_TITLE) {
      return withoutSite(named, outlet);
    }
    for (Element heading : some(page, "h1, [itemprop=headline], h2")) {
      String text = TextShape.clean(heading.text());
      // The heading that the page's title repeats is the article's, not the site's.
      if (TextShape.count(text) >= 3 && whole.contains(text) && !isHome(heading)) {
        return text;
      }
    }
    for (Element heading : some(page, "h1")) {
      String text = TextShape.clean(heading.text());
      if (TextShape.count(text) >= 4 && !isHome(heading)) {
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
        longest = TextShape.count(part) > TextShape.count(longest) ? part : longest;
      }
    }
    return longest.isEmpty() ? whole : longest;
  }

  /**
   * The title once the article is found: the heading above it that readers see, where it goes with
   * what the head says; else what the head says.
   */
  public static @Nullable String shownTitle(
      @Nullable String named, OutletNames outlet, List<Block> blocks, int firstProse) {
    Set<String> words = named == null ? Set.of() : wordsOf(named);
    String best = null;
    double bestScore = 0;
    for (int i = 0; i < blocks.size() && (firstProse < 0 || i <= firstProse + 3); i++) {
      Block block = blocks.get(i);
      String tag = block.element().normalName();
      boolean first = tag.equals("h1");
      if ((!first && !tag.equals("h2")) || block.text().length() > LONGEST_TITLE) {
        continue;
      }
      if (outlet.isOwnName(block.text()) || isHome(block)) {
        continue;
      }
      Set<String> here = wordsOf(block.text());
      if (here.isEmpty()) {
        continue;
      }
      long common = here.stream().filter(words::contains).count();
      double alike = words.isEmpty() ? 0 : 2.0 * common / (here.size() + words.size());
      double near = firstProse < 0 ? 0 : Math.max(0, 0.3 - 0.02 * Math.max(0, firstProse - i));
      double score = alike + near + (first ? 0.3 : 0);
      boolean fits = alike >= 0.35 || (first && (alike > 0 || words.isEmpty() || here.size() >= 3));
      if (fits && score > bestScore) {
        best = block.text();
        bestScore = score;
      }
    }
    if (best == null && named != null) {
      best = lesserHeading(named, outlet, blocks, firstProse);
    }
    String title = best == null ? named : best;
    return title == null ? null : withoutOwnName(title, outlet);
  }

  /** Whether the heading is a link to the outlet's front page: see {@link #isHome(Block)}. */
  private static boolean isHome(Element heading) {
    Element link = heading.selectFirst("a[href]");
    return link != null
        && link.text().equals(heading.text())
        && HOME.matcher(link.attr("href").strip()).matches();
  }

  /** Whether the block is a link to the outlet's front page, as its name is at the page's top. */
  private static boolean isHome(Block block) {
    if (block.linkDensity() < 0.9) {
      return false;
    }
    return HOME.matcher(block.link().strip()).matches();
  }

  /**
   * The heading of a lower level, nearest to the article, that the head's title repeats with a name
   * before or after it: "The Tarn Lantern: Council closes the pier"; else null.
   */
  private static @Nullable String lesserHeading(
      String named, OutletNames outlet, List<Block> blocks, int firstProse) {
    for (int i = Math.min(blocks.size() - 1, firstProse); i >= 0; i--) {
      Block block = blocks.get(i);
      String text = block.text();
      if (block.isHeading()
          && TextShape.count(text) >= 2
          && text.length() < named.length()
          && !outlet.isOwnName(text)
          && !isHome(block)
          && (named.endsWith(text) || named.startsWith(text))) {
        String rest =
            named.endsWith(text)
                ? named.substring(0, named.length() - text.length())
                : named.substring(text.length());
        if (NAME_BEFORE.matcher(rest).matches() || NAME_AFTER.matcher(rest).matches()) {
          return text;
        }
      }
    }
    return null;
  }

  /** The title without the outlet's own name before or after it. */
  private static String withoutOwnName(String title, OutletNames outlet) {
    Matcher sign = SIGN.matcher(title);
    int last = -1;
    int after = -1;
    while (sign.find()) {
      if (last < 0 && outlet.isOwnName(title.substring(0, sign.start()))) {
        return title.substring(sign.end());
      }
      last = sign.start();
      after = sign.end();
    }
    return last > 0 && outlet.isOwnName(title.substring(after)) ? title.substring(0, last) : title;
  }

  private static Set<String> wordsOf(String text) {
    Set<String> out = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        out.add(word);
      }
    }
    return out;
  }

  private static String withoutSite(String title, OutletNames outlet) {
    String clean = withoutOwnName(TextShape.clean(title), outlet);
    String publisher = outlet.publisher();
    String[] parts = SEPARATOR.split(clean, -1);
    String last = parts[parts.length - 1];
    if (parts.length > 1
        && ((publisher != null && last.equalsIgnoreCase(publisher)) || clean.contains(" | "))
        && TextShape.count(last) <= 5) {
      String rest = clean.substring(0, clean.length() - last.length());
      String cut = rest.replaceAll("[ |»«:·•—–-]+$", "");
      return cut.isEmpty() ? clean : cut;
    }
    return clean;
  }

  /**
   * The names that the structured data gives for authors.
   *
   * @param named the nodes that are referred to by id
   * @param organisations whether those count that it calls organisations
   */
  private static List<String> authors(
      @Nullable JsonNode article, Map<String, JsonNode> named, boolean organisations) {
    List<String> names = new ArrayList<>();
    if (article != null) {
      JsonNode author = article.path("author");
      for (JsonNode said : author.isArray() ? author : List.of(author)) {
        JsonNode one =
            said.has("name") ? said : named.getOrDefault(said.path("@id").asText(""), said);
        boolean person = !one.path("@type").toString().contains("Organization");
        String name = one.isTextual() ? text(one) : text(one.path("name"));
        if (name != null && (person || organisations) && names.size() < 8) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static @Nullable String byline(
      Map<String, String> meta, List<String> authors, OutletNames outlet) {
    List<String> names = new ArrayList<>();
    for (String name : authors) {
      if (outlet.author(name) != null && !names.contains(name)) {
        names.add(name);
      }
    }
    if (!names.isEmpty()) {
      return outlet.author(String.join(", ", names));
    }
    for (String key : AUTHOR) {
      String name = outlet.author(meta.get(key));
      if (name != null && (!key.startsWith("twitter") || TextShape.count(name) <= 4)) {
        return name;
      }
    }
    return null;
  }

  private static @Nullable OffsetDateTime told(
      Dates dates,
      Map<String, String> meta,
      List<String> names,
      @Nullable JsonNode article,
      String property) {
    OffsetDateTime at =
        article == null ? null : dates.at(article.path(property).asText("").strip());
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
      @Nullable JsonNode article,
      @Nullable String address) {
    OffsetDateTime at = told(dates, meta, PUBLISHED, article, "datePublished");
    if (at != null) {
      return at;
    }
    for (Element time :
        some(
            page,
            "[itemprop=datePublished], time[pubdate], abbr.published[title], time.entry-date, time.published")) {
      String value =
          first(time.attr("datetime"), time.attr("content"), time.attr("title"), time.text());
      at = value == null ? null : dates.at(value.strip());
      if (at != null) {
        return at;
      }
    }
    return address == null ? null : Dates.inUrl(address);
  }

  /**
   * The time that readers see next to the article, nearest to its start first: above it, else in a
   * short line between its first paragraphs (a lead may stand above the day), else below it.
   *
   * @param taken the blocks that stand in the readers' part
   */
  public static @Nullable OffsetDateTime shownTime(
      Dates dates, List<Block> blocks, BitSet taken, int first, int last, boolean monthFirst) {
    if (first < 0) {
      return null;
    }
    for (int i = first; i >= Math.max(0, first - 30); i--) {
      OffsetDateTime at = taken.get(i) ? null : time(dates, blocks.get(i), monthFirst);
      if (at != null) {
        return at;
      }
    }
    for (int i = first + 1; i <= Math.min(last, first + 12); i++) {
      String text = blocks.get(i).text();
      String start = text.length() > 100 ? beforeDash(text) : text;
      boolean little = Dates.without(start).length() <= 45 || TextShape.count(start) <= 14;
      OffsetDateTime at =
          taken.get(i) || start.isEmpty() || !little
              ? null
              : time(dates, blocks.get(i), start, monthFirst);
      if (at != null) {
        return at;
      }
    }
    for (int i = last + 1; i <= Math.min(blocks.size() - 1, last + 25); i++) {
      // Farther down stand the days of other articles.
      boolean far = i > last + 12 && !PUBLISHED_LINE.matcher(blocks.get(i).text()).find();
      OffsetDateTime at = taken.get(i) || far ? null : time(dates, blocks.get(i), monthFirst);
      if (at != null) {
        return at;
      }
    }
    return null;
  }

  /** What stands before the dash that ends a line of place and day, else nothing. */
  private static String beforeDash(String text) {
    int end = -1;
    for (int i = 0; i < Math.min(60, text.length() - 1) && end < 0; i++) {
      boolean dash = "–—-|".indexOf(text.charAt(i)) >= 0 && text.charAt(i + 1) == ' ';
      end = dash ? i : end;
    }
    return end < 0 ? "" : text.substring(0, end);
  }

  private static @Nullable OffsetDateTime time(Dates dates, Block block, boolean monthFirst) {
    String text = block.text();
    return time(dates, block, text.length() > 160 ? text.substring(0, 60) : text, monthFirst);
  }

  private static @Nullable OffsetDateTime time(
      Dates dates, Block block, String text, boolean monthFirst) {
    Element e = block.element();
    if (e.normalName().equals("time") && e.hasAttr("datetime")) {
      OffsetDateTime at = dates.at(e.attr("datetime").strip());
      if (at != null) {
        return at;
      }
    }
    boolean copyright = text.indexOf('©') >= 0;
    OffsetDateTime shown = copyright ? null : dates.in(text, monthFirst);
    if (shown == null) {
      return null;
    }
    OffsetDateTime marked = marked(dates, e, text);
    return marked == null || !isSameDay(marked, shown) ? shown : marked;
  }

  /** The machine's writing of the time that stands in the text, in a "time" element; else null. */
  private static @Nullable OffsetDateTime marked(Dates dates, Element around, String text) {
    int seen = 0;
    for (Element time : around.getElementsByTag("time")) {
      String written = TextShape.clean(time.text());
      if (++seen > MOST_TIMES) {
        return null;
      }
      if (time.hasAttr("datetime") && !written.isEmpty() && text.contains(written)) {
        return dates.at(time.attr("datetime").strip());
      }
    }
    return null;
  }

  /** Whether they may be the same day, seen from two zones. */
  private static boolean isSameDay(OffsetDateTime a, OffsetDateTime b) {
    return Math.abs(a.toLocalDate().toEpochDay() - b.toLocalDate().toEpochDay()) <= 1;
  }

  /** The host without "www." and the like, lower case, else null. */
  public static @Nullable String host(@Nullable String address) {
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
  public static boolean sameSite(String a, String b) {
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
  public static List<Element> some(Document page, String query) {
    return page.select(query).stream().limit(50).toList();
  }

  private static @Nullable String text(JsonNode node) {
    String text = TextShape.clean(node.asText(""));
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
