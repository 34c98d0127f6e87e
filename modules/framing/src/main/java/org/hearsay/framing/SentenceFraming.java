package org.hearsay.framing;

import java.util.List;
import org.hearsay.text.Span;

/**
 * How one sentence is worded.
 *
 * @param span where it stands
 * @param voice whose words most of it is
 * @param bias how likely people who judge wording would call the sentence biased, 0..1, all its
 *     words taken together, whoever's they are
 * @param evidence the spans that show how it is worded, in text order
 * @param moved the words that moved the probability most, the strongest first
 */
public record SentenceFraming(
    Span span, Voice voice, double bias, List<Evidence> evidence, List<MovedBy> moved) {

  /** Keeps its own copies of the lists. */
  public SentenceFraming {
    evidence = List.copyOf(evidence);
    moved = List.copyOf(moved);
  }
}
