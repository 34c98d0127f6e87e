package org.hearsay.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * A store whose entries are forgotten after a retention, whole segments at a time: no entry is ever
 * looked for to be deleted. An entry lies in the bucket of its time; a window store holds a
 * bucket's entries at the bucket's beginning. One bucket is read with one point read.
 *
 * <p>A bucket is as long as the retention: where no time is known two are read, and reads are what
 * tracing spends most on. For that an entry lives for up to twice the retention.
 */
final class TraceStore<K, V> {
  private final ProcessorContext<?, ?> context;
  private final WindowStore<K, V> store;
  private final long bucket;

  TraceStore(ProcessorContext<?, ?> context, String name, Duration retention) {
    this.context = context;
    this.store = context.getStateStore(name);
    this.bucket = bucket(retention);
  }

  private static long bucket(Duration retention) {
    return Math.max(1, retention.toMillis());
  }

  static <K, V> StoreBuilder<WindowStore<K, V>> builder(
      String name, Duration retention, Serde<K> keys, Serde<V> values) {
    Duration bucket = Duration.ofMillis(bucket(retention));
    // An entry at a bucket's end lives for the whole retention: the bucket's beginning is older.
    return Stores.windowStoreBuilder(
        Stores.persistentWindowStore(name, retention.plus(bucket), bucket, false), keys, values);
  }

  /** The entry of that key and time. */
  @Nullable V get(K key, long time) {
    return store.fetch(key, start(time));
  }

  /** Puts an entry; null deletes it. */
  void put(K key, @Nullable V value, long time) {
    store.put(key, value, start(time));
  }

  /** The entries of that key in every bucket that is remembered, with a time in their bucket. */
  List<KeyValue<Long, V>> all(K key) {
    List<KeyValue<Long, V>> out = new ArrayList<>(1);
    long now = context.currentStreamTimeMs();
    for (long at = start(now); at >= 0 && at > now - 2 * bucket; at -= bucket) {
      @Nullable V value = store.fetch(key, at);
      if (value != null) {
        out.add(new KeyValue<>(at, value));
      }
    }
    return out;
  }

  /** The entries whose keys lie between two of one length, both inclusive. */
  List<V> range(K from, K to) {
    List<V> out = new ArrayList<>();
    long now = context.currentStreamTimeMs();
    try (KeyValueIterator<Windowed<K>, V> entries =
        store.fetch(from, to, Math.max(0, now - 2 * bucket), now)) {
      while (entries.hasNext()) {
        out.add(entries.next().value);
      }
    }
    return out;
  }

  /** The beginning of the bucket of that time. */
  long start(long time) {
    return time - Math.floorMod(time, bucket);
  }
}
