package org.hearsay.lineage.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of one text in place of words of another, between two that match. One side may have none.
 *
 * @param fromA the first word of the one
 * @param toA one past its last
 * @param fromB the first word of the other
 * @param toB one past its last
 */
record Edit(int fromA, int toA, int fromB, int toB) {

  /** Whether both sides have words, so that the one's stand for the other's. */
  boolean isPair() {
    return fromA < toA && fromB < toB;
  }

  /** What is left of edits without the words that are told as added or dropped, in their order. */
  static List<Edit> without(List<Edit> edits, Unshared a, Unshared b) {
    List<Edit> out = new ArrayList<>();
    for (Edit edit : edits) {
      List<int[]> left = a.untold(edit.fromA, edit.toA);
      List<int[]> right = b.untold(edit.fromB, edit.toB);
      for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
        int[] one = i < left.size() ? left.get(i) : new int[] {edit.toA, edit.toA};
        int[] other = i < right.size() ? right.get(i) : new int[] {edit.toB, edit.toB};
        out.add(new Edit(one[0], one[1], other[0], other[1]));
      }
    }
    return out;
  }
}
