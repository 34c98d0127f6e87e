package org.hearsay.lineage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered for a time: the one thing that rules over many articles ask of the world. A
 * stage keeps it on disk ({@code RetainedStore} in topology), files and tests in memory ({@link
 * MemoryStore}).
 *
 * <p>An entry lies under its key in the bucket of its time; a key may so have an entry in each of
 * several buckets. Entries are forgotten by their time, whole buckets at once. Times are
 * milliseconds since 1970.
 *
 * <p>Not for several threads at once.
 *
 * @param <K> what entries are found by
 * @param <V> what is remembered; never changed once it is put
 */
public interface TimedStore<K, V> {
  /**
   * An entry.
   *
   * @param bucket a time in its bucket
   * @param value what was put
   */
  record Entry<V>(long bucket, V value) {}

  /** The entry of that key in the bucket of that time, or null. */
  @Nullable V get(K key, long time);

  /** Puts an entry into the bucket of that time, over the one that is there; null deletes it. */
  void put(K key, @Nullable V value, long time);

  /** The entries of that key in every bucket that is remembered, the newest bucket first. */
  List<Entry<V>> all(K key);

  /** The entries whose keys lie between the two, both inclusive, in no promised order. */
  List<V> range(K from, K to);

  /** The beginning of the bucket of that time. */
  long bucket(long time);

  /** The entry in the newest bucket that has one, or null. */
  default @Nullable V latest(K key) {
    List<Entry<V>> all = all(key);
    return all.isEmpty() ? null : all.get(0).value();
  }

  /**
   * Puts the only entry of a key: into the newest bucket that has one, else into that of the time
   * given; null deletes it.
   */
  default void replace(K key, @Nullable V value, long time) {
    List<Entry<V>> all = all(key);
    put(key, value, all.isEmpty() ? time : all.get(0).bucket());
  }

  /**
   * Puts the only entry of a key: into the bucket of that time, wherever an earlier one lay; null
   * deletes it.
   */
  default void putOnly(K key, @Nullable V value, long time) {
    for (Entry<V> before : all(key)) {
      if (value == null || bucket(before.bucket()) != bucket(time)) {
        put(key, null, before.bucket());
      }
    }
    if (value != null) {
      put(key, value, time);
    }
  }
}
