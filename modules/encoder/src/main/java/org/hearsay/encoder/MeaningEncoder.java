package org.hearsay.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

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

  private final SentenceEncoder lower;
  private final OrtEnvironment environment;
  private final OrtSession upper;

  private MeaningEncoder(SentenceEncoder lower, OrtEnvironment environment, OrtSession upper) {
    this.lower = lower;
    this.environment = environment;
    this.upper = upper;
  }

  /**
   * Loads the models that ship with this library.
   *
   * @throws IllegalStateException when the runtime refuses one
   */
  public static MeaningEncoder load() {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (InputStream model = SentenceEncoder.resource(MODEL);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      OrtSession upper = environment.createSession(model.readAllBytes(), options);
      return new MeaningEncoder(SentenceEncoder.load(), environment, upper);
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence encoder's upper layers cannot be loaded", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The meaning of a text, of which the first 200 pieces are read. It depends on nothing else.
   *
   * @return {@link #WIDTH} numbers whose squares sum to 1: the dot product of two is the cosine of
   *     their angle
   */
  public float[] meaning(String text) {
    try {
      float[] states = lower.third(text);
      int length = states.length / WIDTH;
      long[] mask = new long[length];
      Arrays.fill(mask, 1);
      try (OnnxTensor stateTensor =
              OnnxTensor.createTensor(
                  environment, FloatBuffer.wrap(states), new long[] {1, length, WIDTH});
          OnnxTensor maskTensor =
              OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), new long[] {1, length});
          OrtSession.Result result =
              upper.run(Map.of("states", stateTensor, "attention_mask", maskTensor))) {
        return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), length);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence encoder's model failed", e);
    }
  }

  private static float[] mean(FloatBuffer pieces, int length) {
    double[] sums = new double[WIDTH];
    for (int piece = 0; piece < length; piece++) {
      for (int i = 0; i < WIDTH; i++) {
        sums[i] += pieces.get(piece * WIDTH + i);
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
    try {
      upper.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence encoder's model cannot be closed", e);
    }
    lower.close();
  }
}
