package org.hearsay.web.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were asked for before: of one id and one transaction they are always the same, and
 * people look at the same ones. Safe for use by several threads.
 */
final class KnownRows {
  /** A claim with its chain takes some eight kilobytes. */
  private static final int MOST = 8_000;

  private final Cache<Key, Map<String, Object>> rows =
      Caffeine.newBuilder().maximumSize(MOST).build();

  /** What rows are known by. */
  private record Key(String of, String id, long commit) {}

  /** A copy of the row; nobody else has it. */
  Optional<Map<String, Object>> find(String of, String id, long commit) {
    @Nullable Map<String, Object> known = rows.getIfPresent(new Key(of, id, commit));
    return known == null ? Optional.empty() : Optional.of(new LinkedHashMap<>(known));
  }

  /** Keeps a copy. */
  void keep(String of, String id, long commit, Map<String, Object> row) {
    rows.put(new Key(of, id, commit), new LinkedHashMap<>(row));
  }
}
