package org.hearsay.topology.stores;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * A store as a stage declares it, once: the stage adds it to its topology and hands it to the steps
 * that use it.
 *
 * @param name the store's name, and the middle of its changelog topic's
 * @param retention how long entries are remembered
 * @param keys the form of keys
 * @param values the form of values
 */
public record StoreDefinition<K, V>(
    String name, Duration retention, Serde<K> keys, Serde<V> values) {

  /** How long a bucket is, in milliseconds: as long as the retention. */
  long bucketMillis() {
    return Math.max(1, retention.toMillis());
  }

  /** What the topology adds. */
  public StoreBuilder<WindowStore<K, V>> builder() {
    Duration bucket = Duration.ofMillis(bucketMillis());
    // An entry at a bucket's end lives for the whole retention: the bucket's beginning is older.
    return Stores.windowStoreBuilder(
        Stores.persistentWindowStore(name, retention.plus(bucket), bucket, false), keys, values);
  }
}
