package org.hearsay.framing.terms;

/**
 * One lexicon file: sections of terms, as {@link FramingTerms} reads them.
 *
 * @param name what messages call it
 * @param text its text
 */
public record LexiconSource(String name, String text) {}
