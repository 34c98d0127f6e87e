package org.hearsay.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A model that says one of three things of each word of its input, in one kind of pass or another:
 * an ONNX graph and the session that runs it. Threads may share it: each call runs on its caller's
 * thread alone.
 */
final class WordModel implements AutoCloseable {
  /** Padded pieces of a batch: enough to keep the arithmetic busy, small enough for the cache. */
  private static final int BATCH_PIECES = 1024;

  private static final int LABELS = 6;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String name;

  private WordModel(byte[] model, String name) {
    this.name = name;
    this.environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      this.session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be loaded: " + name, e);
    }
  }

  /**
   * Loads a model that ships with this library.
   *
   * @throws IllegalStateException when it is missing or the runtime refuses it
   */
  static WordModel bundled(String name) {
    try (InputStream model = WordModel.class.getResourceAsStream(name)) {
      if (model == null) {
        throw new IllegalStateException("the library holds no " + name);
      }
      return new WordModel(model.readAllBytes(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Loads a model from a file.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalStateException when the runtime refuses it
   */
  static WordModel of(Path model) throws IOException {
    return new WordModel(Files.readAllBytes(model), model.toString());
  }

  /**
   * The probabilities of three labels, for each word of each window, word after word.
   *
   * @param firstLabel the first of the three among the model's six outputs
   */
  float[][] run(List<Window> windows, int firstLabel) {
    float[][] read = new float[windows.size()][];
    int[] length = new int[windows.size()];
    Arrays.setAll(length, i -> windows.get(i).length());
    // Windows of one length share a batch, so that little of it is padding.
    List<Integer> order =
        IntStream.range(0, length.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> length[i]))
            .toList();
    int from = 0;
    while (from < order.size()) {
      int to = from + 1;
      while (to < order.size() && (to - from + 1) * length[order.get(to)] <= BATCH_PIECES) {
        to++;
      }
      try {
        runBatch(windows, order.subList(from, to), firstLabel, read);
      } catch (OrtException e) {
        throw new IllegalStateException("the model failed: " + name, e);
      }
      from = to;
    }
    return read;
  }

  private void runBatch(List<Window> windows, List<Integer> batch, int firstLabel, float[][] read)
      throws OrtException {
    ModelInput input = ModelInput.of(batch.stream().map(windows::get).toList());
    long[] dimensions = {input.rows(), input.width()};
    try (OnnxTensor idTensor =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(input.ids()), dimensions);
        OnnxTensor maskTensor =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(input.mask()), dimensions);
        OnnxTensor typeTensor =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(input.types()), dimensions);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids", idTensor,
                    "attention_mask", maskTensor,
                    "token_type_ids", typeTensor))) {
      FloatBuffer scores = ((OnnxTensor) result.get(0)).getFloatBuffer();
      for (int row = 0; row < input.rows(); row++) {
        Window window = windows.get(batch.get(row));
        float[] probabilities = new float[3 * window.size()];
        int[] pieces = window.firstPieces();
        for (int i = 0; i < pieces.length; i++) {
          int piece = row * input.width() + pieces[i];
          softmax(scores, piece * LABELS + firstLabel, probabilities, 3 * i);
        }
        read[batch.get(row)] = probabilities;
      }
    }
  }

  private static void softmax(FloatBuffer scores, int at, float[] out, int to) {
    float most = Math.max(scores.get(at), Math.max(scores.get(at + 1), scores.get(at + 2)));
    float sum = 0;
    for (int k = 0; k < 3; k++) {
      out[to + k] = (float) Math.exp(scores.get(at + k) - most);
      sum += out[to + k];
    }
    for (int k = 0; k < 3; k++) {
      out[to + k] /= sum;
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be closed: " + name, e);
    }
  }
}
