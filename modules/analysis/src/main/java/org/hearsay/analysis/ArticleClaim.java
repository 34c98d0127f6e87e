package org.hearsay.analysis;

import java.util.List;
import org.hearsay.claims.ChainLink;
import org.hearsay.claims.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A claim with its id and its whole chain.
 *
 * @param id derived from the article's id, the content and the cue
 * @param withinId the id of the claim whose content holds this one, or null
 * @param claim as found in the text
 * @param checkWorthiness how likely people would find what it says worth checking, 0..1
 * @param chain PUBLISHER?, ORIGIN*, RELAY*, SPEAKER?
 */
public record ArticleClaim(
    String id,
    @Nullable String withinId,
    Claim claim,
    double checkWorthiness,
    List<ChainLink> chain) {

  /** Keeps its own copy of the list. */
  public ArticleClaim {
    chain = List.copyOf(chain);
  }
}
