package org.hearsay.analysis.claims;

import org.hearsay.claims.ChainLink;
import org.hearsay.claims.EvidenceKind;
import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * A link of a claim's whole chain, with what is known of it besides.
 *
 * @param link as found
 * @param type what it is, or null where that is not known
 * @param verb the verb that shows it, in dictionary form; null where none does
 */
public record ArticleLink(ChainLink link, @Nullable EntityType type, @Nullable String verb) {

  /** What the links of one outlet or person share, as {@link EntityMention#clusterId}. */
  public String key() {
    return EntityMention.clusterId(link.id(), link.name());
  }

  /** Whether the words of the text show it. */
  static boolean isWorded(ChainLink link) {
    return link.evidenceKind() == EvidenceKind.CUE;
  }
}
