package org.hearsay.entities;

import org.hearsay.text.Fold;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A span of text and the thing that it names.
 *
 * @param span where it stands
 * @param text as written
 * @param type what kind of thing it is
 * @param entityId the catalogued entity's id, or null where the catalogue does not know it
 * @param name the canonical name, or the fullest form that the article gives
 * @param confidence 0..1
 */
public record EntityMention(
    Span span,
    String text,
    EntityType type,
    @Nullable String entityId,
    String name,
    double confidence) {

  /**
   * What the mentions of one thing share: the entity's id, else {@code name:} and the folded name.
   */
  public String clusterId() {
    return clusterId(entityId, name);
  }

  /** The same of anything with a name. */
  public static String clusterId(@Nullable String entityId, String name) {
    return entityId == null ? "name:" + Fold.name(name) : entityId;
  }
}
