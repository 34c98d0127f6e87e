package org.hearsay.encoder;

/**
 * A question: whose words, and which, does this cue attribute?
 *
 * @param paragraph the paragraph
 * @param first the index of the cue's first word
 * @param end one past the index of its last word
 */
public record CueRequest(TaggedParagraph paragraph, int first, int end) {

  /**
   * Checks the words.
   *
   * @throws IllegalArgumentException when there is none, or one is not in the paragraph
   */
  public CueRequest {
    if (first < 0 || end <= first || end > paragraph.size()) {
      throw new IllegalArgumentException("no words of the paragraph: [" + first + ", " + end + ")");
    }
  }
}
