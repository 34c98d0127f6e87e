package org.hearsay.lineage.fingerprints;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.lineage.Prepared;

/**
 * Who has which fingerprint among articles that are added in the order of their first sight: all
 * that an article shares with an earlier one is known at once, so that it is counted whole, stock
 * phrases too.
 */
public final class FingerprintTable {
  private final Map<Long, List<Listing>> lists = new HashMap<>();
  private long added;

  /** An empty one. */
  public FingerprintTable() {}

  /**
   * Adds an article that was seen later than all before it.
   *
   * @return the ids of those to compare it with, ascending
   */
  public List<String> add(Prepared article) {
    // Times of files may lie beyond what milliseconds can count; the order is given.
    Sighting sighting = Sighting.of(article, added++);
    long[] fingerprints = article.fingerprints();
    int[] beside = article.beside();
    Map<String, Integer> shared = new TreeMap<>();
    Map<String, Sighting> others = new HashMap<>();
    for (int i = 0; i < fingerprints.length; i++) {
      List<Listing> listed = lists.computeIfAbsent(fingerprints[i], f -> new ArrayList<>());
      FingerprintList list = new FingerprintList(sighting, listed);
      for (Listing other : list.compared()) {
        shared.merge(other.article().id(), 1, Integer::sum);
        others.put(other.article().id(), other.article());
      }
      if (list.joins()) {
        listed.add(new Listing(sighting, beside[i]));
      }
    }
    List<String> out = new ArrayList<>();
    shared.forEach(
        (id, count) -> {
          Sighting other = others.getOrDefault(id, sighting);
          int needed =
              CandidateRules.fingerprintsNeeded(sighting.fingerprints(), other.fingerprints());
          if (count >= needed) {
            out.add(id);
          }
        });
    return out;
  }
}
