package org.hearsay.training;

import java.util.List;
import org.hearsay.encoder.ModelInput;

/**
 * Examples laid out for the network.
 *
 * @param input what it reads
 * @param places of each word that is asked about, the place of its first piece in the input, row
 *     after row
 * @param labels of each word, 0..5: those of marked windows come after those of plain ones
 */
@SuppressWarnings("ArrayRecordComponent")
record Batch(ModelInput input, long[] places, int[] labels) {

  /** Lays examples out. */
  static Batch of(List<Example> examples) {
    ModelInput input = ModelInput.of(examples.stream().map(Example::window).toList());
    int words = examples.stream().mapToInt(Example::asked).sum();
    long[] places = new long[words];
    int[] labels = new int[words];
    int at = 0;
    for (int row = 0; row < examples.size(); row++) {
      Example example = examples.get(row);
      int first = example.isMarked() ? Architecture.PASS_LABELS : 0;
      int[] pieces = example.window().firstPieces();
      for (int i = 0; i < pieces.length; i++) {
        if (example.labels()[i] != Example.NOT_ASKED) {
          places[at] = (long) row * input.width() + pieces[i];
          labels[at++] = first + example.labels()[i];
        }
      }
    }
    return new Batch(input, places, labels);
  }

  /** Whether a label belongs to marked windows. */
  static boolean isMarked(int label) {
    return label >= Architecture.PASS_LABELS;
  }
}
