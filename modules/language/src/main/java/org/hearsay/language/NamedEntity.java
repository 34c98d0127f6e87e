package org.hearsay.language;

import org.hearsay.text.Span;

/**
 * A name that the recogniser found.
 *
 * @param span where it stands in the text
 * @param type PERSON, ORGANIZATION, LOCATION or MISC
 * @param sentence the index of its sentence
 */
public record NamedEntity(Span span, String type, int sentence) {}
