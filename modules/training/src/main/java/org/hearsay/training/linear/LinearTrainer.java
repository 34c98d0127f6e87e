package org.hearsay.training.linear;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hearsay.encoder.sentences.EncodedText;
import org.hearsay.encoder.sentences.LinearModel;
import org.hearsay.encoder.sentences.SentenceEncoder;
import org.hearsay.text.Span;

/**
 * Trains a {@link LinearModel}: logistic regression on the mean of the encoder's states, each
 * number brought to mean 0 and deviation 1, then Platt's calibration on the folds' answers. The
 * same examples in the same order give the same model.
 */
public final class LinearTrainer {
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

  /**
   * Trains on the examples.
   *
   * @throws IllegalArgumentException when there are fewer groups than folds, or only one label
   */
  public Trained train(List<JudgedText> examples) {
    Folds folds = Folds.of(examples);
    double[][] features = new double[examples.size()][];
    boolean[] labels = new boolean[examples.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = mean(examples.get(i).text());
      labels[i] = examples.get(i).positive();
    }
    double[] raw = heldBack(features, labels, folds);
    // Two numbers fitted on all the folds' answers cannot learn them; the stricter error
    // calibrates each fold by the others.
    Calibration calibration = Calibration.to(raw, labels, folds.all());
    double[] scores = Arrays.stream(raw).map(calibration::probability).toArray();
    String report = report(labels, scores, calibratedByOthers(raw, labels, folds));
    LinearModel model =
        model(Fitted.to(features, labels, cost, folds.all()), calibration, features);
    return new Trained(
        model.write(remarks(report)), Arrays.stream(scores).boxed().toList(), report);
  }

  /** The mean of what the encoder says of a text's pieces. */
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

  /** The log-odds of each example by a model that has not seen its fold. */
  private double[] heldBack(double[][] features, boolean[] labels, Folds folds) {
    double[] raw = new double[features.length];
    for (int fold = 0; fold < Folds.COUNT; fold++) {
      Fitted fitted = Fitted.to(features, labels, cost, folds.outside(fold));
      for (int i : folds.in(fold)) {
        raw[i] = fitted.score(features[i]);
      }
    }
    return raw;
  }

  private static double[] calibratedByOthers(double[] raw, boolean[] labels, Folds folds) {
    double[] strict = new double[raw.length];
    for (int fold = 0; fold < Folds.COUNT; fold++) {
      Calibration others = Calibration.to(raw, labels, folds.outside(fold));
      for (int i : folds.in(fold)) {
        strict[i] = others.probability(raw[i]);
      }
    }
    return strict;
  }

  private static LinearModel model(Fitted fitted, Calibration calibration, double[][] features) {
    float[] weights = new float[SentenceEncoder.WIDTH];
    double neutral = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (calibration.slope() * fitted.weight(i));
      for (double[] row : features) {
        neutral += weights[i] * row[i] / features.length;
      }
    }
    double intercept = calibration.slope() * fitted.intercept() + calibration.offset();
    return new LinearModel(weights, intercept, neutral);
  }

  private String remarks(String report) {
    return "How likely people call a sentence "
        + label
        + ": one weight a number of the sentence encoder's. The model card says what it was"
        + " trained on.\n"
        + report;
  }

  private String report(boolean[] labels, double[] scores, double[] strict) {
    Scores of = new Scores(labels);
    return String.format(
        Locale.ROOT,
        "%d examples, %d folds by group: F1 %s %.3f, macro-F1 %.3f, AUC %.3f,"
            + " calibration error (%d bins) %.3f,"
            + " each fold calibrated by the others %.3f",
        labels.length,
        Folds.COUNT,
        label,
        of.f1(scores, true),
        of.macroF1(scores),
        of.auc(scores),
        Scores.BINS,
        of.calibrationError(scores),
        of.calibrationError(strict));
  }
}
