package org.hearsay.web.live;

import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.hearsay.store.QueryStore;
import org.hearsay.store.search.Claims;
import org.hearsay.web.api.Asker;
import org.hearsay.web.api.Lists;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Bytes;
import org.hearsay.web.http.Caller;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Claims as they come in, as server-sent events (WHATWG HTML, section 9.2) to whoever listens, each
 * by filters of their own. A claim that is written again, since its chain was completed, comes
 * again. Safe for use by several threads.
 *
 * <p>One thread waits for the store's next transaction; a few ask what came. None waits for those
 * who listen: each is given a batch, and nothing more until it was taken. One who takes nothing for
 * a minute is let go, and can go on from the id of the last event.
 */
public final class LiveClaims implements AutoCloseable {
  /** Where it is asked for. */
  public static final String PATH = "/live/claims";

  /** Whoever takes nothing for so long is let go. */
  public static final Duration LONGEST_UNTAKEN = Duration.ofSeconds(60);

  private static final String TYPE = "text/event-stream";
  private static final Parameter SINCE =
      Parameter.number("since", "So many of the newest first, at most 200.", 0);
  private static final Parameter LAST =
      Parameter.text("lastEventId", "Goes on after that event, as the header Last-Event-ID does.");
  private static final int MOST_FIRST = 200;
  private static final int MOST_LISTENERS = 200;
  private static final int READERS = 4;

  /** How often is looked who took nothing. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private static final Duration QUIET = Duration.ofSeconds(15);
  private static final Bytes STILL_HERE = Bytes.of(": still here\n\n");

  private final QueryStore store;
  private final String id;
  private final ClaimEvents events;
  private final Duration longestUntaken;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(MOST_LISTENERS);
  private final ExecutorService readers =
      Executors.newFixedThreadPool(READERS, work -> daemon(work, "live-read"));
  private final Listener.Sources sources;
  private final Thread waiting = daemon(this::follow, "live");
  private volatile boolean closed;

  /** Over that store. */
  public LiveClaims(Asker asker) {
    this(asker, LONGEST_UNTAKEN);
  }

  /** The same, letting go sooner or later. */
  LiveClaims(Asker asker, Duration longestUntaken) {
    this.store = asker.store();
    this.id = store.id();
    this.events = new ClaimEvents(asker);
    this.longestUntaken = longestUntaken;
    this.sources =
        new Listener.Sources(
            new Batches(events::after, this::run), () -> store.commits().last(), this::run);
    waiting.start();
  }

  private static Thread daemon(Runnable work, String name) {
    Thread out = new Thread(work, name);
    out.setDaemon(true);
    return out;
  }

  private void run(Runnable work) {
    try {
      readers.execute(work);
    } catch (RejectedExecutionException e) {
      // Closed meanwhile.
    }
  }

  /** What may be said in the address. */
  public static List<Parameter> parameters() {
    List<Parameter> out = new ArrayList<>(Lists.filters(Claims.LISTING));
    out.add(SINCE);
    out.add(LAST);
    return out;
  }

  /**
   * Lets somebody listen, until they go.
   *
   * @throws Problem when what they ask for is wrong, or too many listen
   */
  public void listen(Context context) {
    Asked asked =
        new Asked(
            Map.of(), context.queryParamMap(), null, Bytes.of(new byte[0]), Caller.of(context), "");
    asked.requireKnown(parameters().stream().map(Parameter::name).toList());
    requireAccepted(context.header("Accept"));
    Listener.Wanted wanted = wanted(asked, context.header("Last-Event-ID"));
    boolean head = context.method().name().equals("HEAD");
    if (closed || (!head && !places.tryAcquire())) {
      throw Problem.of(
          503, "Too many listen", "At most " + MOST_LISTENERS + " do at once: try again later.");
    }
    context.contentType(TYPE + ";charset=utf-8");
    context.header("Cache-Control", "no-cache");
    // A proxy would keep events until there are enough of them.
    context.header("X-Accel-Buffering", "no");
    context.header("Connection", "close");
    if (!head) {
      context.future(() -> begin(context, wanted));
    }
  }

  private static void requireAccepted(@Nullable String accept) {
    if (accept != null
        && !accept.contains(TYPE)
        && !accept.contains("*/*")
        && !accept.contains("text/*")) {
      throw Problem.of(
          406,
          "There are only events here",
          "Send Accept: " + TYPE + ", or ask /api/claims, which answers in JSON.");
    }
  }

  private CompletableFuture<?> begin(Context context, Listener.Wanted wanted) {
    HttpServletResponse response = context.res();
    AsyncContext answer = context.req().getAsyncContext();
    try {
      Listener listener =
          new Listener(
              response.getOutputStream(), wanted, sources, gone -> end(gone, response, answer));
      listeners.add(listener);
      listener.begin();
      if (closed) {
        listener.end();
      }
    } catch (IOException e) {
      places.release();
      throw new UncheckedIOException(e);
    }
    return new Unending();
  }

  /**
   * The stream ends its answer itself: Javalin would go on with a request of which the connection
   * may be closed.
   */
  private static final class Unending extends CompletableFuture<@Nullable Void> {
    @Override
    public boolean cancel(boolean mayInterrupt) {
      return false;
    }
  }

  private void end(Listener gone, HttpServletResponse response, AsyncContext answer) {
    listeners.remove(gone);
    places.release();
    try {
      if (gone.isTaking()) {
        // To end the answer in order would wait for what is on its way.
        response.sendError(-1);
      }
      answer.complete();
    } catch (IOException | IllegalStateException e) {
      // It is closed.
    }
  }

  private Listener.Wanted wanted(Asked asked, @Nullable String header) {
    int first = asked.number(SINCE, 0, MOST_FIRST);
    Optional<String> last = Optional.ofNullable(header).or(() -> asked.one(LAST.name()));
    Optional<Position> seen = last.flatMap(text -> Position.parse(text, id));
    Position now = Position.after(id, store.commits().last());
    // Refuses a wrong filter before anything is sent.
    String newest = events.newest(asked.query(), seen.isEmpty() ? first : 0);
    StringBuilder out = new StringBuilder();
    if (last.isPresent() && seen.isEmpty()) {
      out.append(ClaimEvents.event("reset", "{}", Optional.empty()));
    }
    out.append(newest);
    out.append(
        ClaimEvents.event(
            "hello", "{\"commit\":" + now.commit() + "}", Optional.of(seen.orElse(now))));
    return new Listener.Wanted(asked.query(), seen.orElse(now), Bytes.of(out.toString()));
  }

  /** How many listen. */
  int listening() {
    return listeners.size();
  }

  private void follow() {
    long seen = store.commits().last();
    long said = System.nanoTime();
    while (!closed) {
      try {
        long now = store.commits().awaitAfter(seen, TICK);
        if (now > seen) {
          listeners.forEach(Listener::wake);
        }
        seen = now;
      } catch (InterruptedException e) {
        return;
      }
      listeners.stream().filter(one -> one.isStuck(longestUntaken)).forEach(Listener::end);
      if (System.nanoTime() - said > QUIET.toNanos()) {
        said = System.nanoTime();
        listeners.forEach(listener -> listener.comment(STILL_HERE));
      }
    }
  }

  /** Ends every stream. */
  @Override
  public void close() {
    closed = true;
    waiting.interrupt();
    listeners.forEach(Listener::end);
    readers.shutdownNow();
  }
}
