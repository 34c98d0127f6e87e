package org.hearsay.encoder.sentences;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.text.BoundedCache;
import org.hearsay.text.Span;
import org.hearsay.text.WorkBudget;

/**
 * Reads sentences for linear models, each once: what was read is remembered by its exact text, so
 * that republished sentences, and a second model, cost no second reading. Threads may share it.
 */
public final class SentenceReader {
  /** What remembered sentences may take, in bytes: those of some thousand articles. */
  private static final long MOST_REMEMBERED = 32L << 20;

  private final SentenceEncoder encoder;
  private final List<LinearModel> models;
  private final BoundedCache<String, ReadSentence> read =
      new BoundedCache<>(MOST_REMEMBERED, ReadSentence::bytes);

  /**
   * Keeps the encoder, which stays the caller's to close.
   *
   * @param models the models that may ask
   */
  public SentenceReader(SentenceEncoder encoder, List<LinearModel> models) {
    this.encoder = encoder;
    this.models = List.copyOf(models);
  }

  /**
   * Reads sentences of a text, each for itself.
   *
   * @param text the text
   * @param sentences where they stand in it, in UTF-16 code units
   * @return one each, in order
   */
  public List<ReadSentence> read(String text, List<Span> sentences) {
    return read(text, sentences, WorkBudget.unlimited());
  }

  /**
   * The same in no more time than is given, but for one sentence.
   *
   * @return one each, in order, as many as there was time for
   */
  public List<ReadSentence> read(String text, List<Span> sentences, WorkBudget budget) {
    List<ReadSentence> out = new ArrayList<>(sentences.size());
    for (Span sentence : sentences) {
      if (budget.isSpent()) {
        break;
      }
      out.add(read.get(sentence.of(text), this::read).at(sentence.start()));
    }
    return out;
  }

  private ReadSentence read(String sentence) {
    Span whole = new Span(0, sentence.length());
    return ReadSentence.of(encoder.encode(sentence, List.of(whole)).get(0), models);
  }
}
