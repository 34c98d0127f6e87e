package org.hearsay.coverage.facts;

import java.util.Optional;
import org.hearsay.claims.EvidenceKind;
import org.hearsay.claims.LinkRole;
import org.jspecify.annotations.Nullable;

/**
 * A link of a claim's chain, with what other articles say of it.
 *
 * @param role its place
 * @param name its canonical name, else its fullest form in the article, else as written
 * @param text as written
 * @param id its catalogue id, where it has one
 * @param evidence what shows it; null where only who it is was kept
 */
public record KnownLink(
    LinkRole role, String name, String text, @Nullable String id, @Nullable LinkEvidence evidence) {
  /**
   * What shows a link.
   *
   * @param kind of what kind it is
   * @param text the words or the markup
   * @param confidence 0..1
   * @param confirmation of a declared origin whether its text was found; null where nothing is
   *     known
   */
  public record LinkEvidence(
      EvidenceKind kind, String text, double confidence, @Nullable Confirmation confirmation) {}

  /** Whether a declared origin is one. */
  public enum Confirmation {
    /** An article of it has the same text. */
    CONFIRMED,
    /** The times of publication say the opposite. */
    CONTRADICTED
  }

  /** Who that is, where it may have passed a claim on. */
  Optional<KnownLink> forReports() {
    if (role != LinkRole.ORIGIN && role != LinkRole.RELAY) {
      return Optional.empty();
    }
    return Optional.of(new KnownLink(role, name, "", id, null));
  }
}
