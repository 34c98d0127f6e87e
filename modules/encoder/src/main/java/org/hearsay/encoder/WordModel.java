package org.hearsay.encoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hearsay.text.BoundedCache;
import org.jspecify.annotations.Nullable;

/**
 * A model that says one of three things of each word of its input, in one kind of pass or another.
 * Threads may share it.
 */
final class WordModel implements AutoCloseable {
  /** What remembered answers may take, in bytes: those of some thousand articles. */
  private static final long MOST_REMEMBERED = 64L << 20;

  /** About what an answer takes besides its numbers, and its key beside them. */
  private static final int BYTES_AN_ANSWER = 200;

  /** Marks a word's beginning in a key. */
  private static final char WORD = 0x8000;

  private static final int LABELS = 6;

  private static final String LOGITS = "logits";

  /** What a middle layer says of each piece; only models that another reads on from give it. */
  private static final String STATES = "states";

  private final OnnxModel model;

  /** Republished text is read once: the same paragraph gives the same windows. */
  private final BoundedCache<String, float[]> known =
      new BoundedCache<>(MOST_REMEMBERED, read -> BYTES_AN_ANSWER + 2L * Float.BYTES * read.length);

  private WordModel(OnnxModel model) {
    this.model = model;
  }

  /**
   * Loads a model that ships with this library.
   *
   * @throws IllegalStateException when it is missing or the runtime refuses it
   */
  static WordModel bundled(String name) {
    return new WordModel(OnnxModel.bundled(name));
  }

  /**
   * Loads a model from a file.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalStateException when the runtime refuses it
   */
  static WordModel of(Path model) throws IOException {
    return new WordModel(OnnxModel.of(model));
  }

  /** The graph. */
  OnnxModel model() {
    return model;
  }

  /**
   * What was read of a window.
   *
   * @param probabilities those of three labels, for each word, word after word; they are remembered
   *     and given to others: not to be written to
   * @param states what a middle layer says of each piece, the two that frame the window too; null
   *     where the model gives none, or where the answer was remembered, which they are not
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Reading(float[] probabilities, float @Nullable [] states) {}

  /**
   * Reads a window, by itself: the integers of all rows of a batch are scaled together, so that a
   * window would read otherwise beside others. Batches are no faster.
   *
   * @param firstLabel the first of the three among the model's six outputs
   */
  Reading read(Window window, int firstLabel) {
    float @Nullable [][] states = new float[1][];
    float[] probabilities =
        known.get(
            key(window, firstLabel),
            key -> {
              Reading reading = run(window, firstLabel);
              states[0] = reading.states();
              return reading.probabilities();
            });
    return new Reading(probabilities, states[0]);
  }

  /**
   * What a middle layer says of each piece of a window, the two that frame it too.
   *
   * @throws IllegalStateException when the model does not give it
   */
  float[] states(Window window) {
    if (!model.gives(STATES)) {
      throw new IllegalStateException("nothing can be read on from " + model.name());
    }
    return model.run(inputs(window), window.length(), List.of(STATES))[0];
  }

  /** All that the answer depends on: the pieces, and of each word its shape and its mark. */
  static String key(Window window, int firstLabel) {
    StringBuilder key = new StringBuilder(2 * window.length());
    key.append((char) firstLabel);
    for (int i = window.first(); i < window.end(); i++) {
      Word word = window.words().get(i);
      // A word's beginning cannot be taken for a piece: the vocabulary has 30,522 of those.
      key.append((char) (WORD + word.shape() + (window.marks(i) ? ModelInput.SHAPES : 0)));
      for (int piece = 0; piece < word.size(); piece++) {
        key.append((char) word.piece(piece));
      }
    }
    return key.toString();
  }

  private static Map<String, Object> inputs(Window window) {
    ModelInput input = ModelInput.of(List.of(window));
    return Map.of(
        "input_ids", input.ids(), "attention_mask", input.mask(), "token_type_ids", input.types());
  }

  private Reading run(Window window, int firstLabel) {
    List<String> outputs = model.gives(STATES) ? List.of(LOGITS, STATES) : List.of(LOGITS);
    float[][] read = model.run(inputs(window), window.length(), outputs);
    float[] probabilities = new float[3 * window.size()];
    int[] pieces = window.firstPieces();
    for (int i = 0; i < pieces.length; i++) {
      softmax(read[0], pieces[i] * LABELS + firstLabel, probabilities, 3 * i);
    }
    return new Reading(probabilities, read.length > 1 ? read[1] : null);
  }

  /** The probabilities of three labels. */
  static void softmax(float[] scores, int at, float[] out, int to) {
    float most = Math.max(scores[at], Math.max(scores[at + 1], scores[at + 2]));
    float sum = 0;
    for (int k = 0; k < 3; k++) {
      out[to + k] = (float) Math.exp(scores[at + k] - most);
      sum += out[to + k];
    }
    for (int k = 0; k < 3; k++) {
      out[to + k] /= sum;
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
