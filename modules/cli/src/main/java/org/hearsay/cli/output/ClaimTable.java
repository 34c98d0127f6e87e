package org.hearsay.cli.output;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Claims as a table that people read: one block a claim. */
public final class ClaimTable {
  private static final int CONTENT_WIDTH = 110;

  private ClaimTable() {}

  /**
   * One claim: its chain, then its form, cue and content, each wrapped with a hanging indent.
   *
   * @param chain the links' names, outermost first
   * @param width how wide it may be
   */
  public static String row(List<String> chain, String form, String cue, String content, int width) {
    String path = chain.isEmpty() ? "(nobody named)" : String.join(" > ", chain);
    String head = String.format("      %-8s ", form.toLowerCase(Locale.ROOT));
    return Wrap.hanging("  ", path, 4, width)
        + System.lineSeparator()
        + Wrap.hanging(head, "[" + cue + "] " + content, head.length(), width);
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
