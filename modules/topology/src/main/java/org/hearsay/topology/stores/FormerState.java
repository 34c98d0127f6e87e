package org.hearsay.topology.stores;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What earlier programs kept for a stage under names that it has no more, and that nothing takes
 * over: a stage started beside it would have lost it without a word. Whoever takes a store or a
 * repartition topic from a stage, and does not read on what it held, adds its name to the stage's.
 *
 * @param stores the stores' names
 * @param repartitions the names that repartition topics were declared with
 */
public record FormerState(Set<String> stores, Set<String> repartitions) {
  /** Of a stage that has lost nothing yet. */
  public static final FormerState NONE = new FormerState(Set.of(), Set.of());

  /** Keeps its own copies of the sets. */
  public FormerState {
    stores = Set.copyOf(stores);
    repartitions = Set.copyOf(repartitions);
  }

  /** The whole names of the internal topics, as Kafka Streams makes them for that application. */
  public NavigableSet<String> topics(String applicationId) {
    NavigableSet<String> out = new TreeSet<>();
    stores.forEach(name -> out.add(applicationId + "-" + name + "-changelog"));
    repartitions.forEach(name -> out.add(applicationId + "-" + name + "-repartition"));
    return out;
  }
}
