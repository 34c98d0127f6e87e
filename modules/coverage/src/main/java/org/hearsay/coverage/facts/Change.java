package org.hearsay.coverage.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one thing.
 *
 * @param key what it is known by
 * @param before what it was, null where it was not
 * @param after what it is, null where it is no more
 */
public record Change<K, V>(K key, @Nullable V before, @Nullable V after) {
  /**
   * The difference between two states: what is gone, is new, or is another one now. First in the
   * order of the earlier state, then what is new in the order of the later one.
   */
  public static <K, V> List<Change<K, V>> between(Map<K, V> before, Map<K, V> after) {
    Set<K> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<Change<K, V>> out = new ArrayList<>();
    for (K key : keys) {
      @Nullable V was = before.get(key);
      @Nullable V is = after.get(key);
      if (!Objects.equals(was, is)) {
        out.add(new Change<>(key, was, is));
      }
    }
    return out;
  }
}
