package org.hearsay.lineage.matching;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.hearsay.lineage.Piece;
import org.hearsay.lineage.Prepared;
import org.hearsay.lineage.masks.MaskedText;
import org.hearsay.text.Span;

/**
 * What one of two texts has for itself: paragraphs that the other does not have, and parts of
 * paragraphs that it has. It remembers which words it has told, so that none is told twice.
 */
final class Unshared {
  /** A paragraph or a sentence with less of its words matched was not taken over. */
  private static final double TAKEN_OVER = 0.25;

  /**
   * A paragraph with fewer words is a cross-head or a credit, and neither added nor dropped; nor is
   * a part of a sentence with fewer.
   */
  private static final int LEAST_PARAGRAPH = 5;

  private final MaskedText text;
  private final Piece piece;
  private final BitSet matched;
  private final BitSet told = new BitSet();
  private final List<Span> whole = new ArrayList<>();

  /**
   * Looks for paragraphs.
   *
   * @param matched which of the article's words stand in the other one, too
   */
  Unshared(Prepared article, BitSet matched) {
    this.text = article.text();
    this.piece = article.piece();
    this.matched = matched;
    int word = 0;
    for (Span paragraph : piece.paragraphs()) {
      int first = from(word, paragraph.start());
      word = from(first, paragraph.end());
      if (word - first >= LEAST_PARAGRAPH && isOnlyHere(first, word, matched)) {
        whole.add(paragraph);
        told.set(first, word);
      }
    }
  }

  /** The paragraphs that the other text does not have, in order. */
  List<Span> paragraphs() {
    return List.copyOf(whole);
  }

  /**
   * The same with what the other text leaves out of paragraphs that it has: sentences, and the rest
   * of one behind or before what both have. What follows each other in a paragraph is one. What has
   * other words in its place is no such.
   *
   * @param edits what stands in place of what
   * @param from the first word of an edit in this text
   * @param to one past its last
   */
  List<Span> withParts(List<Edit> edits, ToIntFunction<Edit> from, ToIntFunction<Edit> to) {
    BitSet replaced = (BitSet) matched.clone();
    BitSet inPassages = (BitSet) matched.clone();
    for (Edit edit : edits) {
      inPassages.set(from.applyAsInt(edit), to.applyAsInt(edit));
      if (edit.isPair()) {
        replaced.set(from.applyAsInt(edit), to.applyAsInt(edit));
      }
    }
    List<Span> out = new ArrayList<>();
    int word = 0;
    for (Span paragraph : piece.paragraphs()) {
      int first = from(word, paragraph.start());
      word = from(first, paragraph.end());
      if (first < word && told.get(first)) {
        out.add(paragraph);
      } else if (word - first >= LEAST_PARAGRAPH) {
        parts(paragraph, first, word, replaced, inPassages, out);
      }
    }
    return out;
  }

  private void parts(
      Span paragraph, int first, int last, BitSet replaced, BitSet inPassages, List<Span> out) {
    BitSet begins = new BitSet();
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(paragraph.of(piece.body()));
    int begin = first;
    for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
      int end = from(begin, paragraph.start() + next);
      if (begin < end) {
        begins.set(begin);
        sentence(begin, end, replaced, inPassages);
      }
      begin = end;
    }
    for (int from = told.nextSetBit(first); from >= 0 && from < last; ) {
      int to = Math.min(told.nextClearBit(from), last);
      int start = begins.get(from) ? beginOf(from, first, paragraph) : text.start(from);
      int end = to == last || begins.get(to) ? endOf(to, last, paragraph) : text.end(to - 1);
      out.add(new Span(start, end));
      from = told.nextSetBit(to);
    }
  }

  private void sentence(int begin, int end, BitSet replaced, BitSet inPassages) {
    if (isOnlyHere(begin, end, replaced)) {
      told.set(begin, end);
      return;
    }
    for (int from = inPassages.nextClearBit(begin); from < end; ) {
      int next = inPassages.nextSetBit(from);
      int to = next < 0 ? end : Math.min(next, end);
      if (to - from >= LEAST_PARAGRAPH && !isDateline(from, to)) {
        told.set(from, to);
      }
      from = inPassages.nextClearBit(to);
    }
  }

  /** What begins a text and is nobody's own words. */
  private boolean isDateline(int from, int to) {
    int[] own = text.own();
    return from == 0 && (own.length == 0 || own[0] >= to);
  }

  /** Where a sentence begins, with the marks before its first word. */
  private int beginOf(int word, int first, Span paragraph) {
    int out = text.start(word);
    int least = word == first ? paragraph.start() : text.end(word - 1);
    while (out > least && !Character.isWhitespace(piece.body().charAt(out - 1))) {
      out--;
    }
    return out;
  }

  /** Where the sentence before a word ends, with the marks behind its last word. */
  private int endOf(int word, int last, Span paragraph) {
    int out = text.end(word - 1);
    int most = word == last ? paragraph.end() : text.start(word);
    while (out < most && !Character.isWhitespace(piece.body().charAt(out))) {
      out++;
    }
    return out;
  }

  /** The runs of words from one up to another that were not told, each with its end. */
  List<int[]> untold(int from, int to) {
    List<int[]> out = new ArrayList<>();
    for (int word = told.nextClearBit(from); word < to; ) {
      int end = told.nextSetBit(word);
      int last = end < 0 ? to : Math.min(end, to);
      out.add(new int[] {word, last});
      word = told.nextClearBit(last);
    }
    return out;
  }

  private boolean isOnlyHere(int first, int last, BitSet heard) {
    return Alignment.count(first, last, heard::get) < TAKEN_OVER * (last - first);
  }

  /** The first word, not before another one, that starts at a place or behind it. */
  private int from(int word, int place) {
    int out = word;
    while (out < text.size() && text.start(out) < place) {
      out++;
    }
    return out;
  }
}
