package org.hearsay.lineage.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.hearsay.lineage.masks.MaskedText;
import org.hearsay.text.Span;

/**
 * Which of the paragraphs that only one of two texts has are its own reporting. They name somebody
 * or something that the other text does not, and nothing of what the other text names beside the
 * shared passages: a paragraph that does may be told from there in other words, and so may one that
 * names nothing.
 */
final class OwnParagraphs {
  /** Words from so many code units on tell what a text is about. */
  private static final int LONG = 5;

  /** From this share of its long words on, a paragraph may be the other's, told anew. */
  private static final double TOLD_ANEW = 0.2;

  private final MaskedText text;
  private final Set<Long> all;
  private final Set<Long> left;
  private final Set<Long> namesLeft;

  private OwnParagraphs(MaskedText text, MaskedText other, BitSet matched) {
    this.text = text;
    this.all = words(other, 0, other.size(), word -> true);
    this.left = words(other, 0, other.size(), word -> !matched.get(word));
    this.namesLeft =
        words(other, 0, other.size(), word -> !matched.get(word) && isName(other, word));
  }

  /**
   * Those of one text.
   *
   * @param only its paragraphs that the other does not have, in order
   * @param matched which of the other's words stand in the text, too
   */
  static List<Span> of(MaskedText text, List<Span> only, MaskedText other, BitSet matched) {
    if (only.isEmpty()) {
      return List.of();
    }
    OwnParagraphs own = new OwnParagraphs(text, other, matched);
    List<Span> out = new ArrayList<>();
    int word = 0;
    for (Span paragraph : only) {
      while (word < text.size() && text.start(word) < paragraph.start()) {
        word++;
      }
      int first = word;
      while (word < text.size() && text.start(word) < paragraph.end()) {
        word++;
      }
      if (own.isOwn(first, word)) {
        out.add(paragraph);
      }
    }
    return out;
  }

  private boolean isOwn(int first, int last) {
    Set<Long> names = words(text, first, last, word -> isName(text, word));
    Set<Long> told = words(text, first, last, word -> isLong(text, word));
    long again = told.stream().filter(left::contains).count();
    return !all.containsAll(names)
        && Collections.disjoint(names, left)
        && Collections.disjoint(words(text, first, last, word -> true), namesLeft)
        && again < TOLD_ANEW * told.size();
  }

  private static Set<Long> words(MaskedText text, int first, int last, IntPredicate which) {
    Set<Long> out = new HashSet<>();
    for (int word = first; word < last; word++) {
      if (which.test(word)) {
        out.add(text.hash(word));
      }
    }
    return out;
  }

  private static boolean isLong(MaskedText text, int word) {
    return text.end(word) - text.start(word) >= LONG;
  }

  /** A number, or a word with a capital that stands right behind another, so begins no sentence. */
  private static boolean isName(MaskedText text, int word) {
    String written = text.word(word);
    boolean inside = word > 0 && text.start(word) - text.end(word - 1) == 1;
    return (inside && Character.isUpperCase(written.codePointAt(0)))
        || written.chars().anyMatch(Character::isDigit);
  }
}
