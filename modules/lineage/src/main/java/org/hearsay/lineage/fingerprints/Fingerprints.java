package org.hearsay.lineage.fingerprints;

import java.util.Map;
import java.util.TreeMap;
import org.hearsay.lineage.WordRuns;

/**
 * Content-defined fingerprints of a sequence of words: robust winnowing (Schleimer, Wilkerson and
 * Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003). Of the hashes of
 * all runs of {@link #GRAM} words, each window of {@link #WINDOW} keeps its least: what is kept
 * depends on the words around it alone, so a passage brings its fingerprints along wherever it is
 * pasted. Any {@code GRAM + WINDOW - 1} words that two texts share give them one in common, and
 * about {@code 2 / (WINDOW + 1)} of the words carry one.
 */
public final class Fingerprints {
  /** Words in a run. Shorter runs are stock phrases, longer ones die of small edits. */
  public static final int GRAM = 5;

  /** Runs in a window. */
  public static final int WINDOW = 8;

  /** The places beside a fingerprint that are remembered with it. */
  private static final int[] PLACES = {-2, -1, 1, 2};

  private static final int MARK_BITS = 8;
  private static final int MARK = (1 << MARK_BITS) - 1;
  private static final int NOTHING = 0;

  private final long[] values;
  private final int[] beside;

  private Fingerprints(long[] values, int[] beside) {
    this.values = values;
    this.beside = beside;
  }

  /**
   * What is kept of a text, ascending, each once.
   *
   * @param words the hashes of its words, in order
   * @return empty for fewer than {@link #GRAM} words
   */
  public static Fingerprints of(long[] words) {
    int runs = words.length - GRAM + 1;
    if (runs <= 0) {
      return new Fingerprints(new long[0], new int[0]);
    }
    long[] hashes = WordRuns.hashes(words, GRAM);
    long[] kept = new long[runs];
    int n = 0;
    int last = -1;
    for (int end = Math.min(WINDOW, runs); end <= runs; end++) {
      int from = Math.max(0, end - WINDOW);
      // Robust winnowing: a tie stays with the one that was kept before, else goes to the
      // rightmost.
      int least = from;
      for (int i = from + 1; i < end; i++) {
        if (hashes[i] <= hashes[least]) {
          least = i;
        }
      }
      if (last >= from && hashes[last] == hashes[least]) {
        continue;
      }
      kept[n++] = hashes[least];
      last = least;
    }
    // Of one that a text has twice, the first place counts.
    Map<Long, Integer> besides = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      int beside = 0;
      for (int k : PLACES) {
        int at = i + k;
        beside = beside << MARK_BITS | (at < 0 || at >= n ? NOTHING : mark(kept[at]));
      }
      besides.putIfAbsent(kept[i], beside);
    }
    return new Fingerprints(
        besides.keySet().stream().mapToLong(Long::longValue).toArray(),
        besides.values().stream().mapToInt(Integer::intValue).toArray());
  }

  /** The low bits: winnowing keeps the least hashes, so that the high ones are alike. */
  private static int mark(long fingerprint) {
    int low = (int) fingerprint & MARK;
    return low == NOTHING ? MARK : low;
  }

  /**
   * Whether a fingerprint that two texts share is one of three in a row that they share: about 14
   * words and more, where a stock phrase has fewer.
   *
   * @param one what is beside it in the one text, see {@link #beside()}
   * @param other what is beside it in the other
   */
  public static boolean goesOn(int one, int other) {
    boolean before = isSame(one, other, 2);
    boolean after = isSame(one, other, 1);
    return (before && after)
        || (before && isSame(one, other, 3))
        || (after && isSame(one, other, 0));
  }

  /** Whether a fingerprint that two texts share is one of two in a row that they share. */
  public static boolean isNextToo(int one, int other) {
    return isSame(one, other, 2) || isSame(one, other, 1);
  }

  private static boolean isSame(int one, int other, int mark) {
    int shift = mark * MARK_BITS;
    int there = one >>> shift & MARK;
    return there != NOTHING && there == (other >>> shift & MARK);
  }

  /** The fingerprints, ascending. */
  public long[] values() {
    return values;
  }

  /**
   * What stands beside each of them, in their order: 8 bits each of the two before it in the text
   * and of the two after it, 0 where there is none.
   */
  public int[] beside() {
    return beside;
  }
}
