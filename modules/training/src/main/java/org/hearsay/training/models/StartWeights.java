package org.hearsay.training.models;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.hearsay.encoder.ModelInput;
import org.hearsay.training.TrainingException;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.Weights;

/**
 * Reads the encoders that training starts from, as PyTorch's exporter wrote them. Biases and tables
 * keep their names there; matrices have lost theirs, and are found through the node that multiplies
 * by them, whose output is named after its place in the model.
 */
public final class StartWeights {
  /** An encoder that others trained. */
  public enum Start {
    /** What ships: six layers. Apache-2.0. */
    STUDENT("all-MiniLM-L6-v2", "/all-minilm-l6-v2.onnx", 6),
    /** What teaches it: twelve layers as wide. MIT. */
    TEACHER("bge-small-en-v1.5", "/bge-small-en-v1.5.onnx", 12);

    private final String title;
    private final String file;
    private final int layers;

    Start(String title, String file, int layers) {
      this.title = title;
      this.file = file;
      this.layers = layers;
    }

    /** What it is called where it comes from. */
    public String title() {
      return title;
    }
  }

  private static final String[] ATTENTION = {"query", "key", "value"};

  private final Map<String, float[]> tensors = new HashMap<>();
  private final Architecture architecture;

  private StartWeights(ModelProto model, Architecture architecture) {
    this.architecture = architecture;
    Map<String, TensorProto> constants = new HashMap<>();
    for (TensorProto tensor : model.getGraph().getInitializerList()) {
      constants.put(tensor.getName(), tensor);
      if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
        tensors.put(tensor.getName(), floats(tensor));
      }
    }
    for (NodeProto node : model.getGraph().getNodeList()) {
      TensorProto matrix =
          node.getOpType().equals("MatMul") ? constants.get(node.getInput(1)) : null;
      if (matrix != null) {
        String place =
            node.getOutput(0).replaceFirst("^/", "").replaceFirst("/MatMul_output_0$", "");
        tensors.put(
            place.replace('/', '.') + ".weight",
            transposed(floats(matrix), (int) matrix.getDims(0), (int) matrix.getDims(1)));
      }
    }
  }

  /**
   * Reads the file that the build brings along, and adds an untrained head.
   *
   * @param start which
   * @param seed the head's
   * @throws IOException when it cannot be read
   */
  public static Weights read(Start start, long seed) throws IOException {
    try (InputStream in = StartWeights.class.getResourceAsStream(start.file)) {
      if (in == null) {
        throw new TrainingException(
            start.file + " is not on the class path: run it as hearsay train");
      }
      Architecture architecture = Architecture.miniLm().withLayers(start.layers);
      return new StartWeights(ModelProto.parseFrom(in), architecture).weights(seed);
    }
  }

  private Weights weights(long seed) {
    Map<String, float[]> values = new LinkedHashMap<>();
    values.put("word", tensor("embeddings.word_embeddings.weight"));
    values.put("position", tensor("embeddings.position_embeddings.weight"));
    values.put("type", types(tensor("embeddings.token_type_embeddings.weight")));
    copy("embeddings.LayerNorm", "norm", values);
    for (int i = 0; i < architecture.layers(); i++) {
      String from = "encoder.layer." + i + ".";
      values.put(Architecture.layer(i, "qkv.weight"), joined(from + "attention.self.", ".weight"));
      values.put(Architecture.layer(i, "qkv.bias"), joined(from + "attention.self.", ".bias"));
      copy(from + "attention.output.dense", Architecture.layer(i, "attention"), values);
      copy(from + "attention.output.LayerNorm", Architecture.layer(i, "attention.norm"), values);
      copy(from + "intermediate.dense", Architecture.layer(i, "inner"), values);
      copy(from + "output.dense", Architecture.layer(i, "outer"), values);
      copy(from + "output.LayerNorm", Architecture.layer(i, "outer.norm"), values);
    }
    values.put(
        "head.weight",
        Weights.untrained(Architecture.LABELS * architecture.hidden(), new Random(seed)));
    values.put("head.bias", new float[Architecture.LABELS]);
    return new Weights(architecture, values);
  }

  private void copy(String from, String to, Map<String, float[]> values) {
    values.put(to + ".weight", tensor(from + ".weight"));
    values.put(to + ".bias", tensor(from + ".bias"));
  }

  private float[] joined(String before, String after) {
    int size = tensor(before + ATTENTION[0] + after).length;
    float[] joined = new float[ATTENTION.length * size];
    for (int i = 0; i < ATTENTION.length; i++) {
      System.arraycopy(tensor(before + ATTENTION[i] + after), 0, joined, i * size, size);
    }
    return joined;
  }

  /** The start knows two types, first and second text: plain and marked begin from them. */
  private float[] types(float[] two) {
    int width = architecture.hidden();
    float[] types = new float[Architecture.TYPES * width];
    for (int type = 0; type < Architecture.TYPES; type++) {
      System.arraycopy(two, type < ModelInput.SHAPES ? 0 : width, types, type * width, width);
    }
    return types;
  }

  private float[] tensor(String name) {
    float[] tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalStateException("the encoder to start from has no " + name);
    }
    return tensor;
  }

  /** A constant's numbers. */
  static float[] floats(TensorProto tensor) {
    if (tensor.getRawData().isEmpty()) {
      float[] numbers = new float[tensor.getFloatDataCount()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = tensor.getFloatData(i);
      }
      return numbers;
    }
    float[] numbers = new float[tensor.getRawData().size() / Float.BYTES];
    tensor
        .getRawData()
        .asReadOnlyByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(numbers);
    return numbers;
  }

  /** From rows by columns to columns by rows. */
  static float[] transposed(float[] matrix, int rows, int columns) {
    float[] turned = new float[matrix.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = matrix[row * columns + column];
      }
    }
    return turned;
  }
}
