package org.hearsay.analysis.claims;

import java.util.List;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.Claim;
import org.hearsay.claims.CueMode;
import org.hearsay.claims.LinkRole;
import org.hearsay.claims.Speaker;
import org.hearsay.entities.EntityMention;
import org.jspecify.annotations.Nullable;

/**
 * A claim with its id and its whole chain.
 *
 * @param id derived from the article's id, the content and the cue
 * @param withinId the id of the claim whose content holds this one, or null
 * @param claim as found in the text
 * @param checkWorthiness how likely people would find what it says worth checking, 0..1
 * @param links its chain: PUBLISHER?, ORIGIN*, RELAY*, SPEAKER?
 * @param facts what is asked of claims most
 */
public record ArticleClaim(
    String id,
    @Nullable String withinId,
    Claim claim,
    double checkWorthiness,
    List<ArticleLink> links,
    ClaimFacts facts) {

  /** Keeps its own copy of the list. */
  public ArticleClaim {
    links = List.copyOf(links);
  }

  /** The chain as found. */
  public List<ChainLink> chain() {
    return links.stream().map(ArticleLink::link).toList();
  }

  /** The outermost link that passed it on; null for none. */
  public @Nullable ArticleLink via() {
    return LinkRole.outermostRelay(links, link -> link.link().role()).orElse(null);
  }

  /**
   * What the rows of one speaker share, as {@link EntityMention#clusterId}; null without one, and
   * for a pronoun of which it is not known who is meant: "she" is somebody else in each text.
   */
  public @Nullable String speakerKey() {
    @Nullable Speaker speaker = claim.speaker();
    return speaker == null || isOpen(speaker)
        ? null
        : EntityMention.clusterId(speaker.entityId(), speaker.name());
  }

  private boolean isOpen(Speaker speaker) {
    return facts.speakerKind() == ClaimFacts.SpeakerKind.PRONOUN
        && speaker.entityId() == null
        && speaker.name().equalsIgnoreCase(speaker.text());
  }

  /** What the links of one outlet or person share; null as for {@link #speakerKey}. */
  public @Nullable String keyOf(ArticleLink link) {
    return link.link().role() == LinkRole.SPEAKER ? speakerKey() : link.key();
  }

  /** Whether the cue says that the content is not so. */
  public boolean denies() {
    return claim.cueMode() == CueMode.DENIED;
  }
}
