package org.hearsay.page.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hearsay.page.lexicon.TextShape;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Walks a page's tree, without recursion, and cuts its text into blocks. */
public final class Blocks implements NodeFilter {
  private static final Set<String> INLINE = Set.of("ins", "del", "video", "audio", "canvas");
  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "iframe",
          "object",
          "embed",
          "svg",
          "select",
          "option",
          "button",
          "textarea",
          "input",
          "head",
          "audio",
          "video",
          "canvas",
          "map");

  /** Elements whose content browsers show only without scripts, or once a script put it there. */
  private static final Set<String> LAZY = Set.of("noscript", "template");

  /** So many of them are looked into. */
  private static final int MOST_LAZY = 50;

  private final int maxElements;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Element owner;
  private int linked;
  private String link = "";
  private int links;
  private int breaks;
  private int elements;
  private int lazy;
  private boolean cut;

  private Blocks(Element root, int maxElements) {
    this.owner = root;
    this.maxElements = maxElements;
  }

  /**
   * The blocks under an element, in document order.
   *
   * @param whole false when there were more elements than allowed
   */
  public record Cut(List<Block> blocks, boolean whole) {}

  /** Cuts the text under an element, of which at most so many elements are looked at. */
  public static Cut of(Element root, int maxElements) {
    Blocks walk = new Blocks(root, maxElements);
    walk.traverse(root);
    walk.flush();
    return new Cut(walk.blocks, !walk.cut);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode leaf) {
      String words = leaf.getWholeText();
      if (words.isBlank()) {
        text.append(' ');
        return FilterResult.CONTINUE;
      }
      breaks = 0;
      text.append(words);
      linked += links > 0 ? words.strip().length() : 0;
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    if (++elements > maxElements) {
      cut = true;
      return FilterResult.STOP;
    }
    String tag = element.normalName();
    boolean left = LAZY.contains(tag) && (++lazy > MOST_LAZY || !LazyProse.isProse(element));
    if (SKIPPED.contains(tag) || isHidden(element) || left) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tag.equals("br")) {
      // One break after a sentence sets a paragraph; within one it only wraps a line.
      if (++breaks > 1 || endsSentence()) {
        flush();
      } else {
        text.append(' ');
      }
    } else if (tag.equals("a")) {
      links++;
      link = element.attr("href");
    } else if (makesBlock(element)) {
      flush();
      owner = element;
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (element.normalName().equals("a")) {
        links = Math.max(0, links - 1);
      } else if (makesBlock(element)) {
        flush();
        Element parent = element.parent();
        while (parent != null && !makesBlock(parent)) {
          parent = parent.parent();
        }
        owner = parent == null ? owner : parent;
      }
    }
    return FilterResult.CONTINUE;
  }

  private boolean endsSentence() {
    // Only the end: a page of a million breaks must not cost its square.
    return TextShape.endsSentence(text.substring(Math.max(0, text.length() - 40)).stripTrailing());
  }

  private static boolean makesBlock(Element element) {
    return element.isBlock() && !INLINE.contains(element.normalName());
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty() && style.replace(" ", "").contains("display:none");
  }

  private void flush() {
    String clean = TextShape.clean(text);
    if (!clean.isEmpty()) {
      blocks.add(new Block(owner, clean, linked, link));
    }
    text.setLength(0);
    linked = 0;
    breaks = 0;
    link = "";
  }
}
