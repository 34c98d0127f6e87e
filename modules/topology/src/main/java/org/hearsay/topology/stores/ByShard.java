package org.hearsay.topology.stores;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * A shard's number, which is the key of its records, is its partition. What is looked up under many
 * keys goes to a shard each of as many as there are partitions: the work is shared evenly, and one
 * thing costs no more records than there are partitions.
 */
public final class ByShard<V> implements StreamPartitioner<String, V> {
  /** Needs nothing. */
  public ByShard() {}

  @Override
  public Optional<Set<Integer>> partitions(String topic, String shard, V value, int partitions) {
    return Optional.of(Set.of(Integer.parseInt(shard) % partitions));
  }
}
