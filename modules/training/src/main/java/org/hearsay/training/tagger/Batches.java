package org.hearsay.training.tagger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.hearsay.training.claims.Example;

/** Puts examples of like length together, so that little of a batch is padding. */
public final class Batches {
  private Batches() {}

  /**
   * Batches in random order, of examples that were in random order before they were sorted.
   *
   * @param examples the examples
   * @param mostPieces the most pieces of a batch, padding included; one longer example has a batch
   *     of its own
   * @param random the order
   */
  public static List<List<Example>> shuffled(
      List<Example> examples, int mostPieces, Random random) {
    return shuffled(examples, e -> e.window().length(), mostPieces, random);
  }

  /** Batches from the shortest examples to the longest. */
  public static List<List<Example>> sorted(List<Example> examples, int mostPieces) {
    return sorted(examples, e -> e.window().length(), mostPieces);
  }

  /**
   * Batches in random order, of examples that were in random order before they were sorted.
   *
   * @param length an example's pieces
   */
  public static <T> List<List<T>> shuffled(
      List<T> examples, ToIntFunction<T> length, int mostPieces, Random random) {
    List<T> mixed = new ArrayList<>(examples);
    Collections.shuffle(mixed, random);
    List<List<T>> batches = sorted(mixed, length, mostPieces);
    Collections.shuffle(batches, random);
    return batches;
  }

  /**
   * Batches from the shortest examples to the longest.
   *
   * @param length an example's pieces
   */
  public static <T> List<List<T>> sorted(
      List<T> examples, ToIntFunction<T> length, int mostPieces) {
    List<T> byLength = new ArrayList<>(examples);
    byLength.sort(Comparator.comparingInt(length));
    List<List<T>> batches = new ArrayList<>();
    List<T> batch = new ArrayList<>();
    for (T example : byLength) {
      if (!batch.isEmpty() && (batch.size() + 1) * length.applyAsInt(example) > mostPieces) {
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
