package org.hearsay.lineage.candidates;

import java.util.List;
import org.hearsay.lineage.fingerprints.Hit;

/**
 * What is known so far of the pairs in which an article is the later one.
 *
 * @param seen when it was first seen as far as was told, in milliseconds
 * @param pairs one an earlier article; {@link Hit#enough} of those that were sent on
 */
public record KnownPairs(long seen, List<Hit> pairs) {
  /** Keeps its own copy of the list. */
  public KnownPairs {
    pairs = List.copyOf(pairs);
  }
}
