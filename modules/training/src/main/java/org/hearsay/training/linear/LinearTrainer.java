package org.hearsay.training.linear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hearsay.encoder.sentences.EncodedText;
import org.hearsay.encoder.sentences.LinearModel;
import org.hearsay.encoder.sentences.SentenceEncoder;
import org.hearsay.text.Span;

/**
 * Trains a {@link LinearModel}: logistic regression on the mean of the encoder's states, each
 * number brought to mean 0 and deviation 1, then Platt's calibration on the folds' answers. The
 * same examples in the same order give the same model.
 *
 * <p>Folds keep a group (an outlet, a debate) whole: a model that has seen one knows its topics and
 * names, and looks better than it is on others.
 */
public final class LinearTrainer {
  private static final double CALIBRATION_COST = 1e6;
  private static final double TOLERANCE = 1e-5;
  private static final int FOLDS = 5;
  private static final int BINS = 10;
  private static final double LEAST_DEVIATION = 1e-6;

  private final SentenceEncoder encoder;
  private final double cost;
  private final String label;

  /**
   * @param encoder stays the caller's to close
   * @param cost liblinear's: the smaller, the more the weights are held back
   * @param label what people say of an example, for the report: "biased"
   */
  public LinearTrainer(SentenceEncoder encoder, double cost, String label) {
    this.encoder = encoder;
    this.cost = cost;
    this.label = label;
  }

  /**
   * A text that people judged.
   *
   * @param text one sentence, as a rule
   * @param positive whether they said so of it
   * @param group what is kept whole in folds: its outlet, its debate
   */
  public record Example(String text, boolean positive, String group) {}

  /**
   * A trained model and how it did.
   *
   * @param model the model, as its resource file holds it
   * @param foldScores for each example, the calibrated probability that a model gave that had not
   *     seen its group
   * @param report how that did, for people
   */
  public record Trained(String model, List<Double> foldScores, String report) {

    /** Keeps its own copy of the list. */
    public Trained {
      foldScores = List.copyOf(foldScores);
    }
  }

  /** A linear model on standardised features. */
  private static final class Fitted {
    private final double[] weights;
    private final double intercept;

    Fitted(double[] weights, double intercept) {
      this.weights = weights;
      this.intercept = intercept;
    }

    double score(double[] features) {
      double sum = intercept;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * features[i];
      }
      return sum;
    }
  }

  /** Log-odds to calibrated log-odds. */
  private record Calibration(double slope, double offset) {
    double probability(double score) {
      return 1 / (1 + Math.exp(-(slope * score + offset)));
    }
  }

  /**
   * Trains on the examples.
   *
   * @throws IllegalArgumentException when there are fewer groups than folds, or only one label
   */
  public Trained train(List<Example> examples) {
    double[][] features = new double[examples.size()][];
    boolean[] labels = new boolean[examples.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = mean(examples.get(i).text());
      labels[i] = examples.get(i).positive();
    }
    int[] folds = folds(examples);
    double[] raw = new double[features.length];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      Fitted fitted = fit(features, labels, cost, where(folds, f -> f != held));
      for (int i : where(folds, f -> f == held)) {
        raw[i] = fitted.score(features[i]);
      }
    }
    // Two numbers fitted on all the folds' answers cannot learn them; the stricter error below
    // calibrates each fold by the others.
    int[] all = IntStream.range(0, raw.length).toArray();
    Calibration calibration = calibrate(raw, labels, all);
    double[] scores = Arrays.stream(raw).map(calibration::probability).toArray();
    double[] strict = new double[raw.length];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      Calibration others = calibrate(raw, labels, where(folds, f -> f != held));
      for (int i : where(folds, f -> f == held)) {
        strict[i] = others.probability(raw[i]);
      }
    }
    Fitted fitted = fit(features, labels, cost, all);
    float[] weights = new float[SentenceEncoder.WIDTH];
    double neutral = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (calibration.slope() * fitted.weights[i]);
      for (double[] row : features) {
        neutral += weights[i] * row[i] / features.length;
      }
    }
    double intercept = calibration.slope() * fitted.intercept + calibration.offset();
    String report = report(labels, scores, strict);
    String remarks =
        "How likely people call a sentence "
            + label
            + ": one weight a number of the sentence encoder's. The model card says what it was"
            + " trained on.\n"
            + report;
    return new Trained(
        new LinearModel(weights, intercept, neutral).write(remarks),
        Arrays.stream(scores).boxed().toList(),
        report);
  }

  private double[] mean(String text) {
    EncodedText encoded = encoder.encode(text, List.of(new Span(0, text.length()))).get(0);
    double[] sums = new double[SentenceEncoder.WIDTH];
    int pieces = 0;
    for (int word = 0; word < encoded.size(); word++) {
      encoded.addTo(word, sums);
      pieces += encoded.pieces(word);
    }
    int divisor = Math.max(1, pieces);
    return Arrays.stream(sums).map(sum -> sum / divisor).toArray();
  }

  /** The fold of each example: the largest group goes first, always to the lightest fold. */
  private static int[] folds(List<Example> examples) {
    Map<String, Integer> sizes = new TreeMap<>();
    examples.forEach(e -> sizes.merge(e.group(), 1, Integer::sum));
    if (sizes.size() < FOLDS) {
      throw new IllegalArgumentException(
          "training needs " + FOLDS + " groups or more to keep apart; there are " + sizes.size());
    }
    List<String> groups = new ArrayList<>(sizes.keySet());
    groups.sort(Comparator.comparingInt(g -> -sizes.getOrDefault(g, 0)));
    int[] load = new int[FOLDS];
    Map<String, Integer> foldOf = new TreeMap<>();
    for (String group : groups) {
      int lightest = 0;
      for (int fold = 1; fold < FOLDS; fold++) {
        lightest = load[fold] < load[lightest] ? fold : lightest;
      }
      foldOf.put(group, lightest);
      load[lightest] += sizes.getOrDefault(group, 0);
    }
    return examples.stream().mapToInt(e -> foldOf.getOrDefault(e.group(), 0)).toArray();
  }

  private static int[] where(int[] folds, IntPredicate test) {
    return IntStream.range(0, folds.length).filter(i -> test.test(folds[i])).toArray();
  }

  private static Calibration calibrate(double[] raw, boolean[] labels, int[] rows) {
    double[][] features = new double[raw.length][];
    Arrays.setAll(features, i -> new double[] {raw[i]});
    Fitted fitted = fit(features, labels, CALIBRATION_COST / rows.length, rows);
    return new Calibration(fitted.weights[0], fitted.intercept);
  }

  private static Fitted fit(double[][] features, boolean[] labels, double cost, int[] rows) {
    int width = features[0].length;
    double[] mean = new double[width];
    double[] deviation = new double[width];
    for (int row : rows) {
      for (int i = 0; i < width; i++) {
        mean[i] += features[row][i] / rows.length;
      }
    }
    for (int row : rows) {
      for (int i = 0; i < width; i++) {
        double away = features[row][i] - mean[i];
        deviation[i] += away * away / rows.length;
      }
    }
    for (int i = 0; i < width; i++) {
      deviation[i] = Math.sqrt(deviation[i]) + LEAST_DEVIATION;
    }
    Problem problem = new Problem();
    problem.l = rows.length;
    problem.n = width + 1;
    problem.bias = 1;
    problem.x = new Feature[rows.length][];
    problem.y = new double[rows.length];
    for (int k = 0; k < rows.length; k++) {
      Feature[] nodes = new Feature[width + 1];
      for (int i = 0; i < width; i++) {
        nodes[i] = new FeatureNode(i + 1, (features[rows[k]][i] - mean[i]) / deviation[i]);
      }
      nodes[width] = new FeatureNode(width + 1, 1);
      problem.x[k] = nodes;
      problem.y[k] = labels[rows[k]] ? 1 : 0;
    }
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, TOLERANCE));
    if (model.getNrClass() != 2) {
      throw new IllegalArgumentException("training needs examples of both labels in each fold");
    }
    // liblinear's weights speak for the label that it met first.
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] found = model.getFeatureWeights();
    double[] weights = new double[width];
    double intercept = sign * found[width];
    for (int i = 0; i < width; i++) {
      weights[i] = sign * found[i] / deviation[i];
      intercept -= weights[i] * mean[i];
    }
    return new Fitted(weights, intercept);
  }

  private String report(boolean[] labels, double[] scores, double[] strict) {
    return String.format(
        Locale.ROOT,
        "%d examples, %d folds by group: F1 %s %.3f, macro-F1 %.3f, AUC %.3f,"
            + " calibration error (%d bins) %.3f,"
            + " each fold calibrated by the others %.3f",
        labels.length,
        FOLDS,
        label,
        f1(labels, scores, true),
        (f1(labels, scores, true) + f1(labels, scores, false)) / 2,
        auc(labels, scores),
        BINS,
        calibrationError(labels, scores),
        calibrationError(labels, strict));
  }

  private static double f1(boolean[] labels, double[] scores, boolean of) {
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < labels.length; i++) {
      boolean said = scores[i] >= .5;
      if (said == of && labels[i] == of) {
        right++;
      } else if (said == of || labels[i] == of) {
        wrong++;
      }
    }
    return right == 0 ? 0 : 2.0 * right / (2 * right + wrong);
  }

  /** How often an example with the label scores above one without, a tie counting half. */
  private static double auc(boolean[] labels, double[] scores) {
    double above = 0;
    long pairs = 0;
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < labels.length; j++) {
        if (labels[i] && !labels[j]) {
          pairs++;
          above += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? .5 : 0;
        }
      }
    }
    return above / pairs;
  }

  private static double calibrationError(boolean[] labels, double[] scores) {
    double[] said = new double[BINS];
    int[] positive = new int[BINS];
    for (int i = 0; i < labels.length; i++) {
      int bin = Math.min(BINS - 1, (int) (scores[i] * BINS));
      said[bin] += scores[i];
      positive[bin] += labels[i] ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(said[bin] - positive[bin]) / labels.length;
    }
    return error;
  }
}
