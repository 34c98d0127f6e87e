package org.hearsay.entities.instruments;

import org.hearsay.entities.EntityMention;
import org.hearsay.entities.EntityType;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A legal instrument and where it stands.
 *
 * @param span where, in UTF-16 code units
 * @param id its id, or null for one that is known by its name alone
 * @param name its canonical name, or as written
 * @param confidence 0..1
 */
public record Instrument(Span span, @Nullable String id, String name, double confidence) {
  /** It as a mention. */
  public EntityMention mention(String text) {
    return new EntityMention(
        span, span.of(text), EntityType.LEGAL_INSTRUMENT, id, name, confidence);
  }
}
