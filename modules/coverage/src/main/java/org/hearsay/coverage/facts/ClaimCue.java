package org.hearsay.coverage.facts;

import org.hearsay.claims.CueMode;
import org.hearsay.text.attribution.CueKind;

/**
 * The words that attribute a claim.
 *
 * @param text as written
 * @param kind what kind of act they are
 * @param mode whether the text says that the act took place
 */
public record ClaimCue(String text, CueKind kind, CueMode mode) {
  /** Whether the source says that the content is not so. */
  public boolean denies() {
    return mode == CueMode.DENIED;
  }
}
