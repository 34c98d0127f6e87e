package org.hearsay.page.block;

/**
 * A line of a copied page that is not blank.
 *
 * @param text the line, white space folded
 * @param blanks how many blank lines stand before it
 */
public record CopiedLine(String text, int blanks) {}
