package org.hearsay.page.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.Hints;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds an article's title: what the head says of it, and the heading that readers see. */
public final class ArticleTitles {
  static final Pattern SEPARATOR = Pattern.compile(" +(?:[|»«:·•—–-]|::) +");

  /** What stands between a headline and a name, on either side of it. */
  private static final Pattern SIGN =
      Pattern.compile(" +(?:[|»«:·•—–-]|::) +|(?<=\\S): +|(?<=\\S)\\| *");

  private static final Pattern NAME_BEFORE = Pattern.compile(".{2,60}?(?:" + SIGN + ")");

  private static final Pattern NAME_AFTER = Pattern.compile("(?:" + SIGN + ").{2,60}");

  /** An element that shows the outlet's name. */
  private static final Pattern SITE_NAME = PageLexicon.markup("site-name");

  /** In characters. */
  private static final int LONGEST_SIGN = 60;

  private static final int MOST_SIGNS = 5;

  /** The address of a site's front page. */
  private static final Pattern HOME = Pattern.compile("(?:https?://[^/]+)?/?|\\./");

  /** In characters. */
  private static final int LONGEST_TITLE = 300;

  private ArticleTitles() {}

  /** The title before the page is read: what the head says, else a heading that it repeats. */
  static @Nullable String ofHead(
      Document page, Map<String, String> meta, StructuredData data, OutletLabels outlet) {
    String whole = TextShape.clean(page.title());
    String named =
        Metadata.first(
            meta.get("og:title"),
            data.text("headline"),
            meta.get("twitter:title"),
            meta.get("dc.title"));
    if (named != null && named.length() <= LONGEST_TITLE) {
      return withoutSite(named, outlet);
    }
    // The heading that the page's title repeats is the article's, not the site's; where it repeats
    // both, the article's is the first heading.
    for (String headings : List.of("h1, [itemprop=headline]", "h2")) {
      for (Element heading : Metadata.some(page, headings)) {
        String text = TextShape.clean(heading.text());
        if (TextShape.count(text) >= 3 && whole.contains(text) && !isHome(heading)) {
          return text;
        }
      }
    }
    for (Element heading : Metadata.some(page, "h1")) {
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
  public static @Nullable String shown(
      @Nullable String named, OutletLabels outlet, List<Block> blocks, int firstProse) {
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

  /**
   * The heading of a lower level, nearest to the article, that the head's title repeats with a name
   * before or after it: "The Tarn Lantern: Council closes the pier"; else null.
   */
  private static @Nullable String lesserHeading(
      String named, OutletLabels outlet, List<Block> blocks, int firstProse) {
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
  private static String withoutOwnName(String title, OutletLabels outlet) {
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

  /**
   * What the page shows as its outlet's name: the texts of links to its front page, and of elements
   * that are named for it. A link to another site's front page tells nothing of this one.
   *
   * @param address the page's, where it is known
   */
  static Set<String> signs(Document page, @Nullable String address) {
    Set<String> signs = new HashSet<>();
    String host = Addresses.host(address);
    for (Element element : page.getAllElements()) {
      if (signs.size() >= MOST_SIGNS) {
        break;
      }
      boolean named =
          element.attributesSize() > 0 && SITE_NAME.matcher(Hints.names(element)).find();
      if (named || (element.hasAttr("href") && isFront(element, host))) {
        add(signs, element);
      }
    }
    return signs;
  }

  /** Whether the link goes to the front page, and stands in no text. */
  private static boolean isFront(Element link, @Nullable String host) {
    String to = link.attr("href").strip();
    if (!link.normalName().equals("a") || !HOME.matcher(to).matches()) {
      return false;
    }
    boolean own = host == null || !to.contains("//") || host.equals(Addresses.host(to));
    return own && link.closest("p") == null;
  }

  private static void add(Set<String> signs, Element element) {
    String text = TextShape.clean(element.text());
    if (!text.isEmpty() && text.length() <= LONGEST_SIGN) {
      signs.add(text);
    }
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

  private static Set<String> wordsOf(String text) {
    Set<String> out = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        out.add(word);
      }
    }
    return out;
  }

  private static String withoutSite(String title, OutletLabels outlet) {
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
}
