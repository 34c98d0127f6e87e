package org.hearsay.language;

import org.hearsay.text.Span;

/**
 * One token.
 *
 * @param span where it stands in the text
 * @param text as written
 * @param lemma its dictionary form
 * @param tag its Penn Treebank part of speech
 */
public record Token(Span span, String text, String lemma, String tag) {}
