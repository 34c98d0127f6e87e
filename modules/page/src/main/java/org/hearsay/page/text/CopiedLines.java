package org.hearsay.page.text;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.page.block.Block;
import org.hearsay.page.block.CopiedLine;
import org.jsoup.nodes.Element;

/**
 * The lines of a copied page as blocks without markup, so that the same numbers and the same kind
 * of model read both. A line after a blank one is a paragraph; the others are what a browser sets
 * on a line of its own.
 */
public final class CopiedLines {
  private CopiedLines() {}

  /** One block a line, all under one element. */
  public static List<Block> blocks(List<CopiedLine> lines) {
    Element page = new Element("body");
    List<Block> out = new ArrayList<>(lines.size());
    for (CopiedLine line : lines) {
      Element element = page.appendElement(line.blanks() > 0 ? "p" : "div");
      out.add(new Block(element, line.text(), 0, ""));
    }
    return out;
  }

  /** A page's blocks as a browser copies them: blank lines stand around what has a margin. */
  public static List<CopiedLine> copied(List<Block> blocks) {
    List<CopiedLine> out = new ArrayList<>(blocks.size());
    Block before = null;
    for (Block block : blocks) {
      boolean apart =
          before != null
              && (hasMargin(block.element())
                  || hasMargin(before.element())
                  || before.element().equals(block.element()));
      out.add(new CopiedLine(block.text(), apart ? 1 : 0));
      before = block;
    }
    return out;
  }

  private static boolean hasMargin(Element element) {
    return switch (element.normalName()) {
      case "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "dl",
          "ul",
          "ol",
          "figure" ->
          true;
      default -> false;
    };
  }
}
