package org.hearsay.training.linear;

import java.util.Arrays;

/**
 * From log-odds to calibrated log-odds, in a straight line (Platt 1999).
 *
 * @param slope what they are multiplied by
 * @param offset what is added
 */
record Calibration(double slope, double offset) {
  private static final double COST = 1e6;

  /**
   * Fits a calibration.
   *
   * @param raw the log-odds that models gave which had not seen the example
   * @param labels whether people said so of it
   * @param rows the examples that count, by index
   */
  static Calibration to(double[] raw, boolean[] labels, int[] rows) {
    double[][] features = new double[raw.length][];
    Arrays.setAll(features, i -> new double[] {raw[i]});
    Fitted fitted = Fitted.to(features, labels, COST / rows.length, rows);
    return new Calibration(fitted.weight(0), fitted.intercept());
  }

  /** The calibrated probability, 0..1. */
  double probability(double score) {
    return 1 / (1 + Math.exp(-(slope * score + offset)));
  }
}
