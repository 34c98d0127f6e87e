package org.hearsay.claims.relays;

import java.util.List;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.text.Span;

/**
 * The words around an attribution in which relays are looked for: the cue's sentence with the
 * content hidden, since what was said is not how it came here.
 *
 * @param attribution the attribution
 * @param region where the words stand
 * @param seen the words, {@value #HIDDEN} in the place of each unit of content
 */
record Surroundings(Attribution attribution, Span region, String seen) {
  private static final char HIDDEN = '\u0000';

  /** How far from the cue or the source, in UTF-16 code units, a relay's words may stand. */
  private static final int FURTHEST = 60;

  /**
   * How far from the cue, in UTF-16 code units, the rules look at all: a "sentence" may be a whole
   * page of a text without stops.
   */
  private static final int WIDEST = 1000;

  /** Those of an attribution, inside some limits. */
  static Surroundings of(Attribution attribution, Span limits, Document document) {
    Span region = region(attribution, limits, document);
    return new Surroundings(
        attribution, region, masked(region, attribution.content(), document.text()));
  }

  /** The cue's sentence, inside the limits, as far as a relay may stand from the cue. */
  private static Span region(Attribution attribution, Span limits, Document document) {
    Span cue = attribution.cue();
    Span sentence = document.sentence(cue.start());
    int first = Math.max(cue.start() - WIDEST, Math.max(sentence.start(), limits.start()));
    int end = Math.min(cue.end() + WIDEST, Math.min(sentence.end(), limits.end()));
    return new Span(Math.min(first, cue.start()), Math.max(end, cue.end()));
  }

  private static String masked(Span region, List<Span> content, String text) {
    StringBuilder seen = new StringBuilder(region.of(text));
    for (Span span : content) {
      int end = Math.min(span.end(), region.end());
      for (int i = Math.max(span.start(), region.start()); i < end; i++) {
        seen.setCharAt(i - region.start(), HIDDEN);
      }
    }
    return seen.toString();
  }

  /** A range of the seen words as a span of the text. */
  Span placed(int start, int end) {
    return new Span(start, end).shift(region.start());
  }

  /** Whether a place of the text is content. */
  boolean isHidden(int place) {
    return seen.charAt(place - region.start()) == HIDDEN;
  }

  /** The words between two places of the text, without the content. */
  String between(int start, int end) {
    return seen.substring(start - region.start(), end - region.start())
        .replace(String.valueOf(HIDDEN), "");
  }

  /** Whether words stand too far from the cue and the source to belong to them. */
  boolean isFar(Span words) {
    int gap = gap(words, attribution.cue());
    for (Span source : attribution.source()) {
      gap = Math.min(gap, gap(words, source));
    }
    return gap > FURTHEST;
  }

  /** What stands between two spans without the content, however long that may be. */
  private int gap(Span a, Span b) {
    int start = Math.min(a.end(), b.end());
    int end = Math.max(a.start(), b.start());
    int gap = Math.max(0, end - start);
    for (Span span : attribution.content()) {
      gap -= Math.max(0, Math.min(span.end(), end) - Math.max(span.start(), start));
    }
    return gap;
  }
}
