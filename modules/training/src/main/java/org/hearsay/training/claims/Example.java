package org.hearsay.training.claims;

import java.util.List;
import org.hearsay.encoder.ModelInput;
import org.hearsay.encoder.Window;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.LabelledBatch;

/**
 * One input and what the model should say of it.
 *
 * @param paragraph where it is from
 * @param window the words to read
 * @param labels for each of them one of the three labels of its pass, or {@link #NOT_ASKED}; not to
 *     be written to
 */
@SuppressWarnings("ArrayRecordComponent")
public record Example(Paragraph paragraph, Window window, int[] labels) {
  /** The label of a word of which nothing is learned. */
  public static final int NOT_ASKED = -1;

  /** Of how many words something is learned. */
  public int asked() {
    int asked = 0;
    for (int label : labels) {
      asked += label == NOT_ASKED ? 0 : 1;
    }
    return asked;
  }

  /** Whether it asks for the source and content of a marked cue; else it asks for cues. */
  public boolean isMarked() {
    return window.markEnd() > window.markFirst();
  }

  /** Lays examples out for the network. */
  public static LabelledBatch batch(List<Example> examples) {
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
        if (example.labels()[i] != NOT_ASKED) {
          places[at] = (long) row * input.width() + pieces[i];
          labels[at++] = first + example.labels()[i];
        }
      }
    }
    return new LabelledBatch(input, places, labels);
  }
}
