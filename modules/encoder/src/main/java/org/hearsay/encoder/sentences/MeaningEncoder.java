package org.hearsay.encoder.sentences;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hearsay.encoder.OnnxModel;

/**
 * What a short text means, as a direction: texts that say the same in other words point the same
 * way. All six layers of all-MiniLM-L6-v2, the mean over a text's pieces, as its authors use it:
 * the first three layers are {@link SentenceEncoder}'s.
 *
 * <p>Threads may share one: each call runs on its caller's thread alone.
 */
public final class MeaningEncoder implements AutoCloseable {
  /** How many numbers a meaning has. */
  public static final int WIDTH = 384;

  private static final String MODEL = "sentence-meaning.onnx";
  private static final String STATES = "states";
  private static final String MEANING = "meaning";

  private final SentenceEncoder lower;
  private final OnnxModel upper;

  private MeaningEncoder(SentenceEncoder lower, OnnxModel upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * Loads the models that ship with this library.
   *
   * @throws IllegalStateException when the runtime refuses one
   */
  public static MeaningEncoder load() {
    return new MeaningEncoder(SentenceEncoder.load(), OnnxModel.bundled(MODEL));
  }

  /**
   * The meaning of a text, of which the first 200 pieces are read. It depends on nothing else.
   *
   * @return {@link #WIDTH} numbers whose squares sum to 1: the dot product of two is the cosine of
   *     their angle
   */
  public float[] meaning(String text) {
    float[] states = lower.third(text);
    int length = states.length / WIDTH;
    long[] mask = new long[length];
    Arrays.fill(mask, 1);
    Map<String, Object> inputs = Map.of(STATES, states, "attention_mask", mask);
    return mean(upper.run(inputs, length, List.of(MEANING))[0], length);
  }

  private static float[] mean(float[] pieces, int length) {
    double[] sums = new double[WIDTH];
    for (int piece = 0; piece < length; piece++) {
      for (int i = 0; i < WIDTH; i++) {
        sums[i] += pieces[piece * WIDTH + i];
      }
    }
    double squares = 0;
    for (double sum : sums) {
      squares += sum * sum;
    }
    double norm = Math.sqrt(squares);
    float[] out = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      out[i] = (float) (sums[i] / norm);
    }
    return out;
  }

  @Override
  public void close() {
    upper.close();
    lower.close();
  }
}
