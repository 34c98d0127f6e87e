package org.hearsay.web.live;

import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hearsay.store.QueryStore;
import org.hearsay.store.StoreException;
import org.hearsay.store.search.Claims;
import org.hearsay.web.api.Asker;
import org.hearsay.web.api.ClaimRows;
import org.hearsay.web.api.Lists;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Bytes;
import org.hearsay.web.http.Caller;
import org.hearsay.web.http.Json;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Claims as they come in, as server-sent events (WHATWG HTML, section 9.2) to whoever listens, each
 * by filters of their own. A claim that is written again, since its chain was completed, comes
 * again. Safe for use by several threads.
 *
 * <p>One thread waits for the store's next transaction; a few write to those who listen. One who
 * reads slowly holds one of these until the connection's time is over, and can go on from the id of
 * the last event.
 */
public final class LiveClaims implements AutoCloseable {
  /** Where it is asked for. */
  public static final String PATH = "/live/claims";

  private static final Parameter SINCE =
      Parameter.number("since", "So many of the newest first, at most 200.", 0);
  private static final Parameter LAST =
      Parameter.text("lastEventId", "Goes on after that event, as the header Last-Event-ID does.");
  private static final int MOST_FIRST = 200;
  private static final int MOST_LISTENERS = 200;
  private static final int WRITERS = 8;

  /** So many are read at once; the rest right after. */
  private static final int AT_ONCE = 200;

  private static final Duration QUIET = Duration.ofSeconds(15);

  private final Asker asker;
  private final QueryStore store;
  private final String id;
  private final ClaimRows rows;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final ExecutorService writers =
      Executors.newFixedThreadPool(WRITERS, work -> daemon(work, "live-write"));
  private final Thread waiting = daemon(this::follow, "live");
  private volatile boolean closed;

  /** Over that store. */
  public LiveClaims(Asker asker) {
    this.asker = asker;
    this.store = asker.store();
    this.id = store.id();
    this.rows = new ClaimRows(asker);
    waiting.start();
  }

  private static Thread daemon(Runnable work, String name) {
    Thread out = new Thread(work, name);
    out.setDaemon(true);
    return out;
  }

  /** What may be said in the address. */
  public static List<Parameter> parameters() {
    List<Parameter> out = new ArrayList<>(Lists.filters(Claims.LISTING));
    out.add(SINCE);
    out.add(LAST);
    return out;
  }

  /** One who listens. */
  private static final class Listener {
    private final SseClient client;
    private final Map<String, List<String>> filter;
    private final AtomicBoolean busy = new AtomicBoolean();
    private Position position;

    Listener(SseClient client, Map<String, List<String>> filter, Position position) {
      this.client = client;
      this.filter = filter;
      this.position = position;
    }
  }

  /**
   * Lets somebody listen, until they go.
   *
   * @throws Problem when what they ask for is wrong, or too many listen
   */
  public void listen(SseClient client) {
    Asked asked =
        new Asked(
            Map.of(),
            client.ctx().queryParamMap(),
            null,
            Bytes.of(new byte[0]),
            Caller.of(client.ctx()));
    Lists.requireKnown(asked, Claims.LISTING, Set.of(SINCE.name(), LAST.name()));
    int first = asked.number(SINCE, 0, MOST_FIRST);
    if (closed || listeners.size() >= MOST_LISTENERS) {
      throw Problem.of(
          503, "Too many listen", "At most " + MOST_LISTENERS + " do at once: try again later.");
    }
    Position now = Position.after(id, store.commits().last());
    // Refuses a wrong filter before anything is sent.
    List<Map<String, Object>> newest = first == 0 ? check(asked) : newest(asked, first);
    @Nullable String header = client.ctx().header("Last-Event-ID");
    Optional<String> last = Optional.ofNullable(header).or(() -> asked.one(LAST.name()));
    Optional<Position> seen = last.flatMap(text -> Position.parse(text, id));
    client.keepAlive();
    if (last.isPresent() && seen.isEmpty()) {
      client.sendEvent("reset", "{}");
    }
    if (seen.isEmpty()) {
      newest.forEach(row -> client.sendEvent("claim", Json.text(row)));
    }
    client.sendEvent("hello", Json.text(Map.of("commit", now.commit())), seen.orElse(now).text());
    Listener listener = new Listener(client, asked.query(), seen.orElse(now));
    listeners.add(listener);
    client.onClose(() -> listeners.remove(listener));
    advance(listener);
  }

  private List<Map<String, Object>> check(Asked asked) {
    asker.rows(Claims.LISTING.since(asked.query(), Long.MAX_VALUE, "", 1));
    return List.of();
  }

  private List<Map<String, Object>> newest(Asked asked, int count) {
    List<Map<String, Object>> found =
        new ArrayList<>(
            asker.rows(Claims.LISTING.whole(asked.query(), Claims.LISTING.sorts().get(0), count)));
    Collections.reverse(found);
    return rows.complete(found);
  }

  private void follow() {
    long seen = store.commits().last();
    while (!closed) {
      try {
        long now = store.commits().awaitAfter(seen, QUIET);
        if (now > seen) {
          listeners.forEach(this::advance);
        } else {
          listeners.forEach(listener -> submit(() -> comment(listener)));
        }
        seen = now;
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void submit(Runnable work) {
    try {
      writers.execute(work);
    } catch (RejectedExecutionException e) {
      // Closed meanwhile.
    }
  }

  private void advance(Listener listener) {
    submit(
        () -> {
          // Whoever is being written to gets what came meanwhile by the same turn.
          while (!closed && isBehind(listener) && listener.busy.compareAndSet(false, true)) {
            try {
              write(listener);
            } finally {
              listener.busy.set(false);
            }
          }
        });
  }

  private boolean isBehind(Listener listener) {
    return listeners.contains(listener) && listener.position.commit() < store.commits().last();
  }

  private void write(Listener listener) {
    long upTo = store.commits().last();
    Position from = listener.position;
    List<Map<String, Object>> found;
    do {
      try {
        found =
            rows.complete(
                asker.rows(
                    Claims.LISTING.since(listener.filter, from.commit(), from.id(), AT_ONCE)));
      } catch (StoreException | Problem e) {
        listener.client.close();
        listeners.remove(listener);
        return;
      }
      for (Map<String, Object> row : found) {
        from = new Position(id, number(row.get("commit")), String.valueOf(row.get("id")));
        listener.client.sendEvent("claim", Json.text(row), from.text());
      }
      listener.position = from;
    } while (found.size() == AT_ONCE && !listener.client.terminated());
    if (from.commit() < upTo) {
      listener.position = Position.after(id, upTo);
    }
  }

  private static void comment(Listener listener) {
    if (listener.busy.compareAndSet(false, true)) {
      try {
        listener.client.sendComment("still here");
      } finally {
        listener.busy.set(false);
      }
    }
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  /** Ends every stream. */
  @Override
  public void close() {
    closed = true;
    waiting.interrupt();
    writers.shutdownNow();
    listeners.forEach(listener -> listener.client.close());
    listeners.clear();
  }
}
