package org.hearsay.lineage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory, with the same buckets as one on disk. Its clock is the latest time that it was
 * told of: by {@link #advance}, or by an entry.
 */
public final class MemoryStore<K extends Comparable<K>, V> implements TimedStore<K, V> {
  /** So long that the whole past is one bucket, and twice so long is a number still. */
  private static final long ENDLESS = Long.MAX_VALUE / 4;

  private final long length;
  private final NavigableMap<K, NavigableMap<Long, V>> entries = new TreeMap<>();
  private long now;

  private MemoryStore(long length) {
    this.length = length;
  }

  /** One that forgets what is older than that, a bucket at a time. */
  public static <K extends Comparable<K>, V> MemoryStore<K, V> retaining(Duration retention) {
    return new MemoryStore<>(Math.max(1, retention.toMillis()));
  }

  /** One that forgets nothing. */
  public static <K extends Comparable<K>, V> MemoryStore<K, V> endless() {
    return new MemoryStore<>(ENDLESS);
  }

  /** Lets time pass. */
  public void advance(long time) {
    now = Math.max(now, time);
  }

  @Override
  public @Nullable V get(K key, long time) {
    @Nullable NavigableMap<Long, V> buckets = entries.get(key);
    long bucket = bucket(time);
    return buckets == null || !isRemembered(bucket) ? null : buckets.get(bucket);
  }

  @Override
  public void put(K key, @Nullable V value, long time) {
    advance(time);
    if (value != null) {
      entries.computeIfAbsent(key, k -> new TreeMap<>()).put(bucket(time), value);
      return;
    }
    @Nullable NavigableMap<Long, V> buckets = entries.get(key);
    if (buckets != null) {
      buckets.remove(bucket(time));
      if (buckets.isEmpty()) {
        entries.remove(key);
      }
    }
  }

  @Override
  public List<Entry<V>> all(K key) {
    List<Entry<V>> out = new ArrayList<>(1);
    @Nullable NavigableMap<Long, V> buckets = entries.get(key);
    if (buckets != null) {
      for (Map.Entry<Long, V> entry : buckets.descendingMap().entrySet()) {
        if (isRemembered(entry.getKey())) {
          out.add(new Entry<>(entry.getKey(), entry.getValue()));
        }
      }
    }
    return out;
  }

  @Override
  public List<V> range(K from, K to) {
    List<V> out = new ArrayList<>();
    for (NavigableMap<Long, V> buckets : entries.subMap(from, true, to, true).values()) {
      buckets.forEach(
          (bucket, value) -> {
            if (isRemembered(bucket)) {
              out.add(value);
            }
          });
    }
    return out;
  }

  private boolean isRemembered(long bucket) {
    return bucket > now - 2 * length;
  }

  @Override
  public long bucket(long time) {
    return time - Math.floorMod(time, length);
  }
}
