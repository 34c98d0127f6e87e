package org.hearsay.claims;

import java.util.List;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.CueKind;

/**
 * The words that attribute a claim.
 *
 * @param words one or more spans
 * @param kind what kind of act they word
 * @param mode whether the text says that the act took place
 */
public record Cue(List<Span> words, CueKind kind, CueMode mode) {

  /** Keeps its own copy of the list. */
  public Cue {
    words = List.copyOf(words);
  }
}
