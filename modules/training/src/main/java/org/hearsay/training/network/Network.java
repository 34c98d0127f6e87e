package org.hearsay.training.network;

import static org.hearsay.training.network.Architecture.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.encoder.ModelInput;
import org.hearsay.encoder.RoleInput;
import org.jspecify.annotations.Nullable;

/**
 * BERT (Devlin et al. 2019) with one linear head, forward. Arrays of a pass belong to the pass's
 * manager and end with it; parameters belong to the one given at the start.
 */
public final class Network {
  /** As in BERT. */
  public static final float EPSILON = 1e-12f;

  /** Far enough below every score: its exponential is 0. */
  private static final float NEVER = -1e4f;

  private final Architecture architecture;
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();

  public Network(NDManager manager, Weights weights) {
    architecture = weights.architecture();
    architecture
        .parameters()
        .forEach(
            (name, shape) -> {
              long[] sizes = Arrays.stream(shape).asLongStream().toArray();
              if (isConvolution(name, shape)) {
                sizes = new long[] {sizes[0], sizes[1], 1, 1};
              }
              parameters.put(name, manager.create(weights.get(name), new Shape(sizes)));
            });
  }

  private static boolean isConvolution(String name, int[] shape) {
    return name.startsWith("layer.") && shape.length == 2;
  }

  /** The parameters by name, to be trained. */
  public Map<String, NDArray> parameters() {
    return parameters;
  }

  /** A copy of the parameters. */
  public Weights weights() {
    Map<String, float[]> values = new LinkedHashMap<>();
    parameters.forEach((name, numbers) -> values.put(name, numbers.toFloatArray()));
    return new Weights(architecture, values);
  }

  /**
   * The log-probabilities of the labels of each word, [words, 6]; those of the other pass's labels
   * mean nothing.
   *
   * @param pass owns what is computed
   * @param batch the examples
   * @param dropout null to keep everything
   */
  public NDArray logProbabilities(NDManager pass, LabelledBatch batch, @Nullable Dropout dropout) {
    int words = batch.places().length;
    NDArray pieces = hidden(pass, batch.input(), dropout);
    NDArray places = pass.create(batch.places(), new Shape(words));
    NDArray first = rows(places, pieces.reshape(-1, architecture.hidden()));
    float[] never = new float[words * Architecture.LABELS];
    for (int i = 0; i < never.length; i++) {
      int word = i / Architecture.LABELS;
      boolean other =
          LabelledBatch.isMarked(i % Architecture.LABELS)
              != LabelledBatch.isMarked(batch.labels()[word]);
      never[i] = other ? NEVER : 0;
    }
    return Linear.linear(first, get("head.weight"), get("head.bias"))
        .singletonOrThrow()
        .add(pass.create(never, new Shape(words, Architecture.LABELS)))
        .logSoftmax(-1);
  }

  /**
   * The log-probabilities of the three labels of each word, [words, 3], by layers that read on from
   * what others said of its pieces.
   *
   * @param pass owns what is computed
   * @param input what was said, and which pieces are marked
   * @param places of each word that is asked about, the place of its first piece in the input, row
   *     after row
   * @param dropout null to keep everything
   */
  public NDArray roleLogProbabilities(
      NDManager pass, RoleInput input, long[] places, @Nullable Dropout dropout) {
    long rows = input.rows();
    long width = input.width();
    NDArray states = pass.create(input.states(), new Shape(rows, width, architecture.hidden()));
    NDArray x = states.add(rows(pass.create(input.marks(), new Shape(rows, width)), get("type")));
    NDArray pieces = layers(pass, x, mask(pass, input.mask(), rows, width), dropout);
    NDArray first =
        rows(
            pass.create(places, new Shape(places.length)),
            pieces.reshape(-1, architecture.hidden()));
    return Linear.linear(first, get("head.weight"), get("head.bias"))
        .singletonOrThrow()
        .logSoftmax(-1);
  }

  private static NDArray mask(NDManager pass, long[] here, long rows, long width) {
    float[] padding = new float[here.length];
    for (int i = 0; i < padding.length; i++) {
      padding[i] = here[i] == 1 ? 0 : NEVER;
    }
    return pass.create(padding, new Shape(rows, 1, 1, width));
  }

  private NDArray hidden(NDManager pass, ModelInput input, @Nullable Dropout dropout) {
    long rows = input.rows();
    long width = input.width();
    NDArray x =
        rows(pass.create(input.ids(), new Shape(rows, width)), get("word"))
            .add(rows(pass.arange((int) width).toType(DataType.INT64, false), get("position")))
            .add(rows(pass.create(input.types(), new Shape(rows, width)), get("type")));
    x = drop(norm(x, "norm"), dropout);
    return layers(pass, x, mask(pass, input.mask(), rows, width), dropout);
  }

  /** All layers, of [rows, width, hidden]; the mask is 0 for a piece, far below it for padding. */
  private NDArray layers(NDManager pass, NDArray from, NDArray mask, @Nullable Dropout dropout) {
    long rows = from.getShape().get(0);
    long width = from.getShape().get(1);
    int heads = architecture.heads();
    int headWidth = architecture.headWidth();
    int hidden = architecture.hidden();
    // An array of the pass, since it has to live until the backward pass has read it.
    NDArray scale = pass.create((float) (1 / Math.sqrt(headWidth)));
    NDArray x = from;
    for (int i = 0; i < architecture.layers(); i++) {
      NDList parts = linear(x, layer(i, "qkv")).split(3, 2);
      NDArray query = heads(parts.get(0).mul(scale), rows, width);
      NDArray key = heads(parts.get(1), rows, width);
      NDArray value = heads(parts.get(2), rows, width);
      NDArray attention =
          query
              .matMul(key.transpose(0, 2, 1))
              .reshape(rows, heads, width, width)
              .add(mask)
              .softmax(-1)
              .reshape(rows * heads, width, width);
      NDArray context =
          attention
              .matMul(value)
              .reshape(rows, heads, width, headWidth)
              .transpose(0, 2, 1, 3)
              .reshape(rows, width, hidden);
      x =
          norm(
              drop(linear(context, layer(i, "attention")), dropout).add(x),
              layer(i, "attention.norm"));
      NDArray inner = linear(x, layer(i, "inner")).getNDArrayInternal().gelu();
      x = norm(drop(linear(inner, layer(i, "outer")), dropout).add(x), layer(i, "outer.norm"));
    }
    return drop(x, dropout);
  }

  private static NDArray drop(NDArray x, @Nullable Dropout dropout) {
    return dropout == null ? x : dropout.drop(x);
  }

  private NDArray heads(NDArray x, long rows, long width) {
    int heads = architecture.heads();
    int headWidth = architecture.headWidth();
    return x.reshape(rows, width, heads, headWidth)
        .transpose(0, 2, 1, 3)
        .reshape(rows * heads, width, headWidth);
  }

  private NDArray norm(NDArray x, String name) {
    return LayerNorm.layerNorm(
            x,
            new Shape(architecture.hidden()),
            get(name + ".weight"),
            get(name + ".bias"),
            EPSILON)
        .singletonOrThrow();
  }

  /**
   * A linear layer, as a convolution of width 1 over memory in which a piece's numbers lie
   * together: PyTorch gives it to oneDNN, which is a third faster here than its matrix product.
   */
  private NDArray linear(NDArray x, String name) {
    Shape shape = x.getShape();
    long pieces = shape.get(0) * shape.get(1);
    NDArray weight = get(name + ".weight");
    NDArray channelsLast = x.reshape(1, pieces, 1, shape.get(2)).transpose(0, 3, 1, 2);
    return channelsLast
        .getNDArrayInternal()
        .convolution(
            channelsLast,
            weight,
            get(name + ".bias"),
            new Shape(1, 1),
            new Shape(0, 0),
            new Shape(1, 1),
            1)
        .singletonOrThrow()
        .transpose(0, 2, 3, 1)
        .reshape(shape.get(0), shape.get(1), weight.getShape().get(0));
  }

  private static NDArray rows(NDArray indexes, NDArray table) {
    return indexes
        .getNDArrayInternal()
        .embedding(indexes, table, SparseFormat.DENSE)
        .singletonOrThrow();
  }

  private NDArray get(String name) {
    NDArray parameter = parameters.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return parameter;
  }
}
