package org.hearsay.web.live;

import jakarta.servlet.ServletOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.hearsay.web.http.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One who listens: by which filter, and up to where they were given what came. Nothing waits for
 * them in memory but one batch: their position says what is next. Safe for use by several threads.
 */
final class Listener {
  private final EventStream stream;
  private final Map<String, List<String>> filter;
  private final Sources sources;

  /** Whether what comes next is being looked for. */
  private final AtomicBoolean asking = new AtomicBoolean();

  private volatile Position position;
  private volatile @Nullable Bytes first;

  /**
   * Where it has from what it gives.
   *
   * @param batches what came
   * @param commit tells the store's last transaction
   * @param threads look for what is next
   */
  record Sources(Batches batches, LongSupplier commit, Executor threads) {}

  /**
   * What somebody asked for.
   *
   * @param filter of claims
   * @param position up to where they have been given what came when they were given the first
   * @param first what they are given first
   */
  record Wanted(Map<String, List<String>> filter, Position position, Bytes first) {}

  /** Over that answer, to be begun. */
  Listener(ServletOutputStream out, Wanted wanted, Sources sources, Consumer<Listener> gone) {
    this.stream = new EventStream(out, this::wake, () -> gone.accept(this));
    this.filter = wanted.filter();
    this.position = wanted.position();
    this.first = wanted.first();
    this.sources = sources;
  }

  /** Begins. */
  void begin() {
    stream.begin();
  }

  /** Has what is next looked for, where anything is. */
  void wake() {
    sources.threads().execute(this::advance);
  }

  private boolean isBehind() {
    return first != null || position.isBefore(sources.commit().getAsLong());
  }

  private void advance() {
    if (!stream.isFree() || !isBehind() || !asking.compareAndSet(false, true)) {
      return;
    }
    @Nullable Bytes begins = first;
    if (begins != null) {
      if (stream.give(begins)) {
        first = null;
      }
      goOn();
      return;
    }
    var unused =
        sources
            .batches()
            .after(filter, position)
            .whenCompleteAsync(
                (batch, error) -> {
                  if (error != null) {
                    stream.end();
                    return;
                  }
                  // What could not be given, since a comment is on its way, is asked for again.
                  if (batch.events().length() == 0 || stream.give(batch.events())) {
                    position = batch.end();
                  }
                  goOn();
                },
                sources.threads());
  }

  /** Whoever woke this meanwhile was not heard. */
  private void goOn() {
    asking.set(false);
    if (isBehind() && stream.isFree()) {
      wake();
    }
  }

  /** Says that the server is still there, where nothing else is on its way. */
  void comment(Bytes text) {
    stream.give(text);
  }

  /** Whether it has taken nothing for so long. */
  boolean isStuck(Duration most) {
    return stream.isStuck(most);
  }

  /** Whether something is on its way. */
  boolean isTaking() {
    return stream.isTaking();
  }

  /** Ends it. */
  void end() {
    stream.end();
  }
}
