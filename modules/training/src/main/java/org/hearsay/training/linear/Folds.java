package org.hearsay.training.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Parts of the examples that are held back in turn. A group (an outlet, a debate) is kept whole: a
 * model that has seen one knows its topics and names, and looks better than it is on others.
 */
final class Folds {
  /** How many there are. */
  static final int COUNT = 5;

  private final int[] foldOf;

  private Folds(int[] foldOf) {
    this.foldOf = foldOf;
  }

  /**
   * Parts the examples: the largest group goes first, always to the lightest fold.
   *
   * @throws IllegalArgumentException when there are fewer groups than folds
   */
  static Folds of(List<JudgedText> examples) {
    Map<String, Integer> sizes = new TreeMap<>();
    examples.forEach(e -> sizes.merge(e.group(), 1, Integer::sum));
    if (sizes.size() < COUNT) {
      throw new IllegalArgumentException(
          "training needs " + COUNT + " groups or more to keep apart; there are " + sizes.size());
    }
    List<String> groups = new ArrayList<>(sizes.keySet());
    groups.sort(Comparator.comparingInt(g -> -sizes.getOrDefault(g, 0)));
    int[] load = new int[COUNT];
    Map<String, Integer> foldOf = new TreeMap<>();
    for (String group : groups) {
      int lightest = 0;
      for (int fold = 1; fold < COUNT; fold++) {
        lightest = load[fold] < load[lightest] ? fold : lightest;
      }
      foldOf.put(group, lightest);
      load[lightest] += sizes.getOrDefault(group, 0);
    }
    return new Folds(examples.stream().mapToInt(e -> foldOf.getOrDefault(e.group(), 0)).toArray());
  }

  /** The examples of a fold, by index. */
  int[] in(int fold) {
    return IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == fold).toArray();
  }

  /** The examples of all others. */
  int[] outside(int fold) {
    return IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != fold).toArray();
  }

  /** All examples. */
  int[] all() {
    return IntStream.range(0, foldOf.length).toArray();
  }
}
