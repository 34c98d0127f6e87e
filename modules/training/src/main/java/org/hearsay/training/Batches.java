package org.hearsay.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Puts examples of like length together, so that little of a batch is padding. */
final class Batches {
  private Batches() {}

  /**
   * Batches in random order, of examples that were in random order before they were sorted.
   *
   * @param examples the examples
   * @param mostPieces the most pieces of a batch, padding included; one longer example has a batch
   *     of its own
   * @param random the order
   */
  static List<List<Example>> shuffled(List<Example> examples, int mostPieces, Random random) {
    List<Example> mixed = new ArrayList<>(examples);
    Collections.shuffle(mixed, random);
    List<List<Example>> batches = sorted(mixed, mostPieces);
    Collections.shuffle(batches, random);
    return batches;
  }

  /** Batches from the shortest examples to the longest. */
  static List<List<Example>> sorted(List<Example> examples, int mostPieces) {
    List<Example> byLength = new ArrayList<>(examples);
    byLength.sort(Comparator.comparingInt(e -> e.window().length()));
    List<List<Example>> batches = new ArrayList<>();
    List<Example> batch = new ArrayList<>();
    for (Example example : byLength) {
      if (!batch.isEmpty() && (batch.size() + 1) * example.window().length() > mostPieces) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
      batch.add(example);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }
}
