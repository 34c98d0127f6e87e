package org.hearsay.lineage.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The words that two short stretches have in common, in order. */
final class Alignment {
  /** Longer stretches, as the product of their words, are not aligned: they were rewritten. */
  private static final int MOST_CELLS = 10_000;

  private Alignment() {}

  /** Whether the words at two places are the same, spelling slips forgiven. */
  @FunctionalInterface
  interface Same {
    boolean test(int a, int b);
  }

  /**
   * The longest common subsequence of the words from {@code a} and from {@code b}.
   *
   * @return pairs of places, ascending in both; empty where the stretches are too long
   */
  static List<int[]> common(int a, int lengthA, int b, int lengthB, Same same) {
    List<int[]> out = new ArrayList<>();
    if (lengthA == 0 || lengthB == 0 || (long) lengthA * lengthB > MOST_CELLS) {
      return out;
    }
    int[][] best = new int[lengthA + 1][lengthB + 1];
    for (int i = lengthA - 1; i >= 0; i--) {
      for (int j = lengthB - 1; j >= 0; j--) {
        best[i][j] =
            same.test(a + i, b + j)
                ? 1 + best[i + 1][j + 1]
                : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < lengthA && j < lengthB) {
      if (same.test(a + i, b + j)) {
        out.add(new int[] {a + i, b + j});
        i++;
        j++;
      } else if (best[i + 1][j] >= best[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return out;
  }

  /**
   * Whether two words are one but for a slip: at most one edit for each four letters of the longer.
   */
  static boolean similar(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    int allowed = longer / 4;
    if (allowed == 0 || Math.abs(a.length() - b.length()) > allowed || longer > 40) {
      return false;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
        least = Math.min(least, row[j]);
      }
      if (least > allowed) {
        return false;
      }
    }
    return row[b.length()] <= allowed;
  }

  /** How many of the places from {@code first} up to {@code last} the test holds for. */
  static int count(int first, int last, IntPredicate test) {
    int out = 0;
    for (int i = first; i < last; i++) {
      if (test.test(i)) {
        out++;
      }
    }
    return out;
  }
}
