package org.hearsay.claims;

import java.util.regex.Pattern;
import org.hearsay.entities.EntityType;
import org.hearsay.text.Span;

/**
 * What the source of an attribution does with its content.
 *
 * @param kind the kind of act
 * @param mode whether it took place
 * @param forward whether it is about what is to be done
 * @param outlet whether its source is an outlet, whose trade is passing on
 */
record Act(CueKind kind, CueMode mode, boolean forward, boolean outlet) {
  /** Bodies and documents whose word is law. */
  private static final Pattern LAW =
      Pattern.compile(
          "(?i)\\b(?:resolution|law|act|constitution|charter|treaty|statute|bylaws|court|judge"
              + "|tribunal|decree|regulations?|rules|code|convention|accord)\\s*$");

  static Act of(Attribution attribution, Document document) {
    String text = document.text();
    Span cue = attribution.cue();
    boolean law = false;
    boolean outlet = false;
    for (Span source : attribution.source()) {
      law |=
          LAW.matcher(source.of(text)).find()
              || document.mentionsIn(source).stream()
                  .anyMatch(m -> m.type() == EntityType.LEGAL_INSTRUMENT);
      outlet |= document.isOutlet(source);
    }
    String words = cue.of(text);
    Span sentence = document.sentence(cue.start());
    String before = text.substring(Math.min(sentence.start(), cue.start()), cue.start());
    return new Act(
        Cues.kind(words, law), Cues.mode(before, words), Cues.looksForward(words), outlet);
  }

  /** Whether who does this passes on what others said. */
  boolean passesOn() {
    boolean reports =
        kind == CueKind.SPEECH
            || kind == CueKind.WRITING
            || kind == CueKind.KNOWLEDGE
            || (kind == CueKind.OTHER && outlet);
    return reports && !forward && mode != CueMode.DENIED && mode != CueMode.NEGATED;
  }

  /** Whether a claim inside its content is one: what is wanted or was not said holds none. */
  boolean holdsClaims() {
    return kind != CueKind.INTENTION && !forward && mode != CueMode.NEGATED;
  }
}
