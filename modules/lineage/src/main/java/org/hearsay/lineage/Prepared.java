package org.hearsay.lineage;

import com.dynatrace.hash4j.hashing.Hashing;
import org.hearsay.lineage.fingerprints.Fingerprints;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.lineage.masks.MaskedText;

/** An article with its words and its fingerprints: what comparing it needs, made once. */
public final class Prepared {
  private final Piece piece;
  private final MaskedText text;
  private final Fingerprints fingerprints;

  private Prepared(Piece piece, MaskWords words) {
    this.piece = piece;
    this.text = MaskedText.of(piece.body(), piece.paragraphs(), words);
    this.fingerprints = Fingerprints.of(text.ownHashes());
  }

  /**
   * Prepares an article; a pure function of its text.
   *
   * @param words by what is told which of its words are not its writer's own
   */
  public static Prepared of(Piece piece, MaskWords words) {
    return new Prepared(piece, words);
  }

  /** The article. */
  public Piece piece() {
    return piece;
  }

  /** The fingerprints of its own words, ascending, each once. */
  public long[] fingerprints() {
    return fingerprints.values().clone();
  }

  /**
   * What stands beside each fingerprint, in the order of {@link #fingerprints()}: for {@link
   * Fingerprints#goesOn}.
   */
  public int[] beside() {
    return fingerprints.beside().clone();
  }

  /**
   * A key that copies of one text are likely to have in common: its least fingerprint, by which two
   * texts agree as often as they share fingerprints at all (Broder, "On the Resemblance and
   * Containment of Documents", SEQUENCES 1997). Of a text with fewer words of its own than a run
   * has, a hash of all it says.
   */
  public long contentKey() {
    return fingerprintCount() > 0
        ? fingerprints.values()[0]
        : Hashing.wyhashFinal4().hashCharsToLong(piece.body());
  }

  /** How many fingerprints it has. */
  public int fingerprintCount() {
    return fingerprints.values().length;
  }

  /** How many words are its writer's own: not quoted, not standing text. */
  public int words() {
    return text.own().length;
  }

  /** Its words, for those who compare them. */
  public MaskedText text() {
    return text;
  }
}
