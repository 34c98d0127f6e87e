package org.hearsay.web.live;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.hearsay.web.http.Bytes;

/**
 * What came after a position, as it is sent. Those who are at the same position by the same filter
 * share one question and its bytes. Safe for use by several threads.
 */
final class Batches {
  private static final long MOST_BYTES = 16L << 20;
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final AsyncCache<Key, Batch> known;
  private final Reader reader;

  private record Key(Map<String, List<String>> filter, Position after) {}

  /**
   * A part of what came.
   *
   * @param events as they are sent; empty where nothing came
   * @param end the position after them
   */
  record Batch(Bytes events, Position end) {}

  /** Reads what came. */
  @FunctionalInterface
  interface Reader {
    /** What came after a position, by a filter: the first of it. */
    Batch read(Map<String, List<String>> filter, Position after);
  }

  /**
   * By that reader.
   *
   * @param threads that it runs on
   */
  Batches(Reader reader, Executor threads) {
    this.reader = reader;
    this.known =
        Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Key, Batch>weigher((key, batch) -> 500 + batch.events().length())
            .expireAfterWrite(KEPT)
            .executor(threads)
            .buildAsync();
  }

  /** What came after a position; it fails as the reader does. */
  CompletableFuture<Batch> after(Map<String, List<String>> filter, Position position) {
    return known.get(new Key(filter, position), key -> reader.read(key.filter(), key.after()));
  }
}
