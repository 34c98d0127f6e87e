package org.hearsay.language;

import org.hearsay.text.Span;

/**
 * A name that the recogniser found.
 *
 * @param span where it stands in the text
 * @param type what it is taken for
 * @param sentence the index of its sentence
 */
public record NamedEntity(Span span, NameType type, int sentence) {}
