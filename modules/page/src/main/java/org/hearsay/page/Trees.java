package org.hearsay.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Boosted regression trees for one yes-or-no question (Friedman 2001, "Greedy function
 * approximation"). Each tree is complete: node {@code i} has the children {@code 2i+1} and {@code
 * 2i+2}; a row goes left where its number is at most the node's.
 *
 * @param bias what the sum starts from
 * @param depth how many questions lead to a leaf
 * @param features a tree's questions, by node: which number
 * @param limits a tree's questions, by node: at most what
 * @param leaves a tree's values, by leaf
 */
record Trees(
    float bias, int depth, List<int[]> features, List<float[]> limits, List<float[]> leaves) {

  /** How likely the answer is yes, 0..1. */
  float probability(float[] row) {
    float sum = bias;
    int inner = (1 << depth) - 1;
    for (int t = 0; t < features.size(); t++) {
      int[] feature = features.get(t);
      float[] limit = limits.get(t);
      int node = 0;
      while (node < inner) {
        node = 2 * node + (row[feature[node]] <= limit[node] ? 1 : 2);
      }
      sum += leaves.get(t)[node - inner];
    }
    return (float) (1 / (1 + Math.exp(-sum)));
  }

  /** The models of a resource, in order: see {@link #write}. */
  static List<Trees> read(String resource) {
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
  static List<Trees> read(InputStream in) throws IOException {
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
  void write(StringBuilder out) {
    out.append(features.size()).append(' ').append(depth).append(' ').append(bias).append('\n');
    for (int t = 0; t < features.size(); t++) {
      for (int feature : features.get(t)) {
        out.append(feature).append(' ');
      }
      out.setCharAt(out.length() - 1, '\n');
      write(out, limits.get(t));
      write(out, leaves.get(t));
    }
  }

  private static void write(StringBuilder out, float[] values) {
    for (float value : values) {
      // Four digits are as good as nine, and a third of the size.
      out.append(Float.isInfinite(value) ? "Infinity" : String.format(Locale.ROOT, "%.4g", value))
          .append(' ');
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
