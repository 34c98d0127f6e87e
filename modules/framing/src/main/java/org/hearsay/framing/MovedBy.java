package org.hearsay.framing;

import org.hearsay.text.Span;

/**
 * A noun, verb, adjective or adverb and how far it moved a sentence's bias.
 *
 * @param span where it stands
 * @param text as written
 * @param voice whose word it is
 * @param by what it added to the log-odds, against a word that says nothing; negative where it
 *     speaks against bias
 */
public record MovedBy(Span span, String text, Voice voice, double by) {}
