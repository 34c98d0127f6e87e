package org.hearsay.training.models;

import static org.hearsay.training.network.Architecture.layer;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.training.TrainingException;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.Weights;

/** A claim tagger as {@link Exporter} wrote it, taken apart again. */
public final class TaggerModel {
  private static final String STATES = "states";
  private static final int NAME_LENGTH = 16;

  private final Path file;
  private final Architecture whole;
  private final ModelProto model;
  private final String name;
  private final Map<String, TensorProto> constants = new HashMap<>();

  private TaggerModel(Path file, Architecture whole, byte[] bytes) throws IOException {
    this.file = file;
    this.whole = whole;
    this.model = ModelProto.parseFrom(bytes);
    this.name = name(model);
    for (TensorProto tensor : model.getGraph().getInitializerList()) {
      constants.put(tensor.getName(), tensor);
    }
  }

  /**
   * Reads a file.
   *
   * @param whole the size of the encoder that it holds
   * @throws IOException when it cannot be read
   */
  public static TaggerModel read(Path file, Architecture whole) throws IOException {
    return new TaggerModel(file, whole, Files.readAllBytes(file));
  }

  /** Named by its weights: whatever else is written into it, its answers are the same. */
  private static String name(ModelProto model) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      model.getGraph().getInitializerList().forEach(tensor -> digest.update(tensor.toByteArray()));
      return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What tells it from others. */
  public String name() {
    return name;
  }

  /** A note for a model. */
  static StringStringEntryProto note(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  /**
   * Writes the same model, with what its layer says of each piece as an output more.
   *
   * @param layers how many layers that is after, 1 or more
   * @param to the file, replaced when it is there
   * @throws TrainingException when it has no such layer
   */
  public void writeReadable(int layers, Path to) throws IOException {
    List<String> norms = new ArrayList<>();
    for (NodeProto node : model.getGraph().getNodeList()) {
      if (node.getOpType().equals("LayerNormalization")) {
        norms.add(node.getOutput(0));
      }
    }
    // One norm before the layers, two in each.
    if (2 * layers >= norms.size()) {
      throw new TrainingException(file + ": has no layer " + layers);
    }
    ModelProto.Builder changed = model.toBuilder().clearMetadataProps();
    changed.addMetadataProps(note(ClaimTagger.NOTE, name));
    String last = norms.get(2 * layers);
    changed
        .getGraphBuilder()
        .clearOutput()
        .addOutput(model.getGraph().getOutput(0))
        .addNode(
            NodeProto.newBuilder()
                .setName(STATES)
                .setOpType("Identity")
                .addInput(last)
                .addOutput(STATES))
        .addOutput(
            OnnxGraph.value(
                STATES,
                TensorProto.DataType.FLOAT,
                List.of("batch", "pieces", String.valueOf(whole.hidden()))));
    Files.write(to, changed.build().toByteArray());
  }

  /**
   * Its layers from one on, as weights to start from: marks add nothing yet, and the head is that
   * of marked passes.
   *
   * @param from how many layers are left out
   */
  public Weights upper(int from) {
    Architecture architecture = whole.readingOn(whole.layers() - from);
    Map<String, float[]> values = new LinkedHashMap<>();
    values.put("type", new float[architecture.types() * architecture.hidden()]);
    architecture
        .parameters()
        .forEach(
            (parameter, shape) -> {
              if (parameter.startsWith("layer.")) {
                String[] parts = parameter.split("\\.", 3);
                values.put(
                    parameter, numbers(layer(from + Integer.parseInt(parts[1]), parts[2]), shape));
              }
            });
    values.put(
        "head.weight",
        marked(
            StartWeights.transposed(
                StartWeights.floats(constant("head.weight")), whole.hidden(), whole.labels())));
    values.put("head.bias", marked(StartWeights.floats(constant("head.bias"))));
    return new Weights(architecture, values);
  }

  /** The second half of the head's rows. */
  private static float[] marked(float[] rows) {
    float[] half = new float[rows.length / 2];
    System.arraycopy(rows, half.length, half, 0, half.length);
    return half;
  }

  /** A layer's parameter, [out, in], as the network wants it; queries undivided. */
  private float[] numbers(String parameter, int[] shape) {
    TensorProto tensor = constant(parameter);
    float[] numbers;
    if (shape.length == 1) {
      numbers = StartWeights.floats(tensor);
    } else if (tensor.getDataType() == TensorProto.DataType.INT8.getNumber()) {
      float[] scales =
          StartWeights.floats(constant(parameter.replaceFirst("\\.weight$", ".scale")));
      ByteString bytes = tensor.getRawData();
      numbers = new float[bytes.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = bytes.byteAt(i) * scales[i % scales.length];
      }
      numbers = StartWeights.transposed(numbers, shape[1], shape[0]);
    } else {
      numbers = StartWeights.transposed(StartWeights.floats(tensor), shape[1], shape[0]);
    }
    if (parameter.contains(".qkv.")) {
      float undo = (float) Math.sqrt(whole.headWidth());
      for (int i = 0; i < numbers.length / 3; i++) {
        numbers[i] *= undo;
      }
    }
    return numbers;
  }

  private TensorProto constant(String constant) {
    TensorProto tensor = constants.get(constant);
    if (tensor == null) {
      throw new TrainingException(
          file + ": has no " + constant + ": it is none that hearsay train wrote");
    }
    return tensor;
  }
}
