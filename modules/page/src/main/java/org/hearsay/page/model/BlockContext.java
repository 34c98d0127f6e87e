package org.hearsay.page.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.page.block.Block;
import org.jsoup.nodes.Element;

/** The second look's numbers: the first look's, and what it said of the blocks around. */
public final class BlockContext {
  private static final int REACH = 4;
  private static final int ADDED = 2 * (2 * REACH + 1) + 2 * 6;

  /** How many numbers tell one block. */
  static final int SIZE = BlockFeatures.SIZE + ADDED;

  private BlockContext() {}

  /**
   * Rows with what the first look said added.
   *
   * @param said by question, then by block
   */
  public static float[][] of(List<Block> blocks, float[][] rows, float[][] said) {
    int n = rows.length;
    float[][] out = new float[n][];
    for (int i = 0; i < n; i++) {
      out[i] = Arrays.copyOf(rows[i], SIZE);
    }
    int at = BlockFeatures.SIZE;
    for (float[] p : said) {
      Map<Element, double[]> parents = new HashMap<>();
      double all = 0;
      double most = 0;
      double[] mass = new double[n];
      for (int i = 0; i < n; i++) {
        mass[i] = p[i] * blocks.get(i).text().length();
        all += mass[i];
        most = Math.max(most, mass[i]);
        Element parent = blocks.get(i).element().parent();
        if (parent != null) {
          double[] sum = parents.computeIfAbsent(parent, k -> new double[2]);
          sum[0] += mass[i];
          sum[1] += blocks.get(i).text().length();
        }
      }
      double before = 0;
      for (int i = 0; i < n; i++) {
        int k = at;
        for (int d = -REACH; d <= REACH; d++) {
          out[i][k++] = i + d < 0 || i + d >= n ? -1 : p[i + d];
        }
        double wide = 0;
        double chars = 1;
        for (int j = Math.max(0, i - 10); j <= Math.min(n - 1, i + 10); j++) {
          wide += mass[j];
          chars += blocks.get(j).text().length();
        }
        out[i][k++] = (float) (wide / chars);
        out[i][k++] = (float) (before / Math.max(1, all));
        out[i][k++] = (float) ((all - before - mass[i]) / Math.max(1, all));
        out[i][k++] = (float) Math.log1p(all);
        Element parent = blocks.get(i).element().parent();
        double[] sum = parent == null ? new double[2] : parents.getOrDefault(parent, new double[2]);
        out[i][k++] = (float) (sum[0] / Math.max(1, all));
        out[i][k++] = (float) (sum[0] / Math.max(1, sum[1]));
        before += mass[i];
      }
      at += 2 * REACH + 1 + 6;
    }
    return out;
  }
}
