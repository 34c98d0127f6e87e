package org.hearsay.lineage;

import org.hearsay.text.Span;

/**
 * A stretch of text that two articles share, small edits inside it included.
 *
 * @param copy where it stands in the copy's body, in UTF-16 code units
 * @param origin where it stands in the origin's body
 * @param words how many of the writer's own words match in it
 */
public record Passage(Span copy, Span origin, int words) {}
