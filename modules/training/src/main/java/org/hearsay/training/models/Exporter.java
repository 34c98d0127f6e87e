package org.hearsay.training.models;

import static org.hearsay.training.models.OnnxGraph.attribute;
import static org.hearsay.training.network.Architecture.layer;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.Network;
import org.hearsay.training.network.Weights;
import org.jspecify.annotations.Nullable;

/**
 * Writes weights as the ONNX graph that the encoder module runs: {@code input_ids}, {@code
 * attention_mask} and {@code token_type_ids}, each [batch, pieces], give {@code logits}, [batch,
 * pieces, 6].
 *
 * <p>In bytes: what a layer multiplies by has a scale a column, what it is given is quantised as it
 * comes (DynamicQuantizeLinear, MatMulInteger: ONNX Runtime makes one kernel of them), word vectors
 * have a scale each. Attention, norms and the head stay floats.
 */
public final class Exporter {
  private static final float NEVER = -1e4f;

  private final Weights weights;
  private final Architecture architecture;
  private final boolean quantized;
  private final OnnxGraph graph = new OnnxGraph("claim-tagger");

  private Exporter(Weights weights, boolean quantized) {
    this.weights = weights;
    this.architecture = weights.architecture();
    this.quantized = quantized;
  }

  /**
   * Writes a model.
   *
   * @param weights the weights
   * @param quantized in bytes, which a processor runs faster, or in floats
   * @param file the file, replaced when it is there
   */
  public static void write(Weights weights, boolean quantized, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      Exporter exporter = new Exporter(weights, quantized);
      exporter.build();
      exporter.graph.model().writeTo(out);
    }
  }

  /**
   * Writes layers that read on from a middle layer of a claim tagger: {@code states}, [1, pieces,
   * hidden], and {@code marks}, [1, pieces], give {@code logits}, [1, pieces, 3].
   *
   * @param weights the weights
   * @param quantized in bytes, which a processor runs faster, or in floats
   * @param notes what else to write into the model, by name
   * @param file the file, replaced when it is there
   */
  public static void writeRoles(
      Weights weights, boolean quantized, Map<String, String> notes, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      Exporter exporter = new Exporter(weights, quantized);
      exporter.buildRoles();
      ModelProto.Builder model = exporter.graph.model().toBuilder();
      notes.forEach((key, value) -> model.addMetadataProps(TaggerModel.note(key, value)));
      model.build().writeTo(out);
    }
  }

  private void build() {
    graph.input("input_ids", "batch", "pieces");
    graph.input("attention_mask", "batch", "pieces");
    graph.input("token_type_ids", "batch", "pieces");
    String mask = mask();
    String x = norm(add(add(words(), positions()), types()), "norm");
    head(layers(x, mask), "batch");
  }

  private void buildRoles() {
    graph.floatInput("states", "batch", "pieces", String.valueOf(architecture.hidden()));
    graph.input("marks", "batch", "pieces");
    String marks =
        graph.node(
            "Gather",
            List.of(
                graph.floats(
                    "type", weights.get("type"), architecture.types(), architecture.hidden()),
                "marks"));
    // Rows come one by one: none is padded.
    head(layers(add("states", marks), null), "batch");
  }

  private String layers(String from, @Nullable String mask) {
    String x = from;
    for (int i = 0; i < architecture.layers(); i++) {
      x =
          norm(
              add(linear(attention(x, mask, i), layer(i, "attention")), x),
              layer(i, "attention.norm"));
      String inner = graph.node("Gelu", List.of(linear(x, layer(i, "inner"))));
      x = norm(add(linear(inner, layer(i, "outer")), x), layer(i, "outer.norm"));
    }
    return x;
  }

  private void head(String x, String rows) {
    String product = graph.node("MatMul", List.of(x, matrix("head.weight", 0)));
    graph.node("Add", List.of(product, bias("head", 0)), List.of("logits"));
    graph.output("logits", rows, "pieces", String.valueOf(architecture.labels()));
  }

  /** [batch, 1, 1, pieces]: 0 for a piece, a large negative number for padding. */
  private String mask() {
    String here = cast("attention_mask");
    String gone = graph.node("Sub", List.of(graph.floats("one", new float[] {1}), here));
    String far = graph.node("Mul", List.of(gone, graph.floats("never", new float[] {NEVER})));
    return graph.node("Unsqueeze", List.of(far, graph.longs("middle", 1, 2)));
  }

  private String words() {
    int hidden = architecture.hidden();
    float[] table = weights.get("word");
    if (!quantized) {
      return graph.node(
          "Gather",
          List.of(graph.floats("word", table, architecture.vocabulary(), hidden), "input_ids"));
    }
    Quantized bytes = Quantized.byRow(table, architecture.vocabulary(), hidden);
    String rows =
        graph.node(
            "Gather",
            List.of(
                graph.bytes("word", bytes.values(), architecture.vocabulary(), hidden),
                "input_ids"));
    String scales =
        graph.node(
            "Gather",
            List.of(
                graph.floats("word.scale", bytes.scales(), architecture.vocabulary(), 1),
                "input_ids"));
    return graph.node("Mul", List.of(cast(rows), scales));
  }

  private String positions() {
    String shape = graph.node("Shape", List.of("input_ids"), attribute("start", 1L));
    return graph.node(
        "Slice",
        List.of(
            graph.floats(
                "position",
                weights.get("position"),
                architecture.positions(),
                architecture.hidden()),
            graph.longs("from", 0),
            shape));
  }

  private String types() {
    return graph.node(
        "Gather",
        List.of(
            graph.floats("type", weights.get("type"), architecture.types(), architecture.hidden()),
            "token_type_ids"));
  }

  private String attention(String x, @Nullable String mask, int layer) {
    String all = linear(x, layer(layer, "qkv"));
    List<String> parts = List.of(all + "_query", all + "_key", all + "_value");
    graph.node("Split", List.of(all), parts, attribute("axis", 2L), attribute("num_outputs", 3L));
    String query = heads(parts.get(0), 0, 2, 1, 3);
    String key = heads(parts.get(1), 0, 2, 3, 1);
    String value = heads(parts.get(2), 0, 2, 1, 3);
    String product = graph.node("MatMul", List.of(query, key));
    String scores = mask == null ? product : add(product, mask);
    String shares = graph.node("Softmax", List.of(scores), attribute("axis", -1L));
    String mixed =
        graph.node(
            "Transpose",
            List.of(graph.node("MatMul", List.of(shares, value))),
            attribute("perm", 0, 2, 1, 3));
    return graph.node(
        "Reshape", List.of(mixed, graph.longs(graph.name("shape"), 0, 0, architecture.hidden())));
  }

  private String heads(String x, long... order) {
    String split =
        graph.node(
            "Reshape",
            List.of(
                x,
                graph.longs(
                    graph.name("shape"), 0, 0, architecture.heads(), architecture.headWidth())));
    return graph.node("Transpose", List.of(split), attribute("perm", order));
  }

  private String linear(String x, String name) {
    int[] shape = shape(name + ".weight");
    int out = shape[0];
    int in = shape[1];
    int scaled = name.endsWith(".qkv") ? architecture.hidden() : 0;
    String product;
    if (quantized) {
      Quantized bytes = Quantized.byColumn(columns(name + ".weight", scaled), in, out);
      String quantizedX = graph.name("bytes");
      String scale = graph.name("scale");
      String zero = graph.name("zero");
      graph.node("DynamicQuantizeLinear", List.of(x), List.of(quantizedX, scale, zero));
      String whole =
          graph.node(
              "MatMulInteger",
              List.of(
                  quantizedX,
                  graph.bytes(name + ".weight", bytes.values(), in, out),
                  zero,
                  graph.bytes(name + ".zero", new byte[out], out)));
      String scales =
          graph.node("Mul", List.of(scale, graph.floats(name + ".scale", bytes.scales(), out)));
      product = graph.node("Mul", List.of(cast(whole), scales));
    } else {
      product = graph.node("MatMul", List.of(x, matrix(name + ".weight", scaled)));
    }
    return add(product, bias(name, scaled));
  }

  /** Queries are divided by the square root of a head's width: here once, not at every run. */
  private float[] columns(String name, int scaled) {
    int[] shape = shape(name);
    float[] rows = weights.get(name).clone();
    for (int i = 0; i < scaled * shape[1]; i++) {
      rows[i] *= queryScale();
    }
    return StartWeights.transposed(rows, shape[0], shape[1]);
  }

  private float queryScale() {
    return (float) (1 / Math.sqrt(architecture.headWidth()));
  }

  private String matrix(String name, int scaled) {
    int[] shape = shape(name);
    return graph.floats(name, columns(name, scaled), shape[1], shape[0]);
  }

  private String bias(String name, int scaled) {
    float[] numbers = weights.get(name + ".bias").clone();
    for (int i = 0; i < scaled; i++) {
      numbers[i] *= queryScale();
    }
    return graph.floats(name + ".bias", numbers, numbers.length);
  }

  private String norm(String x, String name) {
    int hidden = architecture.hidden();
    return graph.node(
        "LayerNormalization",
        List.of(
            x,
            graph.floats(name + ".weight", weights.get(name + ".weight"), hidden),
            graph.floats(name + ".bias", weights.get(name + ".bias"), hidden)),
        attribute("axis", -1L),
        attribute("epsilon", Network.EPSILON));
  }

  private String add(String left, String right) {
    return graph.node("Add", List.of(left, right));
  }

  private String cast(String x) {
    return graph.node(
        "Cast", List.of(x), attribute("to", (long) TensorProto.DataType.FLOAT.getNumber()));
  }

  private int[] shape(String name) {
    int[] shape = architecture.parameters().get(name);
    if (shape == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return shape;
  }
}
