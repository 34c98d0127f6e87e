package org.hearsay.training.linear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;

/**
 * Log-odds that are linear in some numbers: logistic regression by liblinear (Fan et al. 2008),
 * each number brought to mean 0 and deviation 1 first.
 */
final class Fitted {
  private static final double TOLERANCE = 1e-5;
  private static final double LEAST_DEVIATION = 1e-6;

  private final double[] weights;
  private final double intercept;

  private Fitted(double[] weights, double intercept) {
    this.weights = weights;
    this.intercept = intercept;
  }

  /** What an example's number is multiplied by. */
  double weight(int index) {
    return weights[index];
  }

  /** What is added. */
  double intercept() {
    return intercept;
  }

  /** The log-odds of an example. */
  double score(double[] features) {
    double sum = intercept;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  /**
   * Fits.
   *
   * @param features the numbers of each example
   * @param labels whether people said so of it
   * @param cost liblinear's: the smaller, the more the weights are held back
   * @param rows the examples that count, by index
   * @throws IllegalArgumentException when they all have one label
   */
  static Fitted to(double[][] features, boolean[] labels, double cost, int[] rows) {
    Spread spread = Spread.of(features, rows);
    int width = features[0].length;
    Linear.disableDebugOutput();
    Model model =
        Linear.train(
            problem(features, labels, rows, spread),
            new Parameter(SolverType.L2R_LR, cost, TOLERANCE));
    if (model.getNrClass() != 2) {
      throw new IllegalArgumentException("training needs examples of both labels in each fold");
    }
    // liblinear's weights speak for the label that it met first.
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] found = model.getFeatureWeights();
    double[] weights = new double[width];
    double intercept = sign * found[width];
    for (int i = 0; i < width; i++) {
      weights[i] = sign * found[i] / spread.deviation()[i];
      intercept -= weights[i] * spread.mean()[i];
    }
    return new Fitted(weights, intercept);
  }

  /** Each number's mean and deviation. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Spread(double[] mean, double[] deviation) {
    static Spread of(double[][] features, int[] rows) {
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
      return new Spread(mean, deviation);
    }

    double brought(double number, int index) {
      return (number - mean[index]) / deviation[index];
    }
  }

  private static Problem problem(double[][] features, boolean[] labels, int[] rows, Spread spread) {
    int width = features[0].length;
    Problem problem = new Problem();
    problem.l = rows.length;
    problem.n = width + 1;
    problem.bias = 1;
    problem.x = new Feature[rows.length][];
    problem.y = new double[rows.length];
    for (int k = 0; k < rows.length; k++) {
      Feature[] nodes = new Feature[width + 1];
      for (int i = 0; i < width; i++) {
        nodes[i] = new FeatureNode(i + 1, spread.brought(features[rows[k]][i], i));
      }
      nodes[width] = new FeatureNode(width + 1, 1);
      problem.x[k] = nodes;
      problem.y[k] = labels[rows[k]] ? 1 : 0;
    }
    return problem;
  }
}
