package org.hearsay.lineage.fingerprints;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.lineage.Prepared;

/**
 * Some of an article's fingerprints: those whose lists lie in one place.
 *
 * @param article whose they are
 * @param fingerprints ascending
 */
public record Shard(Sighting article, List<PlacedFingerprint> fingerprints) {
  /** Keeps its own copy of the list. */
  public Shard {
    fingerprints = List.copyOf(fingerprints);
  }

  /**
   * What is told of an article, by shard.
   *
   * @param shards how many places there are; an article costs no more records than that
   */
  public static Map<Integer, Shard> of(Prepared article, int shards) {
    long[] values = article.fingerprints();
    int[] beside = article.beside();
    Map<Integer, List<PlacedFingerprint>> byShard = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      byShard
          .computeIfAbsent(place(values[i], shards), shard -> new ArrayList<>())
          .add(new PlacedFingerprint(values[i], beside[i]));
    }
    Sighting sighting = Sighting.of(article, article.piece().firstSeen().toEpochMilli());
    Map<Integer, Shard> out = new TreeMap<>();
    byShard.forEach((shard, some) -> out.put(shard, new Shard(sighting, some)));
    return out;
  }

  /**
   * The place of a hash, of so many. By the low bits: where the least of some hashes are kept, the
   * high ones are alike.
   *
   * @param places how many there are
   * @return from 0
   */
  public static int place(long hash, int places) {
    return Math.floorMod((int) hash, places);
  }
}
