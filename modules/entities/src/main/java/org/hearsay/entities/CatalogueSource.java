package org.hearsay.entities;

/**
 * One catalogue file: YAML with a list {@code entities}, a list {@code outlets}, or both.
 *
 * @param name what messages call it
 * @param yaml its text
 */
public record CatalogueSource(String name, String yaml) {}
