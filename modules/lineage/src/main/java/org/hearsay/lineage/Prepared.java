package org.hearsay.lineage;

import java.util.Arrays;

/** An article with its words and its fingerprints: what comparing it needs, made once. */
public final class Prepared {
  private final Piece piece;
  private final MaskedText text;
  private final long[] fingerprints;

  private Prepared(Piece piece) {
    this.piece = piece;
    this.text = MaskedText.of(piece.body(), piece.paragraphs());
    this.fingerprints = Fingerprints.of(text.ownHashes());
  }

  /** Prepares an article; a pure function of its text. */
  public static Prepared of(Piece piece) {
    return new Prepared(piece);
  }

  /** The article. */
  public Piece piece() {
    return piece;
  }

  /** The fingerprints of its own words, ascending, each once. */
  public long[] fingerprints() {
    return Arrays.copyOf(fingerprints, fingerprints.length);
  }

  /** How many fingerprints it has. */
  public int fingerprintCount() {
    return fingerprints.length;
  }

  /** How many words are its writer's own: not quoted, not standing text. */
  public int words() {
    return text.own().length;
  }

  MaskedText text() {
    return text;
  }
}
