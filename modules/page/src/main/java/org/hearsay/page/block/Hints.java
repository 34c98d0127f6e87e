package org.hearsay.page.block;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearsay.page.lexicon.PageLexicon;
import org.jsoup.nodes.Element;

/** What an element's tag, class and id say of its part in the page, as bits. Not for threads. */
public final class Hints {
  /** The kinds, by their bit: the first eight have their words in any/markup-names.txt. */
  public static final int BODY = 0;

  public static final int LEAD = 1;
  public static final int COMMENT = 2;
  static final int CHROME = 3;
  static final int CAPTION = 4;
  public static final int AUTHOR = 5;
  public static final int TIME = 6;
  static final int RELATED = 7;
  static final int ARTICLE_TAG = 8;
  static final int OUTSIDE_TAG = 9;
  public static final int LIST_TAG = 10;
  public static final int TABLE_TAG = 11;
  static final int FORM_TAG = 12;
  public static final int ITEM = 13;

  /** How many kinds of hint there are. */
  public static final int KINDS = 14;

  /** The kinds that words in names tell, by their place; the lists of markup-names.txt. */
  private static final List<String> LISTS =
      List.of("body", "lead", "comment", "chrome", "caption", "author", "time", "related");

  private static final List<List<String>> STEMS =
      LISTS.stream().map(list -> List.copyOf(PageLexicon.markupNames(list))).toList();
  private static final Set<String> CHROME_WORDS = PageLexicon.markupNames("chrome-word");
  private static final Set<String> ITEM_WORDS = PageLexicon.markupNames("item-word");

  private final Map<String, Integer> known = new HashMap<>();

  /** The kinds of hint that the element gives, each a bit: {@code 1 << KIND}. */
  public int of(Element e) {
    int mask =
        switch (e.normalName()) {
          case "article", "main" -> 1 << ARTICLE_TAG;
          case "nav", "aside", "footer", "header" -> 1 << OUTSIDE_TAG;
          case "ul", "ol", "dl" -> 1 << LIST_TAG;
          case "table" -> 1 << TABLE_TAG;
          case "form" -> 1 << FORM_TAG;
          case "figcaption", "figure" -> 1 << CAPTION;
          case "time" -> 1 << TIME;
          case "address", "cite" -> 1 << AUTHOR;
          default -> 0;
        };
    if (e.attributesSize() == 0) {
      return mask;
    }
    String prop = e.attr("itemprop");
    if (!prop.isEmpty()) {
      mask |=
          switch (prop.toLowerCase(Locale.ROOT)) {
            case "articlebody" -> 1 << ARTICLE_TAG;
            case "comment", "review", "reviewbody" -> 1 << COMMENT;
            case "author", "creator" -> 1 << AUTHOR;
            case "datepublished", "datemodified" -> 1 << TIME;
            case "description" -> 1 << LEAD;
            default -> 0;
          };
    }
    String role = e.attr("role");
    if (!role.isEmpty()) {
      mask |=
          switch (role.toLowerCase(Locale.ROOT)) {
            case "main", "article" -> 1 << ARTICLE_TAG;
            case "navigation", "complementary", "contentinfo", "banner", "dialog" ->
                1 << OUTSIDE_TAG;
            default -> 0;
          };
    }
    String named = names(e);
    return mask | (named.length() < 3 ? 0 : known.computeIfAbsent(named, Hints::named));
  }

  /** The element's class and id, where there are not absurdly many. */
  public static String names(Element e) {
    String names = e.className() + " " + e.id();
    return names.length() > 300 ? names.substring(0, 300) : names;
  }

  private static int named(String hints) {
    int mask = 0;
    StringBuilder low = new StringBuilder(hints.length());
    for (int i = 0; i < hints.length(); i++) {
      low.append(Character.toLowerCase(hints.charAt(i)));
    }
    int start = 0;
    for (int i = 0; i <= low.length(); i++) {
      boolean letter = i < low.length() && Character.isLetter(low.charAt(i));
      // A capital inside a word starts the next one: "articleBody".
      boolean hump =
          letter
              && i > start
              && Character.isUpperCase(hints.charAt(i))
              && Character.isLowerCase(hints.charAt(i - 1));
      if (!letter || hump) {
        if (i - start >= 2) {
          mask |= word(low.substring(start, i));
        }
        start = letter ? i : i + 1;
      }
    }
    return mask;
  }

  private static int word(String word) {
    int mask = 0;
    for (int kind = 0; kind < STEMS.size(); kind++) {
      for (String stem : STEMS.get(kind)) {
        boolean hit =
            stem.length() <= 4 ? word.equals(stem) || word.equals(stem + "s") : word.contains(stem);
        if (hit) {
          mask |= 1 << kind;
          break;
        }
      }
    }
    mask |= CHROME_WORDS.contains(word) ? 1 << CHROME : 0;
    mask |= ITEM_WORDS.contains(word) ? 1 << ITEM : 0;
    return mask;
  }
}
