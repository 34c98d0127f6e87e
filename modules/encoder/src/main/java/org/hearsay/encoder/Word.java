package org.hearsay.encoder;

import org.hearsay.text.Span;

/** A run of letters and digits, or one punctuation mark, with its word pieces. Immutable. */
public final class Word {
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

  /** Where it stands in the text, in UTF-16 code units. */
  public Span span() {
    return span;
  }

  /** How many pieces it has, 1 or more. */
  public int size() {
    return pieces.length;
  }

  /** A piece's id in the vocabulary. */
  public int piece(int index) {
    return pieces[index];
  }

  /** 0 lower case, 1 capitalised, 2 upper case. */
  public int shape() {
    return shape;
  }
}
