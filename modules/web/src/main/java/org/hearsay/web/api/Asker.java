package org.hearsay.web.api;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hearsay.store.Answering;
import org.hearsay.store.QuerySession;
import org.hearsay.store.QueryStore;
import org.hearsay.store.RowSink;
import org.hearsay.store.StoreException;
import org.hearsay.store.index.ClaimIndex;
import org.hearsay.store.index.ClaimSearch;
import org.hearsay.store.index.MentionSearch;
import org.hearsay.store.search.Statement;
import org.hearsay.web.http.Caller;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Turns;
import org.jspecify.annotations.Nullable;

/** Asks the store, for no longer than it may take. Safe for use by several threads. */
public final class Asker implements AutoCloseable {
  /** So many statements of others at once: there are others who ask, and one who writes. */
  private static final int GUESTS = 2;

  /** So often it is looked whether whoever asked still waits. */
  private static final long LOOKING_MILLIS = 200;

  private final QueryStore store;
  private final Optional<ClaimIndex> index;
  private final Duration limit;

  /** What the requests ask by, each in its thread. */
  private final Map<Thread, Shared> shared = new ConcurrentHashMap<>();

  private final Turns guests;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread out = new Thread(work, "web-time-limit");
            out.setDaemon(true);
            return out;
          });

  /**
   * Each question may take so long.
   *
   * @param index of the same store
   */
  public Asker(QueryStore store, ClaimIndex index, Duration limit) {
    this(store, Optional.of(index), limit);
  }

  /** The same without an index: every question is a statement. */
  public Asker(QueryStore store, Duration limit) {
    this(store, Optional.empty(), limit);
  }

  private Asker(QueryStore store, Optional<ClaimIndex> index, Duration limit) {
    this.store = store;
    this.index = index;
    this.limit = limit;
    this.guests = new Turns(GUESTS, limit, "Too many statements at once");
  }

  /** What the index of claims answers; else what a statement does. */
  public <T> T claims(Function<ClaimSearch, Optional<T>> indexed, Supplier<T> asked) {
    return index.flatMap(one -> one.ask(indexed)).orElseGet(asked);
  }

  /** What the index of mentions answers; none where it cannot yet. */
  public <T> Optional<T> mentions(Function<MentionSearch, T> asked) {
    return index.flatMap(one -> one.askMentions(asked));
  }

  /** The last transaction of the store. */
  public long commit() {
    return store.commits().last();
  }

  /** The store itself. */
  public QueryStore store() {
    return store;
  }

  /** The rows of an answer, each by its columns' names; absent values are left out. */
  public List<Map<String, Object>> rows(Statement statement) {
    Map<String, @Nullable String> values = new LinkedHashMap<>(statement.values());
    List<Map<String, Object>> out = new ArrayList<>();
    asking(asked -> asked.rows(statement.sql(), values)).forEach(row -> out.add(told(row)));
    return out;
  }

  /** The first row. */
  public Optional<Map<String, Object>> first(Statement statement) {
    return rows(statement).stream().findFirst();
  }

  /**
   * Runs a statement.
   *
   * @throws Problem when it takes too long
   * @throws StoreException when it is wrong
   */
  public void run(String sql, Map<String, @Nullable String> values, RowSink sink) {
    run(sql, values, sink, limit);
  }

  /** Runs a statement that may take so long. */
  public void run(
      String sql, Map<String, @Nullable String> values, RowSink sink, Duration mayTake) {
    own(
        session -> {
          session.run(sql, values, sink);
          return true;
        },
        mayTake);
  }

  /**
   * Runs a statement of somebody's own, in a session that reaches the tables and nothing else. It
   * ends when whoever asked has gone.
   *
   * @param most how much of the answer is handed on
   * @return whether there is more
   * @throws Problem when it takes too long, or too many are asked at once
   * @throws StoreException when it is wrong
   */
  public boolean guest(
      String sql,
      Map<String, @Nullable String> values,
      QuerySession.Size most,
      RowSink sink,
      Caller caller) {
    return guests.take(
        () ->
            within(
                store::guest,
                session -> {
                  ScheduledFuture<?> looking =
                      clock.scheduleWithFixedDelay(
                          () -> {
                            if (caller.isGone()) {
                              session.cancel();
                            }
                          },
                          LOOKING_MILLIS,
                          LOOKING_MILLIS,
                          TimeUnit.MILLISECONDS);
                  try {
                    return session.runWithin(sql, values, most, sink);
                  } finally {
                    looking.cancel(false);
                  }
                },
                limit));
  }

  /** Asks more than once, all within the time that one question may take. */
  public <T> T asking(Function<Answering, T> work) {
    return own(work::apply, limit);
  }

  /**
   * Does what asks several questions: all are of one state of the store, and in one session, which
   * costs less than one each.
   */
  public <T> T together(Supplier<T> work) {
    Thread asking = Thread.currentThread();
    if (shared.containsKey(asking)) {
      return work.get();
    }
    try (Shared session = new Shared(store)) {
      shared.put(asking, session);
      return work.get();
    } finally {
      shared.remove(asking);
    }
  }

  /** The session of the questions that are asked together; opened by the first. */
  private static final class Shared implements AutoCloseable {
    private final QueryStore store;
    private @Nullable QuerySession session;

    Shared(QueryStore store) {
      this.store = store;
    }

    QuerySession session() {
      QuerySession out = session;
      if (out == null) {
        out = store.session();
        session = out;
        out.hold();
      }
      return out;
    }

    @Override
    public void close() {
      if (session != null) {
        session.close();
      }
    }
  }

  private <T> T own(Function<QuerySession, T> work, Duration mayTake) {
    @Nullable Shared there = shared.get(Thread.currentThread());
    return there == null
        ? within(store::session, work, mayTake)
        : within(there.session(), work, mayTake);
  }

  private <T> T within(
      Supplier<QuerySession> opened, Function<QuerySession, T> work, Duration mayTake) {
    try (QuerySession session = opened.get()) {
      return within(session, work, mayTake);
    }
  }

  private <T> T within(QuerySession session, Function<QuerySession, T> work, Duration mayTake) {
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> end =
        clock.schedule(
            () -> {
              late.set(true);
              session.cancel();
            },
            mayTake.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return work.apply(session);
    } catch (StoreException e) {
      if (late.get()) {
        throw Problem.of(
            503,
            "That takes too long",
            "It was ended after %d s: narrow it, by an outlet, a speaker or a time."
                .formatted(mayTake.toSeconds()));
      }
      throw e;
    } finally {
      end.cancel(false);
    }
  }

  /** A value as JSON has it: times as ISO 8601 with Z. */
  public static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC).toString();
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> out = new ArrayList<>(list.size());
      list.forEach(item -> out.add(plain(item)));
      return out;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(String.valueOf(key), plain(item)));
      return out;
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      return null;
    }
    return value == null
            || value instanceof String
            || value instanceof Number
            || value instanceof Boolean
        ? value
        : value.toString();
  }

  /** A whole number of a row; 0 where there is none. */
  public static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static Map<String, Object> told(Map<String, @Nullable Object> row) {
    Map<String, Object> out = new LinkedHashMap<>();
    row.forEach(
        (column, value) -> {
          @Nullable Object plain = plain(value);
          if (plain != null) {
            out.put(column, plain);
          }
        });
    return out;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
