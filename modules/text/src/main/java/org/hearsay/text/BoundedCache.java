package org.hearsay.text;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of a key, the least recently used forgotten first, so that what it holds
 * never weighs more than a bound. For functions whose answer depends on the key alone: whether a
 * value was remembered can then be told by the time it took only.
 *
 * <p>Threads may share it: a value is made outside of the lock, so that nobody waits for another's
 * work; two who ask for one key at once both make it.
 *
 * @param <K> what is asked, with {@code equals}; kept, so never to be changed
 * @param <V> the answer; given to many, so never to be changed
 */
public final class BoundedCache<K, V> {
  private final long most;
  private final ToLongFunction<V> weight;

  /** Guarded by itself, as the weight is. */
  private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

  private long held;

  /**
   * @param most what all values together may weigh
   * @param weight what a value and its key weigh, in bytes or in any other unit
   */
  public BoundedCache(long most, ToLongFunction<V> weight) {
    this.most = most;
    this.weight = weight;
  }

  /** What was remembered of the key, else what the function makes of it. */
  public V get(K key, Function<? super K, ? extends V> make) {
    @Nullable V known = known(key);
    if (known != null) {
      return known;
    }
    V made = make.apply(key);
    remember(key, made);
    return made;
  }

  /** What was remembered of the key; null for nothing. */
  public @Nullable V known(K key) {
    synchronized (values) {
      return values.get(key);
    }
  }

  /** Remembers what was made of a key. */
  public void remember(K key, V made) {
    synchronized (values) {
      @Nullable V before = values.put(key, made);
      held += weight.applyAsLong(made) - (before == null ? 0 : weight.applyAsLong(before));
      Iterator<V> eldest = values.values().iterator();
      while (held > most && eldest.hasNext()) {
        held -= weight.applyAsLong(eldest.next());
        eldest.remove();
      }
    }
  }

  /** How many values are remembered. */
  public int size() {
    synchronized (values) {
      return values.size();
    }
  }
}
