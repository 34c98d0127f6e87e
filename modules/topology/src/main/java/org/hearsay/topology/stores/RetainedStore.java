package org.hearsay.topology.stores;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.hearsay.lineage.TimedStore;
import org.jspecify.annotations.Nullable;

/**
 * A store whose entries are forgotten after a retention, whole segments at a time: no entry is ever
 * looked for to be deleted. An entry lies in the bucket of its time; a window store holds a
 * bucket's entries at the bucket's beginning. One bucket is read with one point read.
 *
 * <p>A bucket is as long as the retention: where no time is known two are read, and reads are what
 * tracing spends most on. For that an entry lives for up to twice the retention.
 */
public final class RetainedStore<K, V> implements TimedStore<K, V> {
  private final String name;
  private final long bucket;
  private @Nullable ProcessorContext<?, ?> context;
  private @Nullable WindowStore<K, V> store;

  /** Not open yet, see {@link Step#store}. */
  RetainedStore(StoreDefinition<K, V> definition) {
    this.name = definition.name();
    this.bucket = definition.bucketMillis();
  }

  /** Takes the store from the task that runs the step. */
  void open(ProcessorContext<?, ?> given) {
    context = given;
    store = given.getStateStore(name);
  }

  @Override
  public @Nullable V get(K key, long time) {
    return store().fetch(key, bucket(time));
  }

  @Override
  public void put(K key, @Nullable V value, long time) {
    store().put(key, value, bucket(time));
  }

  @Override
  public List<Entry<V>> all(K key) {
    List<Entry<V>> out = new ArrayList<>(1);
    WindowStore<K, V> opened = store();
    long now = now();
    for (long at = bucket(now); at >= 0 && at > now - 2 * bucket; at -= bucket) {
      @Nullable V value = opened.fetch(key, at);
      if (value != null) {
        out.add(new Entry<>(at, value));
      }
    }
    return out;
  }

  @Override
  public List<V> range(K from, K to) {
    List<V> out = new ArrayList<>();
    long now = now();
    try (KeyValueIterator<Windowed<K>, V> entries =
        store().fetch(from, to, Math.max(0, now - 2 * bucket), now)) {
      while (entries.hasNext()) {
        out.add(entries.next().value);
      }
    }
    return out;
  }

  @Override
  public long bucket(long time) {
    return time - Math.floorMod(time, bucket);
  }

  private WindowStore<K, V> store() {
    if (store == null) {
      throw notOpen();
    }
    return store;
  }

  private long now() {
    if (context == null) {
      throw notOpen();
    }
    return context.currentStreamTimeMs();
  }

  private IllegalStateException notOpen() {
    return new IllegalStateException(name + ": asked before the step was initialised");
  }
}
