package org.hearsay.page.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Boosted regression trees for one yes-or-no question (Friedman 2001, "Greedy function
 * approximation"). Each tree is complete: node {@code i} has the children {@code 2i+1} and {@code
 * 2i+2}; a row goes left where its number is at most the node's.
 */
public final class Trees {
  private final float bias;
  private final int depth;
  private final int inner;
  private final int count;

  /** The questions, tree after tree, by node: which number. */
  private final int[] features;

  /** The questions: at most what. */
  private final float[] limits;

  /** The values, tree after tree, by leaf. */
  private final float[] leaves;

  /**
   * Trees by their parts.
   *
   * @param bias what the sum starts from
   * @param depth how many questions lead to a leaf
   * @param features a tree's questions, by node: which number
   * @param limits a tree's questions, by node: at most what
   * @param leaves a tree's values, by leaf
   */
  public Trees(
      float bias, int depth, List<int[]> features, List<float[]> limits, List<float[]> leaves) {
    this.bias = bias;
    this.depth = depth;
    this.inner = (1 << depth) - 1;
    this.count = features.size();
    // One array each: a page asks every tree of every block.
    this.features = new int[count * inner];
    this.limits = new float[count * inner];
    this.leaves = new float[count * (inner + 1)];
    for (int t = 0; t < count; t++) {
      System.arraycopy(features.get(t), 0, this.features, t * inner, inner);
      System.arraycopy(limits.get(t), 0, this.limits, t * inner, inner);
      System.arraycopy(leaves.get(t), 0, this.leaves, t * (inner + 1), inner + 1);
    }
  }

  /** How likely the answer is yes, 0..1. */
  public float probability(float[] row) {
    float sum = bias;
    int tree = 0;
    int leaf = 0;
    for (int t = 0; t < count; t++) {
      int node = 0;
      for (int d = 0; d < depth; d++) {
        int at = tree + node;
        node = 2 * node + (row[features[at]] <= limits[at] ? 1 : 2);
      }
      sum += leaves[leaf + node - inner];
      tree += inner;
      leaf += inner + 1;
    }
    return (float) (1 / (1 + Math.exp(-sum)));
  }

  /** The models of a resource, in order: see {@link #write}. */
  public static List<Trees> read(String resource) {
    try (InputStream in = Trees.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #read(String)}, from gzip data. */
  public static List<Trees> read(InputStream in) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
    List<Trees> models = new ArrayList<>();
    for (String head = lines.readLine(); head != null; head = lines.readLine()) {
      String[] fields = head.split(" ", -1);
      int count = Integer.parseInt(fields[0]);
      int depth = Integer.parseInt(fields[1]);
      List<int[]> features = new ArrayList<>();
      List<float[]> limits = new ArrayList<>();
      List<float[]> leaves = new ArrayList<>();
      for (int t = 0; t < count; t++) {
        float[] asked = floats(lines.readLine());
        int[] feature = new int[asked.length];
        for (int i = 0; i < asked.length; i++) {
          feature[i] = (int) asked[i];
        }
        features.add(feature);
        limits.add(floats(lines.readLine()));
        leaves.add(floats(lines.readLine()));
      }
      models.add(new Trees(Float.parseFloat(fields[2]), depth, features, limits, leaves));
    }
    return List.copyOf(models);
  }

  /** The model as lines of text: a head, then three lines a tree. */
  public void write(StringBuilder out) {
    out.append(count).append(' ').append(depth).append(' ').append(bias).append('\n');
    for (int t = 0; t < count; t++) {
      for (int i = t * inner; i < (t + 1) * inner; i++) {
        out.append(features[i]).append(' ');
      }
      out.setCharAt(out.length() - 1, '\n');
      write(out, Arrays.copyOfRange(limits, t * inner, (t + 1) * inner));
      write(out, Arrays.copyOfRange(leaves, t * (inner + 1), (t + 1) * (inner + 1)));
    }
  }

  /** Four digits are as good as nine, and a third of the size. */
  public static String written(float value) {
    return Float.isInfinite(value) ? "Infinity" : String.format(Locale.ROOT, "%.4g", value);
  }

  private static void write(StringBuilder out, float[] values) {
    for (float value : values) {
      out.append(written(value)).append(' ');
    }
    out.setCharAt(out.length() - 1, '\n');
  }

  private static float[] floats(String line) {
    String[] fields = line.split(" ", -1);
    float[] out = new float[fields.length];
    for (int i = 0; i < fields.length; i++) {
      out[i] = Float.parseFloat(fields[i]);
    }
    return out;
  }
}
