package org.hearsay.lineage;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;

/**
 * Content-defined fingerprints of a sequence of words: robust winnowing (Schleimer, Wilkerson and
 * Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003). Of the hashes of
 * all runs of {@link #GRAM} words, each window of {@link #WINDOW} keeps its least: what is kept
 * depends on the words around it alone, so a passage brings its fingerprints along wherever it is
 * pasted. Any {@code GRAM + WINDOW - 1} words that two texts share give them one in common, and
 * about {@code 2 / (WINDOW + 1)} of the words carry one.
 */
final class Fingerprints {
  /** Words in a run. Shorter runs are stock phrases, longer ones die of small edits. */
  static final int GRAM = 5;

  /** Runs in a window. */
  static final int WINDOW = 8;

  private Fingerprints() {}

  /**
   * The fingerprints of a text, ascending, each once.
   *
   * @param words the hashes of its words, in order
   * @return empty for fewer than {@link #GRAM} words
   */
  static long[] of(long[] words) {
    int runs = words.length - GRAM + 1;
    if (runs <= 0) {
      return new long[0];
    }
    long[] hashes = runs(words, GRAM);
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
    long[] out = Arrays.copyOf(kept, n);
    Arrays.sort(out);
    int unique = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || out[i] != out[i - 1]) {
        out[unique++] = out[i];
      }
    }
    return Arrays.copyOf(out, unique);
  }

  /** The hash of each run of {@code gram} words. */
  static long[] runs(long[] words, int gram) {
    int n = Math.max(0, words.length - gram + 1);
    long[] out = new long[n];
    HashStream64 stream = Hashing.wyhashFinal4().hashStream();
    for (int i = 0; i < n; i++) {
      stream.reset();
      for (int k = 0; k < gram; k++) {
        stream.putLong(words[i + k]);
      }
      out[i] = stream.getAsLong();
    }
    return out;
  }
}
