package org.hearsay.language;

import org.hearsay.language.grammar.PartOfSpeech;
import org.hearsay.text.Span;

/**
 * One token.
 *
 * @param span where it stands in the text
 * @param text as written
 * @param lemma its dictionary form
 * @param partOfSpeech what it is in its sentence
 */
public record Token(Span span, String text, String lemma, PartOfSpeech partOfSpeech) {}
