package org.hearsay.lineage;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;

/** Hashes of words in a row (wyhash final 4): the same on every machine and release. */
public final class WordRuns {
  private WordRuns() {}

  /**
   * The hash of each run of {@code gram} words.
   *
   * @param words the words' own hashes, in order
   * @return one for each word that begins a run, in order; empty for fewer words than a run has
   */
  public static long[] hashes(long[] words, int gram) {
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
