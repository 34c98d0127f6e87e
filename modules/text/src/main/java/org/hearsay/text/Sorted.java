package org.hearsay.text;

import java.util.function.IntPredicate;

/** Searches in lists that are in order. */
public final class Sorted {
  private Sorted() {}

  /**
   * How many of the first places of a list something holds for, in steps by the logarithm of its
   * length.
   *
   * @param size the list's length
   * @param holds true for the places from 0 up to some place, false from there on
   */
  public static int count(int size, IntPredicate holds) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
