package org.hearsay.claims;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.encoder.sentences.LinearModel;
import org.hearsay.encoder.sentences.ReadSentence;
import org.hearsay.encoder.sentences.SentenceReader;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.text.Span;
import org.hearsay.text.SpanIndex;
import org.hearsay.text.WorkBudget;

/**
 * How likely people would find what a claim says worth checking: a statement about facts that
 * matters, rather than an opinion, a wish or small talk. Immutable: threads may share one.
 */
public final class CheckWorthiness {
  private final LinearModel model;
  private final SentenceReader reader;

  /**
   * Keeps the reader.
   *
   * @param model {@link #model}
   * @param reader one that reads for the model
   */
  public CheckWorthiness(LinearModel model, SentenceReader reader) {
    this.model = model;
    this.reader = reader;
  }

  /** Loads the model that ships with this library. */
  public static LinearModel model() {
    return LinearModel.load(CheckWorthiness.class, "check-worthiness-model.txt");
  }

  /**
   * Rates claims. Only the words of a claim's content count, read in their sentences.
   *
   * @param text the text
   * @param claims its claims
   * @return one a claim, in order, 0..1
   */
  public List<Double> of(AnnotatedText text, List<Claim> claims) {
    return of(text, claims, WorkBudget.unlimited());
  }

  /**
   * The same in no more time than is given, but for one sentence: what there is no time for is as
   * likely as what says nothing.
   */
  public List<Double> of(AnnotatedText text, List<Claim> claims, WorkBudget budget) {
    List<Span> sentences = text.sentences().stream().map(Sentence::span).toList();
    List<ReadSentence> read = reader.read(text.text(), sentences, budget);
    SpanIndex places = SpanIndex.of(sentences.subList(0, read.size()), span -> span);
    List<Double> out = new ArrayList<>(claims.size());
    for (Claim claim : claims) {
      List<ReadSentence> touched = places.overlapping(claim.content(), read);
      out.add(
          model.probability(
              touched, word -> claim.content().stream().anyMatch(part -> part.overlaps(word))));
    }
    return out;
  }
}
