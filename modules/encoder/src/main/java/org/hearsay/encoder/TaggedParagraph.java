package org.hearsay.encoder;

import java.util.List;
import org.hearsay.text.Span;

/** A paragraph's words, and for each how likely it belongs to a cue. Immutable. */
public final class TaggedParagraph {
  private final List<Word> words;
  private final float[] probabilities;

  TaggedParagraph(List<Word> words, float[] probabilities) {
    this.words = words;
    this.probabilities = probabilities;
  }

  /** How many words it has. */
  public int size() {
    return words.size();
  }

  /** Where a word stands in the text, in UTF-16 code units. */
  public Span span(int word) {
    return words.get(word).span();
  }

  /** The probability, 0..1, that a word belongs to no cue. */
  public float outside(int word) {
    return probabilities[3 * word];
  }

  /** The probability, 0..1, that a cue begins at a word. */
  public float begins(int word) {
    return probabilities[3 * word + 1];
  }

  /** The probability, 0..1, that a word goes on with a cue. */
  public float continues(int word) {
    return probabilities[3 * word + 2];
  }

  List<Word> words() {
    return words;
  }
}
