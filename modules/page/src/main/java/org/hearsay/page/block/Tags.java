package org.hearsay.page.block;

import org.hearsay.page.PageLimits;

/** Counts a page's tags before it is parsed: a parser's work may grow faster than its input. */
public final class Tags {
  private Tags() {}

  /**
   * The page up to where it has more start tags than the limits allow elements, or more tables in
   * one another than they allow levels: a parser keeps every cell that is left open in mind.
   */
  public static String within(String html, PageLimits limits) {
    int tags = 0;
    int tables = 0;
    int at = html.indexOf('<');
    while (at >= 0 && at + 1 < html.length()) {
      char c = html.charAt(at + 1);

      if (isLetter(c)) {
        tags++;
        if (is(html, at + 1, "script") || is(html, at + 1, "style")) {
          at = afterRaw(html, at);
        } else if (is(html, at + 1, "table")) {
          tables++;
        }
      } else if (c == '/' && is(html, at + 2, "table")) {
        tables = Math.max(0, tables - 1);
      }
      if (tags > limits.maxElements() || tables > limits.maxDepth()) {
        return html.substring(0, at);
      }
      at = html.indexOf('<', at + 1);
    }
    return html;
  }

  /** Where the end tag of a script or style sheet starts; what stands in it are no tags. */
  private static int afterRaw(String html, int at) {
    String end = is(html, at + 1, "script") ? "</script" : "</style";
    for (int i = html.indexOf("</", at); i >= 0; i = html.indexOf("</", i + 2)) {
      if (html.regionMatches(true, i, end, 0, end.length())) {
        return i;
      }
    }
    // Left open: parsers take the rest for the script's, too.
    return html.length() - 1;
  }

  private static boolean is(String html, int at, String name) {
    return html.regionMatches(true, at, name, 0, name.length())
        && (at + name.length() >= html.length() || !isLetter(html.charAt(at + name.length())));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
