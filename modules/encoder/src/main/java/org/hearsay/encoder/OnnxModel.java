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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX graph and the session that runs it. Threads may share it: each call runs on its caller's
 * thread alone, so that a machine with as many callers as cores is full and not more than full.
 */
public final class OnnxModel implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String name;

  /** Many run it at once; it is closed when none does. */
  private final ReadWriteLock running = new ReentrantReadWriteLock();

  private boolean closed;

  private OnnxModel(byte[] model, String name) {
    this.name = name;
    this.environment = LastingEnvironment.get();
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
  public static OnnxModel bundled(String name) {
    try (InputStream model = OnnxModel.class.getResourceAsStream(name)) {
      if (model == null) {
        throw new IllegalStateException("the library holds no " + name);
      }
      return new OnnxModel(model.readAllBytes(), name);
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
  public static OnnxModel of(Path model) throws IOException {
    return new OnnxModel(Files.readAllBytes(model), model.toString());
  }

  /** What it is called: a resource or a file. */
  public String name() {
    return name;
  }

  /** Whether it has an output of this name. */
  public boolean gives(String output) {
    return session.getOutputNames().contains(output);
  }

  /** What its maker wrote into it under this name; null for nothing. */
  public @Nullable String note(String key) {
    try {
      return session.getMetadata().getCustomMetadata().get(key);
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be read: " + name, e);
    }
  }

  /**
   * Runs the graph on one row.
   *
   * @param inputs long[] of one number a piece, or float[] of several, by name
   * @param pieces how many pieces the row has
   * @param outputs what is asked for
   * @return one array an output, in their order, numbers of a piece together
   * @throws CancellationException when the model is closed, which is no fault of the inputs
   * @throws IllegalStateException when the model refuses the inputs
   * @throws UncheckedIOException when the runtime fails, as where memory is short
   */
  public float[][] run(Map<String, Object> inputs, int pieces, List<String> outputs) {
    running.readLock().lock();
    try {
      if (closed) {
        throw new CancellationException("the model is closed: " + name);
      }
      return runOpen(inputs, pieces, outputs);
    } finally {
      running.readLock().unlock();
    }
  }

  private float[][] runOpen(Map<String, Object> inputs, int pieces, List<String> outputs) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (Map.Entry<String, Object> input : inputs.entrySet()) {
        tensors.put(input.getKey(), tensor(input.getValue(), pieces));
      }
      try (OrtSession.Result result = session.run(tensors, Set.copyOf(outputs))) {
        float[][] read = new float[outputs.size()][];
        for (int i = 0; i < read.length; i++) {
          FloatBuffer numbers =
              ((OnnxTensor) result.get(outputs.get(i)).orElseThrow()).getFloatBuffer();
          read[i] = new float[numbers.remaining()];
          numbers.get(read[i]);
        }
        return read;
      }
    } catch (OrtException e) {
      // A text can have a piece that the model does not know; memory and threads are not its own.
      if (e.getCode() == OrtException.OrtErrorCode.ORT_INVALID_ARGUMENT) {
        throw new IllegalStateException("the model refuses its inputs: " + name, e);
      }
      throw new UncheckedIOException(new IOException("the model failed: " + name, e));
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(Object numbers, int pieces) throws OrtException {
    return numbers instanceof float[] floats
        ? OnnxTensor.createTensor(
            environment, FloatBuffer.wrap(floats), new long[] {1, pieces, floats.length / pieces})
        : OnnxTensor.createTensor(
            environment, LongBuffer.wrap((long[]) numbers), new long[] {1, pieces});
  }

  /** Waits for the runs that have begun. A second call does nothing. */
  @Override
  public void close() {
    running.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be closed: " + name, e);
    } finally {
      running.writeLock().unlock();
    }
  }
}
