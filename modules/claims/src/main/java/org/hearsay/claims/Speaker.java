package org.hearsay.claims;

import org.jspecify.annotations.Nullable;

/**
 * Who a claim's source is.
 *
 * @param text the source as written
 * @param name the canonical name, else the fullest form in the article, else as written
 * @param entityId the catalogue id, where it has one
 * @param confidence 0..1
 */
public record Speaker(String text, String name, @Nullable String entityId, double confidence) {

  /** Whether a link of a chain is this one. */
  boolean isNamed(ChainLink link) {
    return (entityId != null && entityId.equals(link.id())) || name.equalsIgnoreCase(link.name());
  }
}
