package org.hearsay.framing;

import org.hearsay.framing.terms.Category;
import org.hearsay.text.Span;

/**
 * A span that shows how something is worded.
 *
 * @param span where it stands, in UTF-16 code units
 * @param text as written
 * @param category what kind of wording it is
 * @param voice whose words it is
 * @param weight how strongly it slants, 0..1; halved where it is negated
 * @param negated whether it stands under a negation
 * @param reason one line that says why, for people
 */
public record Evidence(
    Span span,
    String text,
    Category category,
    Voice voice,
    double weight,
    boolean negated,
    String reason) {}
