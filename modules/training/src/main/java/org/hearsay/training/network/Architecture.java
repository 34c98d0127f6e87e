package org.hearsay.training.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.encoder.ModelInput;
import org.hearsay.encoder.RoleInput;

/**
 * The size of a BERT encoder with the claim tagger's head, or of the layers that read on from the
 * middle of one.
 *
 * @param vocabulary how many pieces it knows; 0 where it reads on from what another said of them
 * @param positions the longest input, in pieces; 0 where it reads on
 * @param hidden the width of a piece's vector
 * @param heads how many heads share that width in attention
 * @param layers how many layers
 * @param inner the width inside a layer's second half
 */
public record Architecture(
    int vocabulary, int positions, int hidden, int heads, int layers, int inner) {
  /** O, B, I of cues, then O, source, content. */
  public static final int LABELS = 6;

  /** The labels of one pass. */
  public static final int PASS_LABELS = 3;

  /** The types of a piece: each shape, plain and marked. */
  public static final int TYPES = 2 * ModelInput.SHAPES;

  /** Six layers of 384: what training starts from. */
  public static Architecture miniLm() {
    return new Architecture(30522, 512, 384, 12, 6, 1536);
  }

  /** The same with another number of layers. */
  public Architecture withLayers(int count) {
    return new Architecture(vocabulary, positions, hidden, heads, count, inner);
  }

  /** The last layers of this, which read on from what another's first layers say. */
  public Architecture readingOn(int count) {
    return new Architecture(0, 0, hidden, heads, count, inner);
  }

  /** Whether it reads on from what another said of the pieces. */
  public boolean readsOn() {
    return vocabulary == 0;
  }

  /** How many types a piece may have. */
  public int types() {
    return readsOn() ? RoleInput.MARKS : TYPES;
  }

  /** How many labels its head tells apart. */
  public int labels() {
    return readsOn() ? PASS_LABELS : LABELS;
  }

  /** How wide one head is. */
  public int headWidth() {
    return hidden / heads;
  }

  /** The name and the shape of every parameter, in a fixed order; matrices are [out, in]. */
  public Map<String, int[]> parameters() {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    if (!readsOn()) {
      shapes.put("word", new int[] {vocabulary, hidden});
      shapes.put("position", new int[] {positions, hidden});
      norm(shapes, "norm");
    }
    shapes.put("type", new int[] {types(), hidden});
    for (int i = 0; i < layers; i++) {
      linear(shapes, layer(i, "qkv"), 3 * hidden, hidden);
      linear(shapes, layer(i, "attention"), hidden, hidden);
      norm(shapes, layer(i, "attention.norm"));
      linear(shapes, layer(i, "inner"), inner, hidden);
      linear(shapes, layer(i, "outer"), hidden, inner);
      norm(shapes, layer(i, "outer.norm"));
    }
    linear(shapes, "head", labels(), hidden);
    return shapes;
  }

  /** The name of a layer's part. */
  public static String layer(int index, String part) {
    return "layer." + index + "." + part;
  }

  private static void linear(Map<String, int[]> shapes, String name, int out, int in) {
    shapes.put(name + ".weight", new int[] {out, in});
    shapes.put(name + ".bias", new int[] {out});
  }

  private void norm(Map<String, int[]> shapes, String name) {
    shapes.put(name + ".weight", new int[] {hidden});
    shapes.put(name + ".bias", new int[] {hidden});
  }
}
