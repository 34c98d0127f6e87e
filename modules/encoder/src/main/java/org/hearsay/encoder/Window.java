package org.hearsay.encoder;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * One input of the model: neighbouring words of a paragraph, some of them marked.
 *
 * @param words the paragraph's words
 * @param first the index of the first word in it
 * @param end one past the index of the last
 * @param markFirst the index of the first marked word
 * @param markEnd one past the index of the last; the same as {@code markFirst} for none
 */
public record Window(List<Word> words, int first, int end, int markFirst, int markEnd) {
  /** The most pieces of a window, as in training: attention costs the square of it. */
  public static final int MOST_PIECES = 200;

  /** Windows over a whole paragraph, each overlapping the one before by half. */
  public static List<Window> over(List<Word> words) {
    List<Window> windows = new ArrayList<>();
    int first = 0;
    while (first < words.size()) {
      int end = first;
      int pieces = 0;
      while (end < words.size() && pieces + words.get(end).size() <= MOST_PIECES) {
        pieces += words.get(end++).size();
      }
      windows.add(new Window(words, first, end, 0, 0));
      if (end == words.size()) {
        break;
      }
      int next = end;
      int shared = 0;
      while (next > first + 1 && shared < MOST_PIECES / 2) {
        shared += words.get(--next).size();
      }
      first = next;
    }
    return windows;
  }

  /** The window around marked words, growing evenly to both sides while there is room. */
  public static Window around(List<Word> words, int markFirst, int markEnd) {
    return around(words, markFirst, markEnd, 0, words.size(), MOST_PIECES);
  }

  /**
   * The window around marked words, growing evenly to both sides while there is room.
   *
   * @param from the index of the first word that it may reach
   * @param to one past the index of the last
   * @param most the most pieces
   */
  static Window around(List<Word> words, int markFirst, int markEnd, int from, int to, int most) {
    int first = markFirst;
    int end = markFirst;
    int pieces = 0;
    while (end < markEnd && pieces + words.get(end).size() <= most) {
      pieces += words.get(end++).size();
    }
    int marked = end;
    boolean left = true;
    boolean right = true;
    while (left || right) {
      left = left && first > from && pieces + words.get(first - 1).size() <= most;
      if (left) {
        pieces += words.get(--first).size();
      }
      right = right && end < to && pieces + words.get(end).size() <= most;
      if (right) {
        pieces += words.get(end++).size();
      }
    }
    return new Window(words, first, end, markFirst, marked);
  }

  /**
   * The window around the words of a span; null where no word is in it.
   *
   * @param span in the units of the words' own spans
   */
  public static @Nullable Window around(List<Word> words, Span span) {
    int first = 0;
    while (first < words.size() && words.get(first).span().end() <= span.start()) {
      first++;
    }
    int end = first;
    while (end < words.size() && words.get(end).span().start() < span.end()) {
      end++;
    }
    return first < end ? around(words, first, end) : null;
  }

  /** How many words it has. */
  public int size() {
    return end - first;
  }

  /** Its pieces, with the two that frame every input. */
  public int length() {
    int length = 2;
    for (int i = first; i < end; i++) {
      length += words.get(i).size();
    }
    return length;
  }

  /** Where each word's first piece stands in the input: labels are read there. */
  public int[] firstPieces() {
    int[] places = new int[size()];
    // The first piece of all frames the input.
    int piece = 1;
    for (int i = 0; i < places.length; i++) {
      places[i] = piece;
      piece += words.get(first + i).size();
    }
    return places;
  }

  /** Whether a word of the paragraph is marked. */
  public boolean marks(int word) {
    return word >= markFirst && word < markEnd;
  }

  /** How far a word stands from the nearest edge at which the paragraph goes on. */
  int depth(int word) {
    int left = first == 0 ? Integer.MAX_VALUE : word - first;
    int right = end == words.size() ? Integer.MAX_VALUE : end - 1 - word;
    return Math.min(left, right);
  }
}
