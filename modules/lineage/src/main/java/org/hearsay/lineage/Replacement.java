package org.hearsay.lineage;

import org.hearsay.text.Span;

/**
 * Words inside a shared passage that differ. One of the spans is empty where words were only added
 * or only left out.
 *
 * @param copy where the copy's words stand in its body, in UTF-16 code units
 * @param origin where the origin's words stand in its body
 */
public record Replacement(Span copy, Span origin) {}
