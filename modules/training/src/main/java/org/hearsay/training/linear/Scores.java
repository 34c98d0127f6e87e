package org.hearsay.training.linear;

/** How right probabilities are about labels. */
final class Scores {
  /** In how many bins probabilities are compared with how often they come true. */
  static final int BINS = 10;

  private final boolean[] labels;

  Scores(boolean[] labels) {
    this.labels = labels;
  }

  /** F1 of one label, 0..1, each example taking the likelier. */
  double f1(double[] scores, boolean of) {
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

  /** The mean of both labels' F1. */
  double macroF1(double[] scores) {
    return (f1(scores, true) + f1(scores, false)) / 2;
  }

  /** How often an example with the label scores above one without, a tie counting half. */
  double auc(double[] scores) {
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

  /** How far, on average, a bin's probabilities are from how often they come true. */
  double calibrationError(double[] scores) {
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
