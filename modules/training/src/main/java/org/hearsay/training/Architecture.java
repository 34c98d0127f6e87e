package org.hearsay.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.encoder.ModelInput;

/**
 * The size of a BERT encoder with the claim tagger's head.
 *
 * @param vocabulary how many pieces it knows
 * @param positions the longest input, in pieces
 * @param hidden the width of a piece's vector
 * @param heads how many heads share that width in attention
 * @param layers how many layers
 * @param inner the width inside a layer's second half
 */
record Architecture(int vocabulary, int positions, int hidden, int heads, int layers, int inner) {
  /** O, B, I of cues, then O, source, content. */
  static final int LABELS = 6;

  /** The labels of one pass. */
  static final int PASS_LABELS = 3;

  /** The types of a piece: each shape, plain and marked. */
  static final int TYPES = 2 * ModelInput.SHAPES;

  /** Six layers of 384: what training starts from. */
  static Architecture miniLm() {
    return new Architecture(30522, 512, 384, 12, 6, 1536);
  }

  /** The same with another number of layers. */
  Architecture withLayers(int count) {
    return new Architecture(vocabulary, positions, hidden, heads, count, inner);
  }

  /** How wide one head is. */
  int headWidth() {
    return hidden / heads;
  }

  /** The name and the shape of every parameter, in a fixed order; matrices are [out, in]. */
  Map<String, int[]> parameters() {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    shapes.put("word", new int[] {vocabulary, hidden});
    shapes.put("position", new int[] {positions, hidden});
    shapes.put("type", new int[] {TYPES, hidden});
    norm(shapes, "norm");
    for (int i = 0; i < layers; i++) {
      linear(shapes, layer(i, "qkv"), 3 * hidden, hidden);
      linear(shapes, layer(i, "attention"), hidden, hidden);
      norm(shapes, layer(i, "attention.norm"));
      linear(shapes, layer(i, "inner"), inner, hidden);
      linear(shapes, layer(i, "outer"), hidden, inner);
      norm(shapes, layer(i, "outer.norm"));
    }
    linear(shapes, "head", LABELS, hidden);
    return shapes;
  }

  /** The name of a layer's part. */
  static String layer(int index, String part) {
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
