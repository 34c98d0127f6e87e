package org.hearsay.page.comments;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.Hints;
import org.hearsay.page.lexicon.PageLexicon;
import org.hearsay.page.model.BlockScores;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Elements whose names say that they hold readers' comments, and one comment. */
public final class CommentZones {
  private static final Pattern CONTAINER = PageLexicon.markup("comment-container");

  private static final Pattern ITEM = PageLexicon.markup("comment-item");

  private CommentZones() {}

  /** The outermost element of each block that is named for comments and holds no article. */
  public static List<@Nullable Element> of(List<Block> blocks, BlockScores scores) {
    Map<String, Boolean> names = new HashMap<>();
    Map<Element, Boolean> candidate = new HashMap<>();
    Map<Element, double[]> held = new HashMap<>();
    double all = 1;
    double article = 1;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      double chars = block.text().length();
      double mass = scores.body(i) * chars;
      all += chars;
      article += mass;
      for (Element e = block.element(); e != null; e = e.parent()) {
        if (candidate.computeIfAbsent(e, k -> isNamed(k, names))) {
          double[] sum = held.computeIfAbsent(e, k -> new double[3]);
          sum[0] += chars;
          sum[1] += mass;
          sum[2] += block.element().normalName().equals("h1") ? 1 : 0;
        }
      }
    }
    @Nullable Element[] zones = new Element[blocks.size()];
    Set<Element> ruled = new HashSet<>();
    for (Map.Entry<Element, double[]> entry : held.entrySet()) {
      double[] sum = entry.getValue();
      // A class such as "has-comments" on the whole article's element names no container.
      if (sum[0] < all * 0.85 && sum[2] == 0 && sum[1] < article * 0.4) {
        ruled.add(entry.getKey());
      }
    }
    for (int i = 0; i < blocks.size() && !ruled.isEmpty(); i++) {
      for (Element e = blocks.get(i).element(); e != null; e = e.parent()) {
        zones[i] = ruled.contains(e) ? e : zones[i];
      }
    }
    return Arrays.asList(zones);
  }

  private static boolean isNamed(Element e, Map<String, Boolean> names) {
    String tag = e.normalName();
    if (!e.isBlock() || tag.equals("body") || tag.equals("main") || tag.equals("form")) {
      return false;
    }
    String hints = Hints.names(e);
    return hints.length() > 3 && names.computeIfAbsent(hints, k -> CONTAINER.matcher(k).find());
  }

  /**
   * The element within the container that holds the comment that an element stands in, else null.
   */
  public static @Nullable Element item(Element element, Element container) {
    for (Element e = element; e != null; e = e.parent()) {
      boolean item = ITEM.matcher(Hints.names(e)).find();
      if (item && (!e.equals(container) || !e.normalName().equals("ol"))) {
        return e;
      }
      if (e.equals(container)) {
        return null;
      }
      if (e.normalName().equals("li") || e.normalName().equals("article")) {
        return e;
      }
    }
    return null;
  }

  /** Whether the block stands in the form that readers write into. */
  static boolean isForms(Element element, Element zone) {
    for (Element e = element; e != null && !e.equals(zone); e = e.parent()) {
      if (e.normalName().equals("form")) {
        return e.selectFirst("textarea, input[type=password]") != null;
      }
    }
    return false;
  }
}
