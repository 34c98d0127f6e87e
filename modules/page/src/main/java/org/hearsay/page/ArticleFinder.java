package org.hearsay.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the element that holds the article, by the prose in it, and the prose in that. */
final class ArticleFinder {
  private static final Pattern GOOD =
      Pattern.compile(
          "article|body|content|entry|main|post|story|text|hentry|blog", Pattern.CASE_INSENSITIVE);
  private static final Pattern STRONG =
      Pattern.compile(
          "(?:article|story|entry|post)[-_ ]?(?:body|content|text)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BAD =
      Pattern.compile(
          "comment|sidebar|side-?bar|related|promo|widget|footer|foot|share|sharing|social|menu|nav|advert"
              + "|sponsor|newsletter|cookie|consent|banner|masthead|outbrain|taboola|popular|popup",
          Pattern.CASE_INSENSITIVE);

  /** Parts of the article's element that are not its prose. */
  private static final Pattern APART =
      Pattern.compile(
          "(?:^|[-_ ])(?:related|share|sharing|social|side-?bar|promo|widget|newsletter|cookies?|consent|adverts?"
              + "|advertisement|ads?|captions?|wp-caption|credits?|breadcrumbs?|tags|footer|tools|toolbar|ratings?"
              + "|popular|teasers?|author-?(?:bio|box|info)|bio|meta|dateline|timestamp|byline|most-?(?:read"
              + "|popular|viewed)|pull-?quote|infobox|links?|menu|nav|navigation|pagination|copyright|subscribe"
              + "|signup|disclaimer|correction|photo|image|gallery|tagline|sponsor(?:ed)?|see-?also"
              + "|recommend(?:ed|ations)?|trending|outbrain|taboola|more-?(?:stories|news|on))(?:$|[-_ ])",
          Pattern.CASE_INSENSITIVE);

  /** A block below this many characters earns its element nothing. */
  private static final int SCORING_LENGTH = 60;

  /** A line that heads comments does so after this many characters of prose. */
  private static final int LEAST_BEFORE_READERS = 400;

  /** How far up a block's score is passed on, each level for less. */
  private static final int LEVELS = 4;

  private final Words words;

  ArticleFinder(Words words) {
    this.words = words;
  }

  /**
   * What was chosen.
   *
   * @param scope the chosen element's blocks, in order, up to the readers' part
   * @param prose those of them that are the article's
   * @param readers the blocks after a line that heads readers' comments
   */
  record Choice(List<Block> scope, List<Block> prose, List<Block> readers) {}

  Choice choose(List<Block> blocks, @Nullable String title) {
    Map<Element, double[]> scores = new HashMap<>();
    Map<Element, int[]> sizes = new HashMap<>();
    for (Block block : blocks) {
      for (Element e = block.element(); e != null; e = e.parent()) {
        int[] size = sizes.computeIfAbsent(e, k -> new int[2]);
        size[0] += block.text().length();
        size[1] += block.linked();
      }
      if (block.text().length() < SCORING_LENGTH
          || block.linkDensity() > 0.35
          || words.isChrome(block.text())) {
        continue;
      }
      double score =
          1 + Math.min(6, commas(block.text())) + Math.min(5, block.text().length() / 100.0);
      Element e = holder(block.element());
      for (int level = 0; e != null && level < LEVELS; level++, e = e.parent()) {
        double share = level == 0 ? 1 : level == 1 ? 0.6 : 1.0 / (2 * level);
        scores.computeIfAbsent(e, k -> new double[1])[0] += score * share;
      }
    }
    Element top = null;
    double best = 0;
    for (Block block : blocks) {
      Element e = block.element();
      for (int level = 0; e != null && level <= LEVELS; level++, e = e.parent()) {
        double score = weighted(e, scores, sizes);
        if (score > best) {
          best = score;
          top = e;
        }
      }
    }
    if (top == null) {
      return new Choice(List.of(), List.of(), List.of());
    }
    List<Block> scope = new ArrayList<>();
    Element parent = top.parent();
    for (Block block : blocks) {
      Element within = childOf(block.element(), top, parent);
      if (within == null) {
        continue;
      }
      if (within.equals(top) || joins(block, within, weighted(within, scores, sizes), best)) {
        scope.add(block);
      }
    }
    int end = readersAt(scope);
    List<Block> article = scope.subList(0, end);
    return new Choice(article, prose(article, top, sizes, title), scope.subList(end, scope.size()));
  }

  /** Where, after enough prose for an article, a line heads the readers' part; else the end. */
  private int readersAt(List<Block> scope) {
    int prose = 0;
    for (int i = 0; i < scope.size(); i++) {
      Block block = scope.get(i);
      if (prose >= LEAST_BEFORE_READERS && words.startsComments(block.text())) {
        // A heading, or a count that links to the comments: only what follows tells them apart.
        for (int k = i + 1; k < Math.min(scope.size(), i + 6); k++) {
          if (scope.get(k).linkDensity() < 0.3 && Words.count(scope.get(k).text()) >= 8) {
            return i;
          }
        }
      }
      if (block.linkDensity() < 0.35 && Words.count(block.text()) >= 12) {
        prose += block.text().length();
      }
    }
    return scope.size();
  }

  private List<Block> prose(
      List<Block> scope, Element top, Map<Element, int[]> sizes, @Nullable String title) {
    int whole = sizes.getOrDefault(top, new int[] {1, 0})[0];
    Map<Element, Boolean> apart = new HashMap<>();
    boolean[] kept = new boolean[scope.size()];
    for (int i = 0; i < scope.size(); i++) {
      Block block = scope.get(i);
      kept[i] = !isApart(block.element(), top, sizes, whole, apart) && isProse(block, title);
    }
    int first = -1;
    int last = -1;
    for (int i = 0; i < scope.size(); i++) {
      if (kept[i] && Words.count(scope.get(i).text()) >= 10) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    List<Block> prose = new ArrayList<>();
    for (int i = Math.max(0, first); i <= last; i++) {
      if (kept[i]) {
        prose.add(scope.get(i));
      }
    }
    return prose;
  }

  private boolean isProse(Block block, @Nullable String title) {
    String text = block.text();
    if (words.isChrome(text)
        || words.startsComments(text)
        || words.byline(text) != null
        || (title != null && text.equalsIgnoreCase(title))
        || block.element().normalName().equals("figcaption")
        || block.element().normalName().equals("caption")) {
      return false;
    }
    double density = block.linkDensity();
    int count = Words.count(text);
    if (block.isHeading()) {
      return density < 0.3 && count >= 2;
    }
    if (density > (text.length() > 200 ? 0.5 : 0.33)) {
      return false;
    }
    return count >= 12 || Words.endsSentence(text) || (count >= 4 && text.startsWith("“"));
  }

  private static boolean isApart(
      Element element,
      Element top,
      Map<Element, int[]> sizes,
      int whole,
      Map<Element, Boolean> known) {
    List<Element> path = new ArrayList<>();
    boolean apart = false;
    for (Element e = element; e != null && !e.equals(top); e = e.parent()) {
      Boolean said = known.get(e);
      if (said != null) {
        apart = said;
        break;
      }
      path.add(e);
    }
    for (int i = path.size() - 1; i >= 0; i--) {
      Element e = path.get(i);
      // A class that covers a good part of the prose names the layout, not what is in it.
      apart =
          apart
              || ((APART.matcher(hints(e)).find()
                      || e.normalName().equals("aside")
                      || e.normalName().equals("figure"))
                  && sizes.getOrDefault(e, new int[2])[0] < whole * 0.4);
      known.put(e, apart);
    }
    return apart;
  }

  private static boolean joins(Block block, Element sibling, double score, double best) {
    if (score >= Math.max(10, best * 0.2)) {
      return true;
    }
    return sibling.equals(block.element())
        && (sibling.normalName().equals("p") || sibling.normalName().equals("blockquote"))
        && block.text().length() > 80
        && block.linkDensity() < 0.25;
  }

  /** {@code top} when the element lies in it, else the child of {@code parent} that it lies in. */
  private static @Nullable Element childOf(Element element, Element top, @Nullable Element parent) {
    for (Element e = element; e != null; e = e.parent()) {
      if (e.equals(top) || (parent != null && parent.equals(e.parent()))) {
        return e;
      }
    }
    return null;
  }

  private static double weighted(
      Element e, Map<Element, double[]> scores, Map<Element, int[]> sizes) {
    double[] score = scores.get(e);
    if (score == null) {
      return 0;
    }
    int[] size = sizes.getOrDefault(e, new int[] {1, 0});
    double weight = 1 - Math.min(1.0, (double) size[1] / Math.max(1, size[0]));
    String hints = hints(e);
    if (STRONG.matcher(hints).find()
        || e.normalName().equals("article")
        || e.attr("itemprop").equalsIgnoreCase("articleBody")) {
      weight *= 1.5;
    } else if (GOOD.matcher(hints).find()) {
      weight *= 1.15;
    }
    if (BAD.matcher(hints).find()) {
      weight *= 0.5;
    }
    return score[0] * weight;
  }

  static String hints(Element e) {
    String hints = e.className() + " " + e.id();
    return hints.length() > 300 ? hints.substring(0, 300) : hints;
  }

  private static @Nullable Element holder(Element e) {
    return switch (e.normalName()) {
      case "p", "li", "blockquote", "pre", "h2", "h3", "h4" -> e.parent();
      default -> e;
    };
  }

  private static int commas(String text) {
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      n += text.charAt(i) == ',' ? 1 : 0;
    }
    return n;
  }
}
