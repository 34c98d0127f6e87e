package org.hearsay.cli.output;

import java.util.List;
import java.util.stream.Collectors;

/** Claims as a table that people read: one block a claim, wide texts cut. */
public final class ClaimTable {
  private static final int CONTENT_WIDTH = 110;

  private ClaimTable() {}

  /**
   * One claim, two lines: its chain, then its form, cue and content.
   *
   * @param chain the links' names, outermost first
   */
  public static String row(List<String> chain, String form, String cue, String content) {
    String path = chain.isEmpty() ? "(nobody named)" : String.join(" > ", chain);
    return String.format(
        "  %s%n      %-8s [%s] %s",
        path, form.toLowerCase(java.util.Locale.ROOT), cue, cut(content));
  }

  /** On one line, cut at a word where it is too wide. */
  public static String cut(String text) {
    String line = text.lines().map(String::strip).collect(Collectors.joining(" "));
    if (line.length() <= CONTENT_WIDTH) {
      return line;
    }
    int space = line.lastIndexOf(' ', CONTENT_WIDTH - 2);
    return line.substring(0, space < CONTENT_WIDTH / 2 ? CONTENT_WIDTH - 2 : space) + " …";
  }
}
