package org.hearsay.page.text;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.page.block.CopiedLine;
import org.hearsay.page.lexicon.TextShape;

/** Cuts a copied page's text into its lines. */
final class CopiedText {
  private CopiedText() {}

  /** The lines that are not blank. */
  static List<CopiedLine> lines(String page) {
    List<CopiedLine> raw = new ArrayList<>();
    int blanks = 0;
    for (String line : page.lines().toList()) {
      String text = TextShape.clean(line);
      if (text.isEmpty()) {
        blanks++;
      } else {
        raw.add(new CopiedLine(text, blanks));
        blanks = 0;
      }
    }
    return unwrapped(raw);
  }

  /**
   * Joins the lines of paragraphs that were broken at a fixed width: several lines without a blank
   * one between, all but the last of about one length and most not at a sentence's end.
   */
  private static List<CopiedLine> unwrapped(List<CopiedLine> raw) {
    List<CopiedLine> out = new ArrayList<>();
    int i = 0;
    while (i < raw.size()) {
      int end = i + 1;
      while (end < raw.size() && raw.get(end).blanks() == 0) {
        end++;
      }
      List<CopiedLine> group = raw.subList(i, end);
      if (isWrapped(group)) {
        StringBuilder text = new StringBuilder();
        for (CopiedLine line : group) {
          text.append(text.length() == 0 ? "" : " ").append(line.text());
        }
        out.add(new CopiedLine(text.toString(), group.get(0).blanks()));
      } else {
        out.addAll(group);
      }
      i = end;
    }
    return out;
  }

  private static boolean isWrapped(List<CopiedLine> group) {
    if (group.size() < 2) {
      return false;
    }
    int open = 0;
    for (CopiedLine line : group.subList(0, group.size() - 1)) {
      if (line.text().length() < 50 || line.text().length() > 110) {
        return false;
      }
      open += TextShape.endsSentence(line.text()) ? 0 : 1;
    }
    return open * 2 > group.size() - 1;
  }
}
