package org.hearsay.coverage.facts;

import org.hearsay.claims.ChainLink;
import org.jspecify.annotations.Nullable;

/**
 * A link of a claim's chain, with what other articles say of it.
 *
 * @param link the link
 * @param confirmation of a declared origin whether its text was found; null where nothing is known
 */
public record Link(ChainLink link, @Nullable Confirmation confirmation) {
  /** Whether a declared origin is one. */
  public enum Confirmation {
    /** An article of it has the same text. */
    CONFIRMED,
    /** The times of publication say the opposite. */
    CONTRADICTED
  }
}
