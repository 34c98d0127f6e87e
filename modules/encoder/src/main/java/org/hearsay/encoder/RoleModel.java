package org.hearsay.encoder;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hearsay.text.BoundedCache;

/**
 * Layers of their own for a cue's source and content, which read on from a middle layer of the pass
 * that found the cue: what a paragraph says is worked out once, and not anew for each of its cues.
 * Threads may share it.
 */
final class RoleModel implements AutoCloseable {
  private static final long MOST_REMEMBERED = 32L << 20;
  private static final int BYTES_AN_ANSWER = 200;
  private static final int LABELS = 3;

  private final OnnxModel model;

  private final BoundedCache<String, float[]> known =
      new BoundedCache<>(MOST_REMEMBERED, read -> BYTES_AN_ANSWER + 2L * Float.BYTES * read.length);

  /**
   * Keeps the graph.
   *
   * @param lower the model that finds cues
   * @throws IllegalStateException when this one reads on from another
   */
  RoleModel(OnnxModel model, OnnxModel lower) {
    this.model = model;
    String wanted = model.note(ClaimTagger.NOTE);
    if (wanted == null || !wanted.equals(lower.note(ClaimTagger.NOTE))) {
      throw new IllegalStateException(
          model.name()
              + " reads on from another model than "
              + lower.name()
              + ": put both files there that one run of hearsay train roles wrote");
    }
  }

  /**
   * The probabilities of three labels (neither, source, content) for each word of a window, word
   * after word. They are remembered and given to others: not to be written to.
   *
   * @param read the window that was read without marks
   * @param states what was said of it, asked for only where the answer is not known
   * @param window the words to be told of, the cue's marked
   */
  float[] read(Window read, Supplier<float[]> states, Window window) {
    return known.get(key(read, window), key -> run(new RoleInput.Row(read, states.get(), window)));
  }

  /** All that was read, then what of it is asked about. */
  private static String key(Window read, Window window) {
    return WordModel.key(read, 0)
        + (char) (window.first() - read.first())
        + (char) window.size()
        + (char) (window.markFirst() - window.first())
        + (char) (window.markEnd() - window.first());
  }

  private float[] run(RoleInput.Row row) {
    RoleInput input = RoleInput.of(List.of(row));
    Window window = row.window();
    float[] scores =
        model
            .run(
                Map.of("states", input.states(), "marks", input.marks()),
                window.length(),
                List.of("logits"))[0];
    float[] probabilities = new float[LABELS * window.size()];
    int[] pieces = window.firstPieces();
    for (int i = 0; i < pieces.length; i++) {
      WordModel.softmax(scores, pieces[i] * LABELS, probabilities, LABELS * i);
    }
    return probabilities;
  }

  @Override
  public void close() {
    model.close();
  }
}
