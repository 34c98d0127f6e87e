package org.hearsay.encoder;

import org.hearsay.text.Span;

/**
 * A question: whose words, and which, does this cue attribute?
 *
 * @param paragraph the paragraph
 * @param first the index of the cue's first word
 * @param end one past the index of its last word
 * @param from the index of the first word that is read with the cue
 * @param to one past the index of the last
 */
public record CueRequest(TaggedParagraph paragraph, int first, int end, int from, int to) {

  /**
   * Checks the words.
   *
   * @throws IllegalArgumentException when the cue has none, one is not in the paragraph, or the
   *     cue's own are not among those that are read with it
   */
  public CueRequest {
    if (first < from || end <= first || end > to || from < 0 || to > paragraph.size()) {
      throw new IllegalArgumentException(
          "no words of the paragraph: [" + first + ", " + end + ") in [" + from + ", " + to + ")");
    }
  }

  /**
   * A question that the whole paragraph is read for.
   *
   * @param paragraph the paragraph
   * @param first the index of the cue's first word
   * @param end one past the index of its last word
   */
  public CueRequest(TaggedParagraph paragraph, int first, int end) {
    this(paragraph, first, end, 0, paragraph.size());
  }

  /**
   * The same question, for which only the words that overlap a span are read, and the cue's own.
   *
   * @param span in UTF-16 code units of the text
   */
  public CueRequest within(Span span) {
    int nearest = first;
    while (nearest > from && paragraph.span(nearest - 1).overlaps(span)) {
      nearest--;
    }
    int farthest = end;
    while (farthest < to && paragraph.span(farthest).overlaps(span)) {
      farthest++;
    }
    return new CueRequest(paragraph, first, end, nearest, farthest);
  }
}
