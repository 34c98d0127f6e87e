package org.hearsay.text.languages;

/**
 * A line of a language's file.
 *
 * @param text what it says
 * @param where file and line, as {@code en/titles.txt:12}, for errors
 */
public record LanguageLine(String text, String where) {}
