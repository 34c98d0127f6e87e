package org.hearsay.coverage.facts;

import java.util.Optional;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.LinkRole;
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

  /** Who that is, where it may have passed a claim on. */
  Optional<Link> forReports() {
    if (link.role() != LinkRole.ORIGIN && link.role() != LinkRole.RELAY) {
      return Optional.empty();
    }
    return Optional.of(
        new Link(new ChainLink(link.role(), link.name(), "", link.id(), "", "", 0), null));
  }
}
