package org.hearsay.claims;

import java.util.BitSet;
import java.util.List;
import org.hearsay.text.Span;

/** Which units of a text stand in quotation marks. */
final class Quotations {
  private static final char APOSTROPHE = '’';

  private final String text;
  private final BitSet quoted = new BitSet();

  /**
   * Scans a text.
   *
   * @param text the text
   * @param paragraphs its paragraphs; a quotation that is not closed ends with its paragraph, since
   *     one that runs over several opens again in each
   */
  Quotations(String text, List<Span> paragraphs) {
    this.text = text;
    for (Span paragraph : paragraphs) {
      scan(paragraph);
    }
  }

  /** Whether a place stands inside quotation marks. */
  boolean isQuoted(int at) {
    return quoted.get(at);
  }

  /** How much of a content stands in quotation marks. Marks and spaces do not count. */
  ClaimForm form(List<Span> content) {
    boolean inside = false;
    boolean outside = false;
    for (Span span : content) {
      for (int i = span.start(); i < span.end(); i++) {
        if (Character.isLetterOrDigit(text.charAt(i))) {
          inside |= quoted.get(i);
          outside |= !quoted.get(i);
        }
      }
    }
    if (!inside) {
      return ClaimForm.INDIRECT;
    }
    return outside ? ClaimForm.MIXED : ClaimForm.DIRECT;
  }

  private void scan(Span paragraph) {
    int at = paragraph.start();
    while (at < paragraph.end()) {
      if (opens(at, paragraph)) {
        int close = close(at, paragraph);
        if (close >= 0) {
          quoted.set(at + 1, close);
          at = close;
        }
      }
      at++;
    }
  }

  private boolean opens(int at, Span paragraph) {
    char before = at > paragraph.start() ? text.charAt(at - 1) : ' ';
    char after = at + 1 < paragraph.end() ? text.charAt(at + 1) : ' ';
    return switch (text.charAt(at)) {
      case '“', '„', '«', '»' -> true;
      // After a digit it stands for inches or seconds.
      case '"' -> !Character.isDigit(before);
      case '‘', '\'' -> !Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
      default -> false;
    };
  }

  /** Where the quotation that opens at a place closes; -1 when it was no quotation after all. */
  private int close(int open, Span paragraph) {
    String marks =
        switch (text.charAt(open)) {
          case '“' -> "”\"";
          case '„' -> "“”\"";
          case '«' -> "»";
          case '»' -> "«";
          case '"' -> "\"”";
          case '‘' -> "’";
          default -> "'";
        };
    boolean single = marks.equals("’") || marks.equals("'");
    for (int i = open + 1; i < paragraph.end(); i++) {
      char c = text.charAt(i);
      if (marks.indexOf(c) >= 0 && !(single && isApostrophe(i, paragraph))) {
        return i;
      }
    }
    // A lone single mark is an apostrophe, and a lone » closes what another paragraph opened.
    return single || text.charAt(open) == '»' ? -1 : paragraph.end();
  }

  private boolean isApostrophe(int at, Span paragraph) {
    char c = text.charAt(at);
    if (c != APOSTROPHE && c != '\'') {
      return false;
    }
    char before = at > paragraph.start() ? text.charAt(at - 1) : ' ';
    char after = at + 1 < paragraph.end() ? text.charAt(at + 1) : ' ';
    return Character.isLetterOrDigit(after) || Character.isWhitespace(before);
  }
}
