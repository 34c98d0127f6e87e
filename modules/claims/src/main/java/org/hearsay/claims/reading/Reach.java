package org.hearsay.claims.reading;

import java.util.List;
import org.hearsay.claims.Quotations;
import org.hearsay.claims.document.Document;
import org.hearsay.text.Sorted;
import org.hearsay.text.Span;

/**
 * How far from a cue its source and content are looked for: its sentence, and on from there through
 * neighbours that hold words in quotation marks, since a quotation runs over sentences and its
 * speaker may stand beside any of them. What the model is not shown costs no time; what the rest of
 * the paragraph says it knows from the pass that found the cue.
 */
public final class Reach {
  private final List<Span> sentences;
  private final boolean[] quoted;
  private final Span everything;

  public Reach(Document document, Quotations quotations) {
    this.sentences = document.sentences();
    this.everything = new Span(0, document.text().length());
    this.quoted = new boolean[sentences.size()];
    for (Quotations.Quotation quotation : quotations.all()) {
      int i = endingAfter(quotation.span().start());
      while (i < quoted.length && sentences.get(i).start() < quotation.span().end()) {
        quoted[i++] = true;
      }
    }
  }

  /**
   * The words that are read for a cue, in UTF-16 code units; all where sentences are not known. The
   * cue's own paragraph may end before them.
   */
  public Span of(Span cue) {
    int first = endingAfter(cue.start());
    if (first == sentences.size()) {
      return everything;
    }
    int last = first;
    while (last + 1 < sentences.size() && sentences.get(last).end() < cue.end()) {
      last++;
    }
    while (first > 0 && quoted[first - 1]) {
      first--;
    }
    while (last + 1 < sentences.size() && quoted[last + 1]) {
      last++;
    }
    return new Span(
        Math.min(sentences.get(first).start(), cue.start()),
        Math.max(sentences.get(last).end(), cue.end()));
  }

  /** The first sentence that ends after a place; their number where none does. */
  private int endingAfter(int place) {
    return Sorted.count(sentences.size(), i -> sentences.get(i).end() <= place);
  }
}
