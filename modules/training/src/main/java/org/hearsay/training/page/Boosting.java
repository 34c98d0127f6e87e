package org.hearsay.training.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hearsay.page.model.Trees;

/**
 * Trains {@link Trees} by gradient boosting for the logistic loss, on binned numbers (Friedman
 * 2001; the regularised gain is XGBoost's, Chen and Guestrin 2016). The same rows give the same
 * trees.
 *
 * @param trees how many
 * @param depth questions that lead to a leaf
 * @param rate how much of a tree's say is added, 0..1
 * @param least the least weight of evidence in a leaf
 * @param calm what draws leaves to zero
 * @param rowShare share of the rows that a tree sees, 0..1
 * @param columnShare share of the numbers that a tree sees, 0..1
 */
record Boosting(
    int trees,
    int depth,
    double rate,
    double least,
    double calm,
    double rowShare,
    double columnShare) {
  private static final int BINS = 48;
  private static final int SAMPLE = 20_000;

  /** The rows to learn from, by column, each number as its bin. */
  private static final class Binned {
    private final float[][] cuts;
    private final byte[][] bins;

    private Binned(float[][] cuts, byte[][] bins) {
      this.cuts = cuts;
      this.bins = bins;
    }
  }

  /**
   * One model.
   *
   * @param rows one a case
   * @param answers 1 for yes, 0 for no
   * @param weights of the cases
   */
  Trees train(List<float[]> rows, float[] answers, float[] weights) {
    int n = rows.size();
    Binned data = bin(rows);
    double yes = 0;
    double all = 0;
    for (int i = 0; i < n; i++) {
      yes += weights[i] * answers[i];
      all += weights[i];
    }
    double share = Math.min(0.999, Math.max(0.001, yes / all));
    float bias = (float) Math.log(share / (1 - share));
    float[] score = new float[n];
    Arrays.fill(score, bias);
    float[] slope = new float[n];
    float[] bend = new float[n];
    Random random = new Random(3);
    List<int[]> features = new ArrayList<>();
    List<float[]> limits = new ArrayList<>();
    List<float[]> leaves = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      for (int i = 0; i < n; i++) {
        double p = 1 / (1 + Math.exp(-score[i]));
        slope[i] = (float) ((answers[i] - p) * weights[i]);
        bend[i] = (float) (Math.max(p * (1 - p), 1e-6) * weights[i]);
      }
      int columns = data.cuts.length;
      int[] used =
          IntStream.range(0, columns).filter(f -> random.nextDouble() < columnShare).toArray();
      boolean[] seen = new boolean[n];
      for (int i = 0; i < n; i++) {
        seen[i] = random.nextDouble() < rowShare;
      }
      int inner = (1 << depth) - 1;
      int[] feature = new int[inner];
      float[] limit = new float[inner];
      int[] node = grow(data, used, seen, slope, bend, feature, limit);
      float[] leaf = leaves(node, inner, seen, slope, bend);
      for (int i = 0; i < n; i++) {
        score[i] += leaf[node[i] - inner];
      }
      features.add(feature);
      limits.add(limit);
      leaves.add(leaf);
    }
    return new Trees(bias, depth, features, limits, leaves);
  }

  /** Fills one tree's questions, and returns the leaf that each row reaches, as a node's number. */
  private int[] grow(
      Binned data,
      int[] used,
      boolean[] seen,
      float[] slope,
      float[] bend,
      int[] feature,
      float[] limit) {
    int n = seen.length;
    int[] node = new int[n];
    int[] cut = new int[feature.length];
    Arrays.fill(cut, BINS + 1);
    Arrays.fill(limit, Float.POSITIVE_INFINITY);
    for (int d = 0; d < depth; d++) {
      int first = (1 << d) - 1;
      int count = 1 << d;
      double[][] gains = new double[data.cuts.length][];
      int[][] at = new int[data.cuts.length][];
      Arrays.stream(used)
          .parallel()
          .forEach(
              f -> {
                gains[f] = new double[count];
                at[f] = new int[count];
                best(data, f, node, first, seen, slope, bend, gains[f], at[f]);
              });
      for (int c = 0; c < count; c++) {
        double most = 1e-3;
        for (int f : used) {
          if (gains[f][c] > most) {
            most = gains[f][c];
            feature[first + c] = f;
            cut[first + c] = at[f][c];
            limit[first + c] = data.cuts[f][at[f][c]];
          }
        }
      }
      for (int i = 0; i < n; i++) {
        int k = node[i];
        node[i] = 2 * k + (data.bins[feature[k]][i] <= cut[k] ? 1 : 2);
      }
    }
    return node;
  }

  private void best(
      Binned data,
      int f,
      int[] node,
      int first,
      boolean[] seen,
      float[] slope,
      float[] bend,
      double[] gains,
      int[] at) {
    int bins = data.cuts[f].length + 1;
    double[] slopes = new double[gains.length * bins];
    double[] bends = new double[gains.length * bins];
    byte[] column = data.bins[f];
    for (int i = 0; i < node.length; i++) {
      if (seen[i]) {
        int k = (node[i] - first) * bins + column[i];
        slopes[k] += slope[i];
        bends[k] += bend[i];
      }
    }
    for (int c = 0; c < gains.length; c++) {
      double allSlope = 0;
      double allBend = 0;
      for (int b = 0; b < bins; b++) {
        allSlope += slopes[c * bins + b];
        allBend += bends[c * bins + b];
      }
      double left = 0;
      double leftBend = 0;
      for (int b = 0; b + 1 < bins; b++) {
        left += slopes[c * bins + b];
        leftBend += bends[c * bins + b];
        double right = allSlope - left;
        double rightBend = allBend - leftBend;
        if (leftBend < least || rightBend < least) {
          continue;
        }
        double gain =
            left * left / (leftBend + calm)
                + right * right / (rightBend + calm)
                - allSlope * allSlope / (allBend + calm);
        if (gain > gains[c]) {
          gains[c] = gain;
          at[c] = b;
        }
      }
    }
  }

  private float[] leaves(int[] node, int inner, boolean[] seen, float[] slope, float[] bend) {
    double[] slopes = new double[inner + 1];
    double[] bends = new double[inner + 1];
    for (int i = 0; i < node.length; i++) {
      if (seen[i]) {
        slopes[node[i] - inner] += slope[i];
        bends[node[i] - inner] += bend[i];
      }
    }
    float[] leaf = new float[inner + 1];
    for (int l = 0; l < leaf.length; l++) {
      leaf[l] = (float) (rate * slopes[l] / (bends[l] + calm));
    }
    return leaf;
  }

  private static Binned bin(List<float[]> rows) {
    int columns = rows.get(0).length;
    float[][] cuts = new float[columns][];
    byte[][] bins = new byte[columns][rows.size()];
    Random random = new Random(1);
    int m = Math.min(rows.size(), SAMPLE);
    float[][] sample = new float[m][];
    for (int i = 0; i < m; i++) {
      sample[i] = rows.get(m == rows.size() ? i : random.nextInt(rows.size()));
    }
    for (int f = 0; f < columns; f++) {
      float[] values = new float[m];
      for (int i = 0; i < m; i++) {
        values[i] = sample[i][f];
      }
      cuts[f] = cuts(values);
      for (int i = 0; i < rows.size(); i++) {
        int found = Arrays.binarySearch(cuts[f], rows.get(i)[f]);
        bins[f][i] = (byte) (found < 0 ? -found - 1 : found);
      }
    }
    return new Binned(cuts, bins);
  }

  /** As it is written to a file: what is learned and what is shipped ask the same questions. */
  private static float written(float value) {
    return Float.parseFloat(Trees.written(value));
  }

  /** At most {@link #BINS} - 1 cuts, between all values where they are few, else at quantiles. */
  private static float[] cuts(float[] values) {
    Arrays.sort(values);
    float[] out = new float[BINS];
    int n = 0;
    int different = 1;
    for (int i = 1; i < values.length; i++) {
      different += values[i] > values[i - 1] ? 1 : 0;
    }
    if (different <= BINS) {
      for (int i = 1; i < values.length; i++) {
        if (values[i] > values[i - 1]) {
          out[n++] = written((values[i] + values[i - 1]) / 2);
        }
      }
    } else {
      for (int b = 1; b < BINS; b++) {
        float cut = written(values[(int) ((long) b * values.length / BINS)]);
        if (cut < values[values.length - 1] && (n == 0 || cut > out[n - 1])) {
          out[n++] = cut;
        }
      }
    }
    return Arrays.copyOf(out, n);
  }
}
