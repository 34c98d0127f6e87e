package org.hearsay.encoder;

/**
 * For the words around a cue, how likely each is its source or its content. Immutable. Words are
 * numbered as in the paragraph; those outside {@code [first, end)} stood too far from the cue to be
 * read with it.
 */
public final class RoleTags {
  private final CueRequest request;
  private final int first;
  private final float[] probabilities;

  RoleTags(CueRequest request, int first, float[] probabilities) {
    this.request = request;
    this.first = first;
    this.probabilities = probabilities;
  }

  /** What was asked. */
  public CueRequest request() {
    return request;
  }

  /** The index of the first word that was read. */
  public int first() {
    return first;
  }

  /** One past the index of the last word that was read. */
  public int end() {
    return first + probabilities.length / 3;
  }

  /** The probability, 0..1, that a word is neither source nor content. */
  public float outside(int word) {
    return probabilities[3 * (word - first)];
  }

  /** The probability, 0..1, that a word belongs to the cue's source. */
  public float source(int word) {
    return probabilities[3 * (word - first) + 1];
  }

  /** The probability, 0..1, that a word belongs to the cue's content. */
  public float content(int word) {
    return probabilities[3 * (word - first) + 2];
  }
}
