package org.hearsay.claims.cues;

import org.hearsay.claims.CueMode;
import org.hearsay.text.attribution.CueKind;

/**
 * What the source of an attribution does with its content.
 *
 * @param kind the kind of act
 * @param mode whether it took place
 * @param forward whether it is about what is to be done
 * @param outlet whether its source is an outlet, whose trade is passing on
 * @param about whether it only takes a stand on its content: who confirms a report, or does not
 *     comment on it, is not the one who tells the reader of it
 */
public record Act(CueKind kind, CueMode mode, boolean forward, boolean outlet, boolean about) {
  /** Whether who does this passes on what others said. */
  public boolean passesOn() {
    boolean reports =
        kind == CueKind.SPEECH
            || kind == CueKind.WRITING
            || kind == CueKind.KNOWLEDGE
            || (kind == CueKind.OTHER && outlet);
    return reports && !about && !forward && mode != CueMode.DENIED && mode != CueMode.NEGATED;
  }

  /** Whether a claim inside its content is one: what is wanted or was not said holds none. */
  public boolean holdsClaims() {
    return about || (kind != CueKind.INTENTION && !forward && mode != CueMode.NEGATED);
  }
}
