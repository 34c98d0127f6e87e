package org.hearsay.encoder.sentences;

import java.util.List;
import org.hearsay.encoder.Word;
import org.hearsay.text.Span;

/**
 * The words of one text and, for each, the sum of what the encoder says of its pieces: {@link
 * SentenceEncoder#WIDTH} numbers. Immutable.
 */
public final class EncodedText {
  private final List<Word> words;
  private final float[] states;

  EncodedText(List<Word> words, float[] states) {
    this.words = words;
    this.states = states;
  }

  /** How many words it has. */
  public int size() {
    return words.size();
  }

  /** Where a word stands in the text, in UTF-16 code units. */
  public Span span(int word) {
    return words.get(word).span();
  }

  /** How many pieces a word has: what the sums are divided by for a mean. */
  public int pieces(int word) {
    return words.get(word).size();
  }

  /** The sum, over its first {@code weights.length} numbers, of a word's states times weights. */
  public double dot(int word, float[] weights) {
    int at = word * SentenceEncoder.WIDTH;
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += states[at + i] * weights[i];
    }
    return sum;
  }

  /** Adds a word's states to {@code sums}, of {@link SentenceEncoder#WIDTH} numbers. */
  public void addTo(int word, double[] sums) {
    int at = word * SentenceEncoder.WIDTH;
    for (int i = 0; i < SentenceEncoder.WIDTH; i++) {
      sums[i] += states[at + i];
    }
  }
}
