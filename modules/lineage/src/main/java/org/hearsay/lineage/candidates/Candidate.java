package org.hearsay.lineage.candidates;

/**
 * An article sent to another one, to be compared with it.
 *
 * @param article the one sent
 * @param otherSeen when the other one was first seen, in milliseconds, as far as the sender knows
 */
public record Candidate(TracedArticle article, long otherSeen) {}
