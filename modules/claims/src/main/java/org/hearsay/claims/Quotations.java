package org.hearsay.claims;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hearsay.language.AnnotatedText;
import org.hearsay.text.Sorted;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;

/**
 * Which parts of a text stand in quotation marks: curly, straight, doubled single, low-high and
 * angular ones, single ones where they cannot be apostrophes.
 */
public final class Quotations {
  private static final String CLOSING_BEFORE = "([{-–—―/“‘„«‹\"'";

  /** A single mark that is closed later than this, in UTF-16 code units, was an apostrophe. */
  private static final int LONGEST_SINGLE = 1500;

  private final String text;
  private final BitSet quoted = new BitSet();
  private final List<Quotation> all = new ArrayList<>();
  private final SpanIndex index;

  /**
   * Words in marks.
   *
   * @param span the words with their marks; in UTF-16 code units
   * @param closed whether the mark that closes them is there; else they end with their paragraph
   */
  public record Quotation(Span span, boolean closed) {}

  /**
   * Scans a text.
   *
   * @param text the text
   * @param paragraphs its paragraphs; a quotation that is not closed ends with its paragraph, since
   *     one that runs over several opens again in each
   */
  public Quotations(String text, List<Span> paragraphs) {
    this.text = text;
    for (Span paragraph : paragraphs) {
      scan(paragraph);
    }
    this.index = SpanIndex.of(all, Quotation::span);
  }

  /** Those of a text that has been read. */
  public static Quotations of(AnnotatedText text) {
    return new Quotations(text.text(), text.paragraphs());
  }

  /** The outermost quotations, in order. */
  public List<Quotation> all() {
    return all;
  }

  /** Those of which all lies in a span, in order. */
  public List<Quotation> in(Span span) {
    int from = Sorted.count(all.size(), i -> all.get(i).span().start() < span.start());
    int end = Sorted.count(all.size(), i -> all.get(i).span().end() <= span.end());
    return all.subList(from, Math.max(from, end));
  }

  /** Those of which a part lies in one of some spans, in order. */
  public List<Quotation> touching(List<Span> spans) {
    return index.overlapping(spans, all);
  }

  /** What stands in marks, without them: the longest stretches, in order. */
  public List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (Quotation quotation : all) {
      int start = quoted.nextSetBit(quotation.span().start());
      int end = start < 0 ? -1 : Math.min(quoted.nextClearBit(start), quotation.span().end());
      if (start >= 0 && start < end) {
        spans.add(new Span(start, end));
      }
    }
    return spans;
  }

  /** Whether a place, in UTF-16 code units, stands inside quotation marks. */
  public boolean isQuoted(int at) {
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
      int length = opens(at, paragraph);
      if (length > 0) {
        int close = close(at, length, paragraph);
        if (close >= 0) {
          quoted.set(at + length, close);
          boolean closed = close < paragraph.end();
          int end = closed ? close + closing(close, at, paragraph) : close;
          all.add(new Quotation(new Span(at, end), closed));
          at = end;
          continue;
        }
        at += length - 1;
      }
      at++;
    }
  }

  /** The length of the mark that opens a quotation at a place; 0 for none. */
  private int opens(int at, Span paragraph) {
    char before = before(at, paragraph);
    if (isDoubledSingle(at, paragraph)) {
      return isOpen(before) && !Character.isWhitespace(charAt(at + 2, paragraph)) ? 2 : 0;
    }
    char after = charAt(at + 1, paragraph);
    return switch (text.charAt(at)) {
      case '“', '„', '«', '‹' -> 1;
      case '»', '›' -> isOpen(before) && !Character.isWhitespace(after) ? 1 : 0;
      // As some pages write both marks alike.
      case '”' -> isOpen(before) && Character.isLetterOrDigit(after) ? 1 : 0;
      // After a digit it stands for inches or seconds.
      case '"' -> isOpen(before) && !Character.isWhitespace(after) ? 1 : 0;
      case '‘', '‚', '\'' -> isOpen(before) && Character.isLetterOrDigit(after) ? 1 : 0;
      default -> 0;
    };
  }

  /** Whether a mark after this character may open. */
  private static boolean isOpen(char before) {
    return Character.isWhitespace(before)
        || Character.isSpaceChar(before)
        || CLOSING_BEFORE.indexOf(before) >= 0
        || before == ':'
        || before == ',';
  }

  private boolean isDoubledSingle(int at, Span paragraph) {
    char c = text.charAt(at);
    return (c == '\'' || c == '`' || c == '’' || c == '‘') && charAt(at + 1, paragraph) == c;
  }

  private char charAt(int at, Span paragraph) {
    return at >= paragraph.start() && at < paragraph.end() ? text.charAt(at) : ' ';
  }

  private char before(int at, Span paragraph) {
    return charAt(at - 1, paragraph);
  }

  private static String closers(char open) {
    return switch (open) {
      case '“', '”' -> "”\"“";
      case '„' -> "“”\"";
      case '«' -> "»";
      case '»' -> "«";
      case '‹' -> "›";
      case '›' -> "‹";
      case '"' -> "\"”";
      case '‘' -> "’";
      case '‚' -> "‘’";
      default -> "'";
    };
  }

  /** Where the quotation that opens at a place closes; -1 when it was no quotation after all. */
  private int close(int open, int length, Span paragraph) {
    char mark = text.charAt(open);
    String closers = closers(mark);
    boolean doubled = length == 2;
    boolean single = !doubled && (mark == '‘' || mark == '‚' || mark == '\'');
    int end = single ? Math.min(paragraph.end(), open + LONGEST_SINGLE) : paragraph.end();
    for (int i = open + length; i < end; i++) {
      char c = text.charAt(i);
      if (doubled) {
        if (isDoubledSingle(i, paragraph) && c != '`' && c != '‘') {
          return i;
        }
      } else if (closers.indexOf(c) >= 0 && !(single && isApostrophe(i, paragraph))) {
        if (mark == '„' || !opensAgain(i, paragraph)) {
          return i;
        }
        if (open > paragraph.start()) {
          // A mark that is not closed before the next one opens was none.
          return -1;
        }
        // A quotation that goes on from the paragraph before, with one inside it.
        i = closeOfInner(i, closers, paragraph);
      }
    }
    // A lone single mark is an apostrophe, and a lone » closes what another paragraph opened.
    return single || mark == '»' || mark == '›' ? -1 : paragraph.end();
  }

  private boolean opensAgain(int at, Span paragraph) {
    char c = text.charAt(at);
    return (c == '"' || c == '“')
        && isOpen(before(at, paragraph))
        && Character.isLetterOrDigit(charAt(at + 1, paragraph));
  }

  private int closeOfInner(int open, String closers, Span paragraph) {
    for (int i = open + 1; i < paragraph.end(); i++) {
      if (closers.indexOf(text.charAt(i)) >= 0 && !opensAgain(i, paragraph)) {
        return i;
      }
    }
    return paragraph.end();
  }

  private int closing(int close, int open, Span paragraph) {
    return isDoubledSingle(open, paragraph) && isDoubledSingle(close, paragraph) ? 2 : 1;
  }

  private boolean isApostrophe(int at, Span paragraph) {
    char c = text.charAt(at);
    if (c != '’' && c != '\'' && c != '‘') {
      return false;
    }
    return Character.isLetterOrDigit(charAt(at + 1, paragraph))
        || Character.isWhitespace(before(at, paragraph));
  }
}
