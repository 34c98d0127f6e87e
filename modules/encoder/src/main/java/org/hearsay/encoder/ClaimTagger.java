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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hearsay.text.Span;

/**
 * Tells the words that attribute something (cues), and for each cue its source and its content. One
 * encoder does both: a plain pass over a paragraph finds cues, a pass with a cue's words marked
 * finds what belongs to it.
 *
 * <p>Threads may share one tagger: each call runs on its caller's thread alone, so that a machine
 * with as many callers as cores is full and not more than full. Closing it while a call runs is the
 * caller's mistake.
 */
public final class ClaimTagger implements AutoCloseable {
  private static final String MODEL = "claim-tagger.onnx";

  /** Padded pieces of a batch: enough to keep the arithmetic busy, small enough for the cache. */
  private static final int BATCH_PIECES = 1024;

  private static final int LABELS = 6;
  private static final int CUE_LABELS = 0;
  private static final int ROLE_LABELS = 3;

  private final WordPiece wordPiece;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private ClaimTagger(WordPiece wordPiece, byte[] model, String name) {
    this.wordPiece = wordPiece;
    this.environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      this.session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new IllegalStateException("the claim tagger's model cannot be loaded: " + name, e);
    }
  }

  /**
   * Loads the model that ships with this library.
   *
   * @throws IllegalStateException when the runtime refuses it
   */
  public static ClaimTagger load() {
    try (InputStream model = ClaimTagger.class.getResourceAsStream(MODEL)) {
      if (model == null) {
        throw new IllegalStateException("the library holds no " + MODEL);
      }
      return new ClaimTagger(WordPiece.bundled(), model.readAllBytes(), MODEL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Loads a model of one's own.
   *
   * @param wordPiece the vocabulary that it was trained with
   * @param model the ONNX file
   * @throws IOException when the file cannot be read
   * @throws IllegalStateException when the runtime refuses it
   */
  public static ClaimTagger load(WordPiece wordPiece, Path model) throws IOException {
    return new ClaimTagger(wordPiece, Files.readAllBytes(model), model.toString());
  }

  /**
   * Finds cues: one plain pass.
   *
   * @param text the text
   * @param paragraphs its paragraphs, in UTF-16 code units; nothing is read across them
   * @return one a paragraph, in order
   */
  public List<TaggedParagraph> tag(String text, List<Span> paragraphs) {
    Map<String, int[]> seen = new HashMap<>();
    List<Window> windows = new ArrayList<>();
    int[] firstWindow = new int[paragraphs.size() + 1];
    List<List<Word>> words = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      words.add(wordPiece.words(text, paragraphs.get(i), seen));
      windows.addAll(Window.over(words.get(i)));
      firstWindow[i + 1] = windows.size();
    }
    float[][] read = run(windows, CUE_LABELS);
    List<TaggedParagraph> tagged = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      float[] probabilities = new float[3 * words.get(i).size()];
      int[] depth = new int[words.get(i).size()];
      Arrays.fill(depth, -1);
      for (int w = firstWindow[i]; w < firstWindow[i + 1]; w++) {
        Window window = windows.get(w);
        for (int word = window.first(); word < window.end(); word++) {
          // Where windows overlap, a word takes the one that shows more of its surroundings.
          if (window.depth(word) > depth[word]) {
            depth[word] = window.depth(word);
            System.arraycopy(read[w], 3 * (word - window.first()), probabilities, 3 * word, 3);
          }
        }
      }
      tagged.add(new TaggedParagraph(words.get(i), probabilities));
    }
    return tagged;
  }

  /**
   * Finds the source and the content of cues: one marked pass a cue.
   *
   * @param requests the cues
   * @return one a cue, in order
   */
  public List<RoleTags> roles(List<CueRequest> requests) {
    List<Window> windows = new ArrayList<>();
    for (CueRequest request : requests) {
      windows.add(Window.around(request.paragraph().words(), request.first(), request.end()));
    }
    float[][] read = run(windows, ROLE_LABELS);
    List<RoleTags> roles = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      roles.add(new RoleTags(requests.get(i), windows.get(i).first(), read[i]));
    }
    return roles;
  }

  /** The probabilities of three labels, for each word of each window. */
  private float[][] run(List<Window> windows, int firstLabel) {
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
        throw new IllegalStateException("the claim tagger's model failed", e);
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
      throw new IllegalStateException("the claim tagger's model cannot be closed", e);
    }
  }
}
