package org.hearsay.coverage.facts;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which claims an article makes, by its newest reading: a claim that an earlier one found and this
 * one does not is no more, and one whose own list has not come yet is not told yet.
 *
 * @param ids the claims' ids, in their order
 */
public record ClaimList(Set<String> ids) implements Fact {
  /** Keeps its own copy of the set. */
  public ClaimList {
    ids = Collections.unmodifiableSet(new TreeSet<>(ids));
  }
}
