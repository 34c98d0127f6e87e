package org.hearsay.framing;

import org.hearsay.encoder.EncodedText;
import org.hearsay.text.Span;

/**
 * What is left of an encoded text once its states are weighed: a number a word. Some 40 bytes a
 * word stand for the encoder's 3,000, so that it can be remembered. Immutable.
 */
final class WeighedText {
  /** About what a text takes in memory besides its words, and what each word does, in bytes. */
  private static final long BYTES = 200;

  private static final long BYTES_A_WORD = 40;

  private final Span[] spans;
  private final int[] pieces;
  private final double[] weights;

  private WeighedText(int words) {
    spans = new Span[words];
    pieces = new int[words];
    weights = new double[words];
  }

  static WeighedText of(EncodedText text, float[] weights) {
    WeighedText out = new WeighedText(text.size());
    for (int word = 0; word < text.size(); word++) {
      out.spans[word] = text.span(word);
      out.pieces[word] = text.pieces(word);
      out.weights[word] = text.dot(word, weights);
    }
    return out;
  }

  int size() {
    return spans.length;
  }

  /** Where a word stands in the text that was encoded, in UTF-16 code units. */
  Span span(int word) {
    return spans[word];
  }

  int pieces(int word) {
    return pieces[word];
  }

  /** A word's states times the weights, summed over its pieces. */
  double weight(int word) {
    return weights[word];
  }

  /** About what it takes in memory, its key of as many letters included. */
  long bytes() {
    return BYTES + BYTES_A_WORD * size();
  }
}
