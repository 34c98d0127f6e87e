package org.hearsay.lineage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.lineage.WordRuns;

/**
 * Runs of words that two sequences share, wherever they stand: greedy string tiling (Wise, "Running
 * Karp-Rabin Matching and Greedy String Tiling", 1993), the longest runs first, none overlapping.
 * Runs that occur very often in one text are passed over, so that time stays near linear.
 */
final class Tiling {
  /** A run that occurs more often than this in one text starts no match. */
  private static final int MOST_OCCURRENCES = 8;

  /**
   * A shared run.
   *
   * @param a its first word in the one sequence
   * @param b its first word in the other
   */
  record Tile(int a, int b, int length) {}

  private Tiling() {}

  /** The tiles of at least {@code least} words, by their place in {@code a}. */
  static List<Tile> tiles(long[] a, long[] b, int least) {
    List<Tile> matches = matches(a, b, least);
    matches.sort(
        Comparator.comparingInt(Tile::length)
            .reversed()
            .thenComparingInt(Tile::a)
            .thenComparingInt(Tile::b));
    BitSet usedA = new BitSet(a.length);
    BitSet usedB = new BitSet(b.length);
    List<Tile> out = new ArrayList<>();
    for (Tile match : matches) {
      int run = 0;
      for (int k = 0; k <= match.length(); k++) {
        boolean free = k < match.length() && !usedA.get(match.a() + k) && !usedB.get(match.b() + k);
        if (free) {
          run++;
        } else {
          if (run >= least) {
            out.add(new Tile(match.a() + k - run, match.b() + k - run, run));
            usedA.set(match.a() + k - run, match.a() + k);
            usedB.set(match.b() + k - run, match.b() + k);
          }
          run = 0;
        }
      }
    }
    out.sort(Comparator.comparingInt(Tile::a));
    return out;
  }

  private static List<Tile> matches(long[] a, long[] b, int least) {
    Map<Long, int[]> places = new HashMap<>();
    long[] runs = WordRuns.hashes(b, least);
    for (int j = 0; j < runs.length; j++) {
      int[] before = places.get(runs[j]);
      if (before == null) {
        places.put(runs[j], new int[] {j});
      } else if (before.length <= MOST_OCCURRENCES) {
        int[] more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = j;
        places.put(runs[j], more);
      }
    }
    List<Tile> out = new ArrayList<>();
    // By diagonal (place in b less place in a), where the last match on it ends in a.
    Map<Integer, Integer> matched = new HashMap<>();
    runs = WordRuns.hashes(a, least);
    for (int i = 0; i < runs.length; i++) {
      int[] at = places.get(runs[i]);
      if (at == null || at.length > MOST_OCCURRENCES) {
        continue;
      }
      for (int j : at) {
        if (i < matched.getOrDefault(j - i, 0)) {
          continue;
        }
        int back = 0;
        while (i - back > 0 && j - back > 0 && a[i - back - 1] == b[j - back - 1]) {
          back++;
        }
        int forth = 0;
        while (i + forth < a.length && j + forth < b.length && a[i + forth] == b[j + forth]) {
          forth++;
        }
        matched.put(j - i, i + forth);
        // A hash collision of two runs gives a match of no length.
        if (back + forth >= least) {
          out.add(new Tile(i - back, j - back, back + forth));
        }
      }
    }
    return out;
  }
}
