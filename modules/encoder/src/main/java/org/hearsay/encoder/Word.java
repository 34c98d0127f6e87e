package org.hearsay.encoder;

import org.hearsay.text.Span;

/** A run of letters and digits, or one punctuation mark, with its word pieces. */
final class Word {
  private final Span span;
  private final int[] pieces;
  private final int shape;

  /**
   * @param span where it stands, in UTF-16 code units
   * @param pieces the ids of its pieces; shared, never written to
   * @param shape 0 lower case, 1 capitalised, 2 upper case
   */
  Word(Span span, int[] pieces, int shape) {
    this.span = span;
    this.pieces = pieces;
    this.shape = shape;
  }

  Span span() {
    return span;
  }

  int size() {
    return pieces.length;
  }

  int piece(int index) {
    return pieces[index];
  }

  int shape() {
    return shape;
  }
}
