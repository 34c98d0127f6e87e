package org.hearsay.encoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.text.Span;
import org.hearsay.text.WorkBudget;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a sentence speaks of what it mentions: one pass a mention, with the mention's words
 * marked. Threads may share it, as they may a {@link ClaimTagger}.
 */
public final class ToneTagger implements AutoCloseable {
  /** What the model's three answers stand for: neither, badly, well. */
  public static final List<Integer> LABELS = List.of(0, -1, 1);

  /** Tone below this, to either side, is neither good nor bad. */
  public static final double NEUTRAL = .25;

  /** The least tone of what is likeliest good or bad; its distance survives rounding. */
  private static final double DECIDED = .26;

  private static final String MODEL = "tone.onnx";
  private static final int FIRST_LABEL = 3;

  private final WordPiece wordPiece;
  private final WordModel model;

  private ToneTagger(WordPiece wordPiece, WordModel model) {
    this.wordPiece = wordPiece;
    this.model = model;
  }

  /**
   * Loads the model that ships with this library.
   *
   * @throws IllegalStateException when the runtime refuses it
   */
  public static ToneTagger load() {
    return new ToneTagger(WordPiece.bundled(), WordModel.bundled(MODEL));
  }

  /**
   * Loads a model of one's own.
   *
   * @param wordPiece the vocabulary that it was trained with
   * @param model the ONNX file
   * @throws IOException when the file cannot be read
   * @throws IllegalStateException when the runtime refuses it
   */
  public static ToneTagger load(WordPiece wordPiece, Path model) throws IOException {
    return new ToneTagger(wordPiece, WordModel.of(model));
  }

  /**
   * A question: how does this sentence speak of this mention?
   *
   * @param sentence the sentence, in UTF-16 code units of the text
   * @param mention the mention, in the same units and within the sentence
   */
  public record Request(Span sentence, Span mention) {}

  /**
   * How sentences speak of mentions.
   *
   * @param text the text
   * @param requests the mentions
   * @return one a request, in order: from -1, badly, to 1, well; 0 where a mention has no word
   */
  public List<Double> tones(String text, List<Request> requests) {
    return tones(text, requests, WorkBudget.unlimited());
  }

  /**
   * The same in no more time than is given, but for one request.
   *
   * @return one a request, in order, as many as there was time for
   */
  public List<Double> tones(String text, List<Request> requests, WorkBudget budget) {
    Map<String, int[]> seen = new HashMap<>();
    Map<Span, List<Word>> sentences = new HashMap<>();
    List<Double> tones = new ArrayList<>();
    for (Request request : requests) {
      if (budget.isSpent()) {
        break;
      }
      List<Word> words =
          sentences.computeIfAbsent(
              request.sentence(), sentence -> wordPiece.words(text, sentence, seen));
      @Nullable Window around = Window.around(words, request.mention());
      if (around == null) {
        tones.add(0.0);
      } else {
        int word = around.markFirst() - around.first();
        tones.add(tone(model.read(around, FIRST_LABEL).probabilities(), 3 * word));
      }
    }
    return tones;
  }

  /**
   * The expected label of three probabilities, kept to the side of {@link #NEUTRAL} on which the
   * likeliest label lies: one number then says both how and how surely.
   */
  private static double tone(float[] probabilities, int at) {
    double tone = 0;
    int likeliest = 0;
    for (int k = 0; k < LABELS.size(); k++) {
      tone += LABELS.get(k) * probabilities[at + k];
      likeliest = probabilities[at + k] > probabilities[at + likeliest] ? k : likeliest;
    }
    int label = LABELS.get(likeliest);
    return label == 0
        ? Math.max(-NEUTRAL, Math.min(NEUTRAL, tone))
        : label * Math.max(DECIDED, label * tone);
  }

  /** -1, 0 or 1 for a tone. */
  public static int label(double tone) {
    return tone > NEUTRAL ? 1 : tone < -NEUTRAL ? -1 : 0;
  }

  @Override
  public void close() {
    model.close();
  }
}
