package org.hearsay.lineage.fingerprints;

/**
 * A fingerprint of an article.
 *
 * @param value the fingerprint
 * @param beside what stands beside it, see {@code Prepared.beside}
 */
public record PlacedFingerprint(long value, int beside) {}
