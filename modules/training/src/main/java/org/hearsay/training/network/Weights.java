package org.hearsay.training.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A model's parameters as plain numbers, row after row.
 *
 * @param architecture what they are the parameters of
 * @param values the numbers of each parameter; not to be written to
 */
public record Weights(Architecture architecture, Map<String, float[]> values) {
  /** As in BERT: the spread of what has not been trained. */
  private static final double SPREAD = .02;

  /**
   * Checks that every parameter is there, in its size.
   *
   * @throws IllegalArgumentException when one is not
   */
  public Weights {
    architecture
        .parameters()
        .forEach(
            (name, shape) -> {
              float[] numbers = values.get(name);
              int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
              if (numbers == null || numbers.length != size) {
                throw new IllegalArgumentException(
                    name
                        + " should have "
                        + size
                        + " numbers and has "
                        + (numbers == null ? "none" : numbers.length));
              }
            });
  }

  /** The numbers of one parameter. */
  public float[] get(String name) {
    float[] numbers = values.get(name);
    if (numbers == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return numbers;
  }

  /** Small random numbers: an untrained model. */
  public static Weights random(Architecture architecture, long seed) {
    Random random = new Random(seed);
    Map<String, float[]> values = new LinkedHashMap<>();
    architecture
        .parameters()
        .forEach(
            (name, shape) -> {
              float[] numbers = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
              for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) (SPREAD * random.nextGaussian());
                if (name.endsWith("norm.weight")) {
                  numbers[i] += 1;
                }
              }
              values.put(name, numbers);
            });
    return new Weights(architecture, values);
  }

  /** The numbers of a new layer: its weights random, its biases 0. */
  public static float[] untrained(int size, Random random) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) (SPREAD * random.nextGaussian());
    }
    return numbers;
  }

  /** Writes the numbers; {@link #read} knows the rest from the architecture. */
  public void write(DataOutputStream out) throws IOException {
    for (String name : architecture.parameters().keySet()) {
      float[] numbers = get(name);
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length);
      bytes.asFloatBuffer().put(numbers);
      out.write(bytes.array());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Weights read(Architecture architecture, DataInputStream in) throws IOException {
    Map<String, float[]> values = new LinkedHashMap<>();
    for (Map.Entry<String, int[]> parameter : architecture.parameters().entrySet()) {
      float[] numbers =
          new float[Arrays.stream(parameter.getValue()).reduce(1, Math::multiplyExact)];
      byte[] bytes = new byte[Float.BYTES * numbers.length];
      in.readFully(bytes);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(numbers);
      values.put(parameter.getKey(), numbers);
    }
    return new Weights(architecture, values);
  }
}
