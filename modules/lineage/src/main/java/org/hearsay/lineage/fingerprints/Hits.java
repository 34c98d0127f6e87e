package org.hearsay.lineage.fingerprints;

import java.util.List;

/**
 * What one shard tells of the pairs in which an article is the later one.
 *
 * @param id the article that was seen later
 * @param seen when, in milliseconds
 * @param hits one a pair
 */
public record Hits(String id, long seen, List<Hit> hits) {
  /** Keeps its own copy of the list. */
  public Hits {
    hits = List.copyOf(hits);
  }
}
