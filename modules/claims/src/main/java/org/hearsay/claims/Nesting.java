package org.hearsay.claims;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which claims inside a content are believed. The model was not taught them: read as a text of its
 * own, a content yields cues such as "had" and "tried", and claims of nobody.
 */
final class Nesting {
  /** How sure the model must be of an inner claim that is said or written. */
  private static final double SAID = .5;

  /** And of one that is thought or wanted, of which it finds too many. */
  private static final double THOUGHT = .8;

  /** And of one whose cue has no word that is known to attribute. */
  private static final double UNKNOWN = .9;

  private static final int FEWEST_WORDS = 3;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[’'-][\\p{L}\\p{N}]+)*");

  private final Document document;

  Nesting(Document document) {
    this.document = document;
  }

  /**
   * Whether an attribution is kept that was found in the content of another.
   *
   * @param inner the attribution
   * @param outers those that it may stand in
   */
  boolean holds(Attribution inner, List<Attribution> outers) {
    if (inner.source().isEmpty() || !inner.isSourceSure()) {
      return false;
    }
    Act act = Act.of(inner, document);
    boolean said = act.kind() == CueKind.SPEECH || act.kind() == CueKind.WRITING;
    double least = act.kind() == CueKind.OTHER ? UNKNOWN : said ? SAID : THOUGHT;
    if (inner.confidence() < least || words(inner) < FEWEST_WORDS) {
      return false;
    }
    for (Attribution outer : outers) {
      boolean inside = outer.content().stream().anyMatch(c -> c.contains(inner.cue()));
      if (inside && !Act.of(outer, document).holdsClaims()) {
        return false;
      }
    }
    return true;
  }

  private long words(Attribution attribution) {
    return attribution.content().stream()
        .mapToLong(
            span ->
                WORD.matcher(document.text()).region(span.start(), span.end()).results().count())
        .sum();
  }
}
