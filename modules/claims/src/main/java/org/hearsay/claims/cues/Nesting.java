package org.hearsay.claims.cues;

import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.claims.document.Document;
import org.hearsay.claims.reading.Attribution;
import org.hearsay.text.attribution.CueKind;

/**
 * Which claims inside a content are believed. The model was not taught them: read as a text of its
 * own, a content yields cues such as "had" and "tried", and claims of nobody. Immutable.
 */
public final class Nesting {
  /** How sure the model must be of an inner claim that is said or written. */
  private static final double SAID = .5;

  /** And of one that is thought or wanted, of which it finds too many. */
  private static final double THOUGHT = .8;

  /** And of one whose cue has no word that is known to attribute. */
  private static final double UNKNOWN = .9;

  private static final int FEWEST_WORDS = 3;

  /** A word for the source, one for the cue, and those of the content. */
  private static final int SHORTEST = 2 + FEWEST_WORDS;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[’'-][\\p{L}\\p{N}]+)*");

  private final CueWords cues;
  private final Acts acts;

  /** By what cues say and acts are. */
  public Nesting(CueWords cues, Acts acts) {
    this.cues = cues;
    this.acts = acts;
  }

  /**
   * Whether an attribution is kept that was found in the content of another.
   *
   * @param inner the attribution
   * @param outers those that it may stand in
   * @param document the text of all of them
   */
  public boolean holds(Attribution inner, List<Attribution> outers, Document document) {
    if (inner.source().isEmpty() || !inner.isSourceSure()) {
      return false;
    }
    Act act = acts.of(inner, document);
    if (inner.confidence() < least(act.kind()) || words(inner, document) < FEWEST_WORDS) {
      return false;
    }
    for (Attribution outer : outers) {
      boolean inside = outer.content().stream().anyMatch(c -> c.contains(inner.cue()));
      if (inside && !mayHold(outer, document)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a content can hold a claim that is kept: it has words enough for a source, a cue and
   * what is said, and one of them is known to attribute.
   */
  public boolean hasRoom(String content) {
    return WORD.matcher(content).results().limit(SHORTEST).count() == SHORTEST
        && cues.isKnown(content);
  }

  /** Whether claims inside an attribution's content can be kept at all. */
  public boolean mayHold(Attribution outer, Document document) {
    return acts.of(outer, document).holdsClaims();
  }

  /**
   * Whether a cue inside a content can become a claim that is kept, before its source and content
   * are known: they only lower how sure the model is of it.
   *
   * @param cue the cue's words
   * @param probability that it is one
   */
  public boolean mayBecomeClaim(String cue, double probability) {
    return probability >= least(cues.kind(cue, false));
  }

  private static double least(CueKind kind) {
    return switch (kind) {
      case SPEECH, WRITING -> SAID;
      case OTHER -> UNKNOWN;
      default -> THOUGHT;
    };
  }

  private static long words(Attribution attribution, Document document) {
    return attribution.content().stream()
        .mapToLong(
            span ->
                WORD.matcher(document.text()).region(span.start(), span.end()).results().count())
        .sum();
  }
}
