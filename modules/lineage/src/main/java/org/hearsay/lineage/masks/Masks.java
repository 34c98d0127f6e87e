package org.hearsay.lineage.masks;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which units of a text are nobody's own writing: words in quotation marks, statements and posts
 * that are given in full, captions of pictures, datelines, credits, standing sentences and stock
 * phrases. Independent reports of one event share these.
 */
final class Masks {
  /** Standing sentences are short, in UTF-16 code units; it also bounds the time for matching. */
  private static final int LONGEST_SENTENCE = 400;

  /** A dateline ends within so many code units of the text's start. */
  private static final int LONGEST_DATELINE = 120;

  /** A post has at most 280 characters, an address more or less. */
  private static final int LONGEST_POST = 320;

  /** A longer paragraph is no caption, in UTF-16 code units. */
  private static final int LONGEST_CAPTION = 500;

  private final MaskWords words;
  private final String text;
  private final int[] starts;
  private final long[] hashes;
  private final int size;
  private final BitSet masked = new BitSet();
  private int word;

  /**
   * @param words by what is told what to mask
   * @param starts where the text's words start
   * @param hashes their hashes
   * @param size how many words there are
   */
  Masks(MaskWords words, String text, int[] starts, long[] hashes, int size) {
    this.words = words;
    this.text = text;
    this.starts = starts;
    this.hashes = hashes;
    this.size = size;
  }

  /** The masked units; what lies outside the paragraphs, which ascend, is masked too. */
  BitSet of(List<Span> paragraphs) {
    masked.set(0, text.length());
    for (Span paragraph : paragraphs) {
      masked.clear(paragraph.start(), Math.min(text.length(), paragraph.end()));
    }
    if (!paragraphs.isEmpty()) {
      Span first = paragraphs.get(0);
      Matcher dateline = words.dateline().matcher(text);
      dateline.region(first.start(), Math.min(first.end(), first.start() + LONGEST_DATELINE));
      if (dateline.lookingAt()) {
        masked.set(dateline.start(), dateline.end());
      }
    }
    boolean hasPosts = text.contains("(@");
    for (int i = 0; i < paragraphs.size(); i++) {
      Span paragraph = paragraphs.get(i);
      sentences(paragraph);
      quotations(text, paragraph, masked);
      @Nullable Span before = i == 0 ? null : paragraphs.get(i - 1);
      if (hasPosts) {
        posted(before, paragraph);
      }
      if (before != null && introduces(before)) {
        masked.set(paragraph.start(), paragraph.end());
      }
    }
    return masked;
  }

  /** A post stands before the line that says whose it is, in the same paragraph or the last one. */
  private void posted(@Nullable Span before, Span paragraph) {
    Matcher signature = words.signature().matcher(text);
    signature.region(paragraph.start(), paragraph.end());
    while (signature.find()) {
      boolean alone = signature.start() == paragraph.start();
      int from = Math.max(paragraph.start(), signature.start() - LONGEST_POST);
      if (alone && before != null && before.end() - before.start() <= LONGEST_POST) {
        from = before.start();
      }
      masked.set(from, signature.end());
    }
  }

  private boolean introduces(Span paragraph) {
    int from = Math.max(paragraph.start(), paragraph.end() - LONGEST_SENTENCE);
    int end = paragraph.end();
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end > from
        && text.charAt(end - 1) == ':'
        && words.inFull().matcher(text.substring(from, end)).find();
  }

  private void sentences(Span paragraph) {
    int start = paragraph.start();
    for (int i = paragraph.start(); i < paragraph.end(); i++) {
      boolean last = i + 1 == paragraph.end();
      boolean ends =
          last
              || (".!?)".indexOf(text.charAt(i)) >= 0
                  && Character.isWhitespace(text.charAt(i + 1)));
      if (!ends) {
        continue;
      }
      sentence(paragraph, start, i + 1);
      start = i + 1;
      while (start < paragraph.end() && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
    }
  }

  private void sentence(Span paragraph, int start, int end) {
    while (word < size && starts[word] < start) {
      word++;
    }
    int first = word;
    while (word < size && starts[word] < end) {
      word++;
    }
    String sentence = text.substring(start, end);
    for (Pattern stock : words.stock().possible(sentence, hashes, first, word)) {
      Matcher phrase = stock.matcher(sentence);
      while (phrase.find()) {
        masked.set(start + phrase.start(), start + phrase.end());
      }
    }
    if (paragraph.end() - paragraph.start() <= LONGEST_CAPTION) {
      for (Pattern credit : words.captions().possible(sentence, hashes, first, word)) {
        if (credit.matcher(sentence).find()) {
          masked.set(paragraph.start(), paragraph.end());
        }
      }
    }
    if (end - start <= LONGEST_SENTENCE) {
      for (Pattern standing : words.standing().possible(sentence, hashes, first, word)) {
        if (standing.matcher(sentence).matches()) {
          masked.set(start, end);
        }
      }
    }
  }

  private static void quotations(String text, Span paragraph, BitSet masked) {
    int i = paragraph.start();
    while (i < paragraph.end()) {
      String closing = closing(text, i, paragraph);
      if (closing.isEmpty()) {
        i++;
        continue;
      }
      int close = close(text, i, paragraph, closing);
      if (close < 0) {
        i++;
      } else {
        masked.set(i, close);
        i = close + 1;
      }
    }
  }

  /** The marks that may close a quotation that opens here; empty where none opens. */
  private static String closing(String text, int at, Span paragraph) {
    char before = at > paragraph.start() ? text.charAt(at - 1) : ' ';
    char after = at + 1 < paragraph.end() ? text.charAt(at + 1) : ' ';
    boolean opens = !Character.isLetterOrDigit(before) && !Character.isWhitespace(after);
    return switch (text.charAt(at)) {
      case '“' -> "”\"";
      case '„' -> "“”\"";
      case '«' -> "»";
      case '»' -> opens ? "«" : "";
      case '"' -> opens ? "\"”" : "";
      case '‘' -> opens ? "’" : "";
      case '\'' -> opens ? "'" : "";
      default -> "";
    };
  }

  /** Where it closes: at its mark, else at the paragraph's end; -1 where it was no quotation. */
  private static int close(String text, int open, Span paragraph, String closing) {
    char first = closing.charAt(0);
    boolean single = first == '’' || first == '\'';
    for (int i = open + 1; i < paragraph.end(); i++) {
      if (closing.indexOf(text.charAt(i)) >= 0) {
        char after = i + 1 < paragraph.end() ? text.charAt(i + 1) : ' ';
        char before = text.charAt(i - 1);
        boolean apostrophe =
            single && (Character.isLetterOrDigit(after) || Character.isWhitespace(before));
        if (!apostrophe) {
          return i;
        }
      }
    }
    // A quotation that runs over several paragraphs opens again in each and closes in the last. A
    // lone single mark is an apostrophe, and another lone mark may close what was opened elsewhere.
    char mark = text.charAt(open);
    boolean runsOn = mark == '“' || mark == '„' || (mark == '"' && open == paragraph.start());
    return runsOn ? paragraph.end() : -1;
  }
}
