package org.hearsay.lineage.candidates;

/**
 * A fingerprint of an article.
 *
 * @param value the fingerprint
 * @param beside what stands beside it, see {@code Prepared.beside}
 */
public record PlacedFingerprint(long value, int beside) {}
