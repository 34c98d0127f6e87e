package org.hearsay.web.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hearsay.store.search.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Answers that many requests need, until something is written to the store. Safe for use by several
 * threads.
 */
public final class Remembered {
  private static final int MOST = 1_000;

  private final Asker asker;
  private final Cache<Statement, Known> known = Caffeine.newBuilder().maximumSize(MOST).build();

  /** Rows, and what they were read of. */
  private record Known(long commit, List<Map<String, Object>> rows) {}

  /** Over that store. */
  public Remembered(Asker asker) {
    this.asker = asker;
  }

  /** The rows of a statement, not to be changed. */
  public List<Map<String, Object>> get(Statement statement) {
    return get(statement, asker::rows);
  }

  /**
   * The rows, not to be changed.
   *
   * @param asking reads them where they are not there
   */
  List<Map<String, Object>> get(
      Statement statement, Function<Statement, List<Map<String, Object>>> asking) {
    long commit = asker.commit();
    @Nullable Known there = known.getIfPresent(statement);
    if (there != null && there.commit() == commit) {
      return there.rows();
    }
    List<Map<String, Object>> rows = asking.apply(statement);
    known.put(statement, new Known(commit, rows));
    return rows;
  }
}
