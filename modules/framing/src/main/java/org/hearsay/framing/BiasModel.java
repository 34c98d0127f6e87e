package org.hearsay.framing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.hearsay.encoder.EncodedText;
import org.hearsay.encoder.SentenceEncoder;
import org.jspecify.annotations.Nullable;

/**
 * How likely people would call a sentence biased: a linear model on the mean of what the encoder
 * says of its pieces, calibrated. Being linear, it says of each word how far it moved the answer.
 * Immutable; trained by {@link BiasTrainer}.
 */
final class BiasModel {
  private static final String RESOURCE = "bias-model.txt";

  /** Words that move the log-odds less are not worth showing. */
  private static final double LEAST_SHOWN = .1;

  /**
   * A word and how far it moved the answer.
   *
   * @param word its index
   * @param by what it added to the log-odds
   */
  record Push(int word, double by) {}

  private final float[] weights;
  private final double intercept;
  private final double neutral;

  /**
   * @param weights one for each number of the encoder's, calibration included
   * @param intercept the log-odds of a sentence whose states are all nought
   * @param neutral what the mean piece of the training texts adds to the log-odds
   */
  BiasModel(float[] weights, double intercept, double neutral) {
    this.weights = weights.clone();
    this.intercept = intercept;
    this.neutral = neutral;
  }

  /** Loads the model that ships with this library. */
  static BiasModel load() {
    try (InputStream in = BiasModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the library holds no " + RESOURCE);
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /** Reads what {@link #write} gives: lines of a name, a space and a number; # begins a remark. */
  static BiasModel read(BufferedReader in) throws IOException {
    Map<String, Double> values = new HashMap<>();
    for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] fields = line.split(" ", 2);
        values.put(fields[0], Double.valueOf(fields[1]));
      }
    }
    float[] weights = new float[SentenceEncoder.WIDTH];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = value(values, "w" + i).floatValue();
    }
    return new BiasModel(weights, value(values, "intercept"), value(values, "neutral"));
  }

  private static Double value(Map<String, Double> values, String name) {
    return Objects.requireNonNull(values.get(name), "the bias model gives no " + name);
  }

  /** The model as text. */
  String write(String remarks) {
    StringBuilder out = new StringBuilder();
    remarks.lines().forEach(line -> out.append("# ").append(line).append('\n'));
    out.append("intercept ").append(intercept).append('\n');
    out.append("neutral ").append(neutral).append('\n');
    for (int i = 0; i < weights.length; i++) {
      out.append('w').append(i).append(' ').append(weights[i]).append('\n');
    }
    return out.toString();
  }

  /** What the model needs to know of a text: it says the same of the text ever after. */
  WeighedText weigh(EncodedText text) {
    return WeighedText.of(text, weights);
  }

  /** The probability, 0..1, of the whole text; of one without words, as of a neutral one. */
  double probability(WeighedText text) {
    return probability(text, word -> true);
  }

  /** The probability, 0..1, of some of a text's words, read in their surroundings. */
  double probability(WeighedText text, IntPredicate words) {
    double sum = 0;
    int pieces = 0;
    for (int word = 0; word < text.size(); word++) {
      if (words.test(word)) {
        sum += text.weight(word);
        pieces += text.pieces(word);
      }
    }
    double mean = pieces == 0 ? neutral : sum / pieces;
    return 1 / (1 + Math.exp(-(intercept + mean)));
  }

  /** The words that moved the text's probability most, the strongest first. */
  List<Push> pushes(WeighedText text) {
    int pieces = 0;
    for (int word = 0; word < text.size(); word++) {
      pieces += text.pieces(word);
    }
    List<Push> pushes = new ArrayList<>();
    for (int word = 0; word < text.size(); word++) {
      double by = (text.weight(word) - neutral * text.pieces(word)) / pieces;
      if (Math.abs(by) >= LEAST_SHOWN) {
        pushes.add(new Push(word, by));
      }
    }
    pushes.sort(Comparator.comparingDouble(push -> -Math.abs(push.by())));
    return pushes;
  }
}
