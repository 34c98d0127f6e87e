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
import java.util.List;
import java.util.Map;
import org.hearsay.text.BoundedCache;

/**
 * A model that says one of three things of each word of its input, in one kind of pass or another:
 * an ONNX graph and the session that runs it. Threads may share it: each call runs on its caller's
 * thread alone.
 */
final class WordModel implements AutoCloseable {
  /** What remembered answers may take, in bytes: those of some thousand articles. */
  private static final long MOST_REMEMBERED = 64L << 20;

  /** About what an answer takes besides its numbers, and its key beside them. */
  private static final int BYTES_AN_ANSWER = 200;

  /** Marks a word's beginning in a key. */
  private static final char WORD = 0x8000;

  private static final int LABELS = 6;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String name;

  /** Republished text is read once: the same paragraph gives the same windows. */
  private final BoundedCache<String, float[]> known =
      new BoundedCache<>(MOST_REMEMBERED, read -> BYTES_AN_ANSWER + 2L * Float.BYTES * read.length);

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
   * The probabilities of three labels, for each word of each window, word after word. They are
   * remembered and given to others: not to be written to.
   *
   * <p>Each window is read by itself: the integers of all rows of a batch are scaled together, so
   * that a window would read otherwise beside others. Batches are no faster.
   *
   * @param firstLabel the first of the three among the model's six outputs
   */
  float[][] run(List<Window> windows, int firstLabel) {
    float[][] read = new float[windows.size()][];
    Arrays.setAll(
        read,
        i -> known.get(key(windows.get(i), firstLabel), key -> run(windows.get(i), firstLabel)));
    return read;
  }

  /** All that the answer depends on: the pieces, and of each word its shape and its mark. */
  private static String key(Window window, int firstLabel) {
    StringBuilder key = new StringBuilder(2 * window.length());
    key.append((char) firstLabel);
    for (int i = window.first(); i < window.end(); i++) {
      Word word = window.words().get(i);
      // A word's beginning cannot be taken for a piece: the vocabulary has 30,522 of those.
      key.append((char) (WORD + word.shape() + (window.marks(i) ? ModelInput.SHAPES : 0)));
      for (int piece = 0; piece < word.size(); piece++) {
        key.append((char) word.piece(piece));
      }
    }
    return key.toString();
  }

  private float[] run(Window window, int firstLabel) {
    ModelInput input = ModelInput.of(List.of(window));
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
      float[] probabilities = new float[3 * window.size()];
      int[] pieces = window.firstPieces();
      for (int i = 0; i < pieces.length; i++) {
        softmax(scores, pieces[i] * LABELS + firstLabel, probabilities, 3 * i);
      }
      return probabilities;
    } catch (OrtException e) {
      throw new IllegalStateException("the model failed: " + name, e);
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
