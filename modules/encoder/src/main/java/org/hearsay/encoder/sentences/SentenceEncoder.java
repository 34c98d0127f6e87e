package org.hearsay.encoder.sentences;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.encoder.OnnxModel;
import org.hearsay.encoder.Window;
import org.hearsay.encoder.Word;
import org.hearsay.encoder.WordPiece;
import org.hearsay.text.Span;

/**
 * Reads sentences with the first three layers of a small encoder trained on meaning (all-MiniLM-
 * L6-v2), not tuned to any question: linear models stand on what it says of each word. The lower
 * layers serve them better than the last, and cost half.
 *
 * <p>Threads may share one: each call runs on its caller's thread alone.
 */
public final class SentenceEncoder implements AutoCloseable {
  /** How many numbers a word's states are: two layers' of 384. */
  public static final int WIDTH = 768;

  private static final String MODEL = "sentence-encoder.onnx";
  private static final String STATES = "states";
  private static final int FRAME = 2;

  private final WordPiece wordPiece;
  private final OnnxModel model;

  private SentenceEncoder(WordPiece wordPiece, OnnxModel model) {
    this.wordPiece = wordPiece;
    this.model = model;
  }

  /**
   * Loads the model that ships with this library.
   *
   * @throws IllegalStateException when the runtime refuses it
   */
  public static SentenceEncoder load() {
    return new SentenceEncoder(WordPiece.bundled(), OnnxModel.bundled(MODEL));
  }

  /**
   * Reads spans of a text, each by itself: what is said of one depends on nothing else. Of a span
   * of more than 200 pieces the first 200 are read.
   *
   * @param text the text
   * @param spans the spans, sentences as a rule, in UTF-16 code units
   * @return one a span, in order; word spans are offsets into the whole text
   */
  public List<EncodedText> encode(String text, List<Span> spans) {
    Map<String, int[]> seen = new HashMap<>();
    List<EncodedText> encoded = new ArrayList<>(spans.size());
    for (Span span : spans) {
      List<Word> words = words(text, span, seen);
      encoded.add(run(words, length(words)));
    }
    return encoded;
  }

  /** The words of a span, as many as are read. */
  private List<Word> words(String text, Span span, Map<String, int[]> seen) {
    List<Word> words = wordPiece.words(text, span, seen);
    int pieces = 0;
    int end = 0;
    while (end < words.size() && pieces + words.get(end).size() <= Window.MOST_PIECES) {
      pieces += words.get(end++).size();
    }
    return List.copyOf(words.subList(0, end));
  }

  private static int length(List<Word> words) {
    return words.stream().mapToInt(Word::size).sum() + FRAME;
  }

  /**
   * The third layer's states of a text's pieces, the frame's too: what {@link MeaningEncoder} reads
   * on from.
   *
   * @return {@link MeaningEncoder#WIDTH} numbers a piece
   */
  float[] third(String text) {
    List<Word> words = words(text, new Span(0, text.length()), new HashMap<>());
    int length = length(words);
    float[] states = states(words, length);
    int width = MeaningEncoder.WIDTH;
    float[] out = new float[length * width];
    for (int piece = 0; piece < length; piece++) {
      System.arraycopy(states, piece * WIDTH + WIDTH - width, out, piece * width, width);
    }
    return out;
  }

  /**
   * No batches: the integers of all rows of one are scaled together, so that a sentence would read
   * otherwise beside others, and on sentences batches are no faster.
   */
  private EncodedText run(List<Word> words, int length) {
    float[] states = states(words, length);
    float[] sums = new float[words.size() * WIDTH];
    int piece = 1;
    for (int word = 0; word < words.size(); word++) {
      for (int k = 0; k < words.get(word).size(); k++, piece++) {
        for (int i = 0; i < WIDTH; i++) {
          sums[word * WIDTH + i] += states[piece * WIDTH + i];
        }
      }
    }
    return new EncodedText(words, sums);
  }

  /** What the model says of each piece, the frame's too: {@link #WIDTH} numbers a piece. */
  private float[] states(List<Word> words, int length) {
    long[] ids = new long[length];
    int at = 0;
    ids[at++] = WordPiece.FIRST;
    for (Word word : words) {
      for (int piece = 0; piece < word.size(); piece++) {
        ids[at++] = word.piece(piece);
      }
    }
    ids[at] = WordPiece.LAST;
    long[] mask = new long[length];
    Arrays.fill(mask, 1);
    Map<String, Object> inputs =
        Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", new long[length]);
    return model.run(inputs, length, List.of(STATES))[0];
  }

  @Override
  public void close() {
    model.close();
  }
}
