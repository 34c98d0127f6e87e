package org.hearsay.page.block;

import org.jsoup.nodes.Element;

/**
 * A run of text that a browser would set as one paragraph.
 *
 * @param element the nearest element that makes paragraphs
 * @param text the text, white space folded
 * @param linked how many of its characters stand in links
 * @param link the address of its last link, else empty
 */
public record Block(Element element, String text, int linked, String link) {

  /** The share of its characters that stand in links, 0..1. */
  public double linkDensity() {
    return text.isEmpty() ? 0 : Math.min(1.0, (double) linked / text.length());
  }

  /** Whether it is a heading of any level. */
  public boolean isHeading() {
    String tag = element.normalName();
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }
}
