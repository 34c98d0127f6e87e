package org.hearsay.language;

import java.util.List;
import org.hearsay.text.Span;

/**
 * One sentence.
 *
 * @param span where it stands in the text
 * @param paragraph the index of its paragraph
 * @param tokens its tokens in order; never empty
 */
public record Sentence(Span span, int paragraph, List<Token> tokens) {

  /** Keeps its own copy of the list. */
  public Sentence {
    tokens = List.copyOf(tokens);
  }
}
