package org.hearsay.coverage.sameness;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim's wording with what it means, and the keys under which claims that may say the same meet:
 * those whose meanings point to the same side of some planes, and those that have some words in a
 * row. Immutable.
 */
public final class Statement {
  /** Planes in a band: claims meet where they lie on the same side of all of a band's. */
  private static final int BITS = 8;

  private static final int BANDS = 24;

  /** A step of a meaning's numbers: they lie between -1 and 1, nearly all below a quarter. */
  private static final float STEPS = 512;

  /**
   * Of the planes no more than this lie between claims that say the same: a cosine of .5 by the
   * mean, and two standard deviations more.
   */
  private static final int MOST_APART = 78;

  private final Wording wording;
  private final byte[] meaning;
  private final double norm;

  private Statement(Wording wording, byte[] meaning) {
    this.wording = wording;
    this.meaning = meaning;
    double squares = 0;
    for (byte value : meaning) {
      squares += value * value;
    }
    this.norm = Math.sqrt(squares);
  }

  /**
   * A wording with its meaning.
   *
   * @param meaning a direction, its squares sum to 1
   */
  public static Statement of(Wording wording, float[] meaning) {
    byte[] steps = new byte[meaning.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (byte) Math.max(-127, Math.min(127, Math.round(STEPS * meaning[i])));
    }
    return new Statement(wording, steps);
  }

  /** What {@link #meaning} gave, with its wording. */
  public static Statement of(Wording wording, byte[] meaning) {
    return new Statement(wording, meaning.clone());
  }

  /** Its wording. */
  public Wording wording() {
    return wording;
  }

  /** What it means, in whole numbers, to be kept. */
  public byte[] meaning() {
    return meaning.clone();
  }

  /** The cosine of the angle between two meanings. */
  double cosine(Statement other) {
    long dot = 0;
    for (int i = 0; i < meaning.length; i++) {
      dot += meaning[i] * other.meaning[i];
    }
    return norm == 0 || other.norm == 0 ? 0 : dot / (norm * other.norm);
  }

  /**
   * On which side of each plane its meaning lies (random hyperplanes: Charikar, "Similarity
   * Estimation Techniques from Rounding Algorithms", STOC 2002).
   *
   * @return {@code BANDS * BITS} bits
   */
  public List<Long> signature() {
    return Arrays.stream(bits()).boxed().toList();
  }

  private long[] bits() {
    long[] out = new long[BANDS * BITS / Long.SIZE];
    for (int plane = 0; plane < BANDS * BITS; plane++) {
      long sum = 0;
      long signs = 0;
      for (int i = 0; i < meaning.length; i++) {
        if (i % Long.SIZE == 0) {
          signs = mix(((long) plane << 16) + i + 1);
        }
        sum += (signs >>> (i % Long.SIZE) & 1) == 0 ? meaning[i] : -meaning[i];
      }
      if (sum >= 0) {
        out[plane / Long.SIZE] |= 1L << (plane % Long.SIZE);
      }
    }
    return out;
  }

  /** Whether two signatures are alike enough for their claims to be compared. */
  public static boolean mayMean(List<Long> one, List<Long> other) {
    int apart = 0;
    for (int i = 0; i < one.size(); i++) {
      apart += Long.bitCount(one.get(i) ^ other.get(i));
    }
    return apart <= MOST_APART;
  }

  /** The keys that claims meet under by what they mean, ascending. */
  public long[] meaningKeys() {
    long[] signature = bits();
    long[] keys = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      int at = band * BITS;
      long bits = signature[at / Long.SIZE] >>> (at % Long.SIZE) & ((1L << BITS) - 1);
      keys[band] = (long) band << BITS | bits;
    }
    return keys;
  }

  /** The keys that claims meet under by words in a row, see {@link Wording#runKeys}. */
  public long[] wordKeys() {
    return wording.runKeys();
  }

  /** SplitMix64's mixing (Steele, Lea and Flood, OOPSLA 2014): the same on every machine. */
  static long mix(long seed) {
    long z = seed + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Statement statement
        && wording.key().equals(statement.wording.key())
        && Arrays.equals(meaning, statement.meaning);
  }

  @Override
  public int hashCode() {
    return wording.key().hashCode();
  }

  @Override
  public String toString() {
    return wording.toString();
  }
}
