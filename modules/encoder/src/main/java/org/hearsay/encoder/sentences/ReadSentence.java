package org.hearsay.encoder.sentences;

import java.util.List;
import org.hearsay.text.Span;

/**
 * A sentence as the encoder read it and models weighed it: a number a word and model stands for the
 * encoder's hundreds, so that it can be remembered. Immutable.
 */
public final class ReadSentence {
  /** About what a sentence takes in memory besides its words, and what each word does, in bytes. */
  private static final long BYTES = 200;

  private static final long BYTES_A_WORD = 32;

  private final List<LinearModel> models;
  private final Span[] spans;
  private final int[] pieces;
  private final double[][] weights;
  private final int shift;

  private ReadSentence(
      List<LinearModel> models, Span[] spans, int[] pieces, double[][] weights, int shift) {
    this.models = models;
    this.spans = spans;
    this.pieces = pieces;
    this.weights = weights;
    this.shift = shift;
  }

  /** What some models need to know of a text. */
  static ReadSentence of(EncodedText text, List<LinearModel> models) {
    Span[] spans = new Span[text.size()];
    int[] pieces = new int[spans.length];
    double[][] weights = new double[models.size()][spans.length];
    for (int word = 0; word < spans.length; word++) {
      spans[word] = text.span(word);
      pieces[word] = text.pieces(word);
      for (int model = 0; model < weights.length; model++) {
        weights[model][word] = models.get(model).weigh(text, word);
      }
    }
    return new ReadSentence(models, spans, pieces, weights, 0);
  }

  /** The same sentence, standing in a text from the given UTF-16 code unit on. */
  ReadSentence at(int start) {
    return new ReadSentence(models, spans, pieces, weights, start);
  }

  /** How many words it has. */
  public int size() {
    return spans.length;
  }

  /** Where a word stands in the text, in UTF-16 code units. */
  public Span span(int word) {
    return spans[word].shift(shift);
  }

  int pieces(int word) {
    return pieces[word];
  }

  /**
   * A word's states times a model's weights, summed over its pieces.
   *
   * @throws IllegalArgumentException when the sentence was not read for that model
   */
  double weight(LinearModel model, int word) {
    int index = models.indexOf(model);
    if (index < 0) {
      throw new IllegalArgumentException("the reader was not made for this model");
    }
    return weights[index][word];
  }

  /** About what it takes in memory, its key of as many letters included. */
  long bytes() {
    return BYTES + (BYTES_A_WORD + (long) Double.BYTES * weights.length) * size();
  }
}
