/**
 * Annotated text to claims, speakers and attribution chains. No Kafka. {@link
 * org.hearsay.claims.ClaimExtractor} is the way in; the rooms below this package are its own:
 * {@code reading} (from word probabilities to attributions), {@code quotes} (marks and printed
 * conversations), {@code wordings} (what a construction says for certain), {@code cues} (what kind
 * of act), {@code speakers} (who), {@code relays} (through whom), {@code document} (the text and
 * its names).
 */
@NullMarked
package org.hearsay.claims;

import org.jspecify.annotations.NullMarked;
