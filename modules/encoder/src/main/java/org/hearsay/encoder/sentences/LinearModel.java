package org.hearsay.encoder.sentences;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.hearsay.text.Span;
import org.hearsay.text.languages.LanguageLine;

/**
 * How likely people would answer yes to a question about a sentence: a linear model on the mean of
 * what the {@link SentenceEncoder} says of its pieces, calibrated. Being linear, it says of each
 * word how far it moved the answer. Immutable; trained by the training module.
 */
public final class LinearModel {
  /** Words that move the log-odds less are not worth showing. */
  private static final double LEAST_SHOWN = .1;

  /**
   * A word and how far it moved the answer.
   *
   * @param word its index
   * @param by what it added to the log-odds
   */
  public record Push(int word, double by) {}

  private final float[] weights;
  private final double intercept;
  private final double neutral;

  /**
   * @param weights one for each number of the encoder's, calibration included
   * @param intercept the log-odds of a sentence whose states are all nought
   * @param neutral what the mean piece of the training texts adds to the log-odds
   */
  public LinearModel(float[] weights, double intercept, double neutral) {
    this.weights = weights.clone();
    this.intercept = intercept;
    this.neutral = neutral;
  }

  /**
   * Loads a model that ships with a library.
   *
   * @param beside a class of its package
   * @param name the file's
   * @throws IllegalStateException when the library does not hold it
   */
  public static LinearModel load(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the library holds no " + name);
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** Reads what {@link #write} gives: lines of a name, a space and a number; # begins a remark. */
  public static LinearModel read(String text) {
    Map<String, Double> values = new HashMap<>();
    for (LanguageLine line : LanguageLine.of("a linear model", text)) {
      String[] fields = line.text().split(" ", 2);
      values.put(fields[0], Double.valueOf(fields[1]));
    }
    float[] weights = new float[SentenceEncoder.WIDTH];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = value(values, "w" + i).floatValue();
    }
    return new LinearModel(weights, value(values, "intercept"), value(values, "neutral"));
  }

  private static Double value(Map<String, Double> values, String name) {
    return Objects.requireNonNull(values.get(name), "the model gives no " + name);
  }

  /**
   * The model as text, which {@link #read} reads.
   *
   * @param remarks what stands at its head, each line as a remark
   */
  public String write(String remarks) {
    StringBuilder out = new StringBuilder();
    remarks.lines().forEach(line -> out.append("# ").append(line).append('\n'));
    out.append("intercept ").append(intercept).append('\n');
    out.append("neutral ").append(neutral).append('\n');
    for (int i = 0; i < weights.length; i++) {
      out.append('w').append(i).append(' ').append(weights[i]).append('\n');
    }
    return out.toString();
  }

  /** What a word adds to the log-odds, summed over its pieces. */
  double weigh(EncodedText text, int word) {
    return text.dot(word, weights);
  }

  /** The probability, 0..1, of a whole sentence; of one without words, as of a neutral one. */
  public double probability(ReadSentence sentence) {
    return probability(List.of(sentence), word -> true);
  }

  /**
   * The probability, 0..1, of some of the words of one or more sentences, each read in its
   * surroundings.
   *
   * @param sentences read for this model
   * @param words which words count, by where they stand
   */
  public double probability(List<ReadSentence> sentences, Predicate<Span> words) {
    double sum = 0;
    int pieces = 0;
    for (ReadSentence sentence : sentences) {
      for (int word = 0; word < sentence.size(); word++) {
        if (words.test(sentence.span(word))) {
          sum += sentence.weight(this, word);
          pieces += sentence.pieces(word);
        }
      }
    }
    double mean = pieces == 0 ? neutral : sum / pieces;
    return 1 / (1 + Math.exp(-(intercept + mean)));
  }

  /** The words that moved a sentence's probability most, the strongest first. */
  public List<Push> pushes(ReadSentence sentence) {
    int pieces = 0;
    for (int word = 0; word < sentence.size(); word++) {
      pieces += sentence.pieces(word);
    }
    List<Push> pushes = new ArrayList<>();
    for (int word = 0; word < sentence.size(); word++) {
      double by = (sentence.weight(this, word) - neutral * sentence.pieces(word)) / pieces;
      if (Math.abs(by) >= LEAST_SHOWN) {
        pushes.add(new Push(word, by));
      }
    }
    pushes.sort(Comparator.comparingDouble(push -> -Math.abs(push.by())));
    return pushes;
  }
}
