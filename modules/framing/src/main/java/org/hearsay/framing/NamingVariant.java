package org.hearsay.framing;

import org.jspecify.annotations.Nullable;

/**
 * One way in which a text calls a thing.
 *
 * @param entityId the thing's catalogue id, or null where the catalogue does not know it
 * @param name its name
 * @param variant what the text calls it
 * @param label the judging word that stands before it ("breakaway"), or null for none
 * @param voice whose words that is
 * @param count how often
 */
public record NamingVariant(
    @Nullable String entityId,
    String name,
    String variant,
    @Nullable String label,
    Voice voice,
    int count) {}
