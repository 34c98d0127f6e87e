package org.hearsay.web.searches;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.hearsay.sources.guarded.Poster;
import org.hearsay.store.Commits;
import org.hearsay.web.http.Bytes;
import org.hearsay.web.http.Json;
import org.hearsay.web.live.Arrivals;
import org.hearsay.web.live.Position;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each claim that a saved search chooses to its webhook, in the order in which they came, the
 * next one once it was taken: at least once, whatever ends the process, always under the same id.
 * One that is written again is sent again only where the search did not choose it before ({@link
 * Told}).
 *
 * <p>Each search that has something to send has a thread for that time, so that nobody waits for
 * another's receiver; the store is asked by a few at once.
 */
final class Deliveries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  private static final Duration TICK = Duration.ofMillis(250);
  private static final Duration ENDING = Duration.ofSeconds(5);
  private static final int AT_ONCE = 20;
  private static final int MOST_ASKING = 2;

  /** The receiver wants no more. */
  private static final int GONE = 410;

  /** These say nothing against the message: it may be taken later. */
  private static final List<Integer> PASSING = List.of(401, 403, 404, 408, 425, 429);

  private final SearchBook book;
  private final Arrivals arrivals;
  private final Commits commits;
  private final String store;
  private final BooleanSupplier complete;
  private final Sender sender;
  private final List<Duration> pauses;
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();
  private final Semaphore asking = new Semaphore(MOST_ASKING);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(work -> daemon(work, "webhook"));
  private final Thread following = daemon(this::follow, "webhooks");
  private volatile boolean closed;

  /** Sends. */
  @FunctionalInterface
  interface Sender {
    /** As {@link Poster#post}. */
    Poster.Reply send(URI address, Map<String, String> headers, byte[] json) throws IOException;
  }

  /**
   * What is followed.
   *
   * @param arrivals what came
   * @param commits the store's transactions
   * @param store its id
   * @param complete whether it has what there was before it began: what is older is no news
   */
  record Followed(Arrivals arrivals, Commits commits, String store, BooleanSupplier complete) {}

  /** Of one search: whether it is at work, and when it tries again. */
  private static final class Turn {
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant next = Instant.MIN;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<@Nullable Told> told = new AtomicReference<>();

    /** What it was told of; begun at that position. */
    Told told(Position at) {
      return Objects.requireNonNull(
          told.updateAndGet(there -> there == null ? new Told(at) : there));
    }
  }

  /**
   * For those searches.
   *
   * @param pauses how long is waited before each further try; the last one from then on
   */
  Deliveries(SearchBook book, Followed followed, Sender sender, List<Duration> pauses) {
    this.book = book;
    this.arrivals = followed.arrivals();
    this.commits = followed.commits();
    this.store = followed.store();
    this.complete = followed.complete();
    this.sender = sender;
    this.pauses = List.copyOf(pauses);
    following.start();
  }

  private static Thread daemon(Runnable work, String name) {
    Thread out = new Thread(work, name);
    out.setDaemon(true);
    return out;
  }

  /** From where a search is told of that begins now; empty where that is not known yet. */
  String begins() {
    return complete.getAsBoolean() ? Position.after(store, commits.last()).text() : "";
  }

  private void follow() {
    long seen = -1;
    while (!closed) {
      try {
        seen = commits.awaitAfter(seen, TICK);
      } catch (InterruptedException e) {
        return;
      }
      for (SavedSearch search : book.all()) {
        if (search.webhook().isPresent() && isDue(search, seen)) {
          wake(search);
        }
      }
    }
  }

  private boolean isDue(SavedSearch search, long last) {
    Progress at = book.progress(search.id());
    return !at.ended()
        && !Instant.now().isBefore(turn(search).next)
        && Position.parse(at.position(), store).map(now -> now.isBefore(last)).orElse(true);
  }

  private Turn turn(SavedSearch search) {
    return turns.computeIfAbsent(search.id(), id -> new Turn());
  }

  private void wake(SavedSearch search) {
    Turn turn = turn(search);
    if (!turn.busy.compareAndSet(false, true)) {
      return;
    }
    try {
      threads.execute(
          () -> {
            try {
              deliver(search, turn);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
              // The store is too busy, or the file of searches cannot be written: later again.
              LOG.warn("claims of the saved search {} cannot be sent now", search.name(), e);
              later(turn, Duration.ZERO);
            } finally {
              turn.busy.set(false);
            }
          });
    } catch (RejectedExecutionException e) {
      turn.busy.set(false);
    }
  }

  private void deliver(SavedSearch search, Turn turn) throws InterruptedException {
    Optional<Position> at = Position.parse(book.progress(search.id()).position(), store);
    if (at.isEmpty()) {
      String from = begins();
      if (!from.isEmpty()) {
        book.reached(search.id(), book.progress(search.id()).at(from));
      }
      return;
    }
    Map<String, List<String>> filter = ClaimFilter.parse(search.filter());
    Position now = at.get();
    Told told = turn.told(now);
    while (now.isBefore(commits.last())) {
      Arrivals.Arrived came = came(filter, now);
      for (Map<String, Object> claim : came.claims()) {
        if (!told.isNews(claim, filter)) {
          continue;
        }
        Position of = Arrivals.of(claim, store);
        if (closed || !send(search, filter, claim, of, turn)) {
          return;
        }
        told.add(claim);
      }
      now = came.end();
      book.passed(search.id(), now.text());
    }
  }

  private Arrivals.Arrived came(Map<String, List<String>> filter, Position after)
      throws InterruptedException {
    asking.acquire();
    try {
      return arrivals.after(filter, after, AT_ONCE);
    } finally {
      asking.release();
    }
  }

  /** Whether what comes after it may be sent. */
  private boolean send(
      SavedSearch search,
      Map<String, List<String>> filter,
      Map<String, Object> claim,
      Position position,
      Turn turn) {
    if (book.find(search.id()).isEmpty() || search.webhook().isEmpty()) {
      return false;
    }
    SavedSearch.Webhook hook = search.webhook().get();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("search", Map.of("id", search.id(), "name", search.name(), "filter", search.filter()));
    said.put("reason", Reasons.of(filter, claim));
    said.put("event", position.text());
    said.put("claim", claim);
    Bytes body = Json.bytes(said);
    String id = Ids.ofMessage(search.id(), position.text());
    Instant at = Instant.now();
    Map<String, String> headers =
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", Long.toString(at.getEpochSecond()),
            "webhook-signature", hook.secret().sign(id, at.getEpochSecond(), body.array()));
    try {
      Poster.Reply reply = sender.send(hook.url(), headers, body.array());
      return answered(search, reply, position, turn);
    } catch (IOException e) {
      if (!closed) {
        failed(search, Optional.empty(), "no answer: " + why(e));
        later(turn, Duration.ZERO);
      }
      return false;
    }
  }

  private boolean answered(SavedSearch search, Poster.Reply reply, Position position, Turn turn) {
    int status = reply.status();
    Progress before = book.progress(search.id());
    if (status >= 200 && status < 300) {
      turn.failures.set(0);
      book.reached(search.id(), before.taken(position.text(), status, Instant.now()));
      return true;
    }
    if (status == GONE) {
      book.reached(
          search.id(),
          before.failed(
              Optional.of(status),
              Instant.now(),
              "it answers 410, that it wants no more: nothing is sent to it any more",
              true));
      return false;
    }
    boolean refused = status >= 400 && status < 500 && !PASSING.contains(status);
    if (refused && turn.failures.get() >= pauses.size()) {
      // What this receiver will never take does not keep from it what comes after.
      LOG.warn(
          "{}: {} is passed over, which its webhook refuses: {}",
          search.name(),
          position.text(),
          status);
      turn.failures.set(0);
      book.reached(search.id(), before.taken(position.text(), status, Instant.now()));
      return true;
    }
    failed(
        search,
        Optional.of(status),
        status >= 300 && status < 400
            ? "it answers " + status + ", and redirects are not followed: give the address itself"
            : "it answers " + status);
    later(turn, reply.pause().orElse(Duration.ZERO));
    return false;
  }

  private void failed(SavedSearch search, Optional<Integer> status, String why) {
    Progress before = book.progress(search.id());
    if (before.failing().isEmpty()) {
      LOG.warn("the webhook of the saved search {} does not take claims: {}", search.name(), why);
    }
    book.reached(search.id(), before.failed(status, Instant.now(), why, false));
  }

  private static String why(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** When the next try is: no sooner than the receiver says. */
  private void later(Turn turn, Duration least) {
    Duration pause = pauses.get(Math.min(turn.failures.getAndIncrement(), pauses.size() - 1));
    turn.next = Instant.now().plus(pause.compareTo(least) < 0 ? least : pause);
  }

  /** Forgets a search that is no more. */
  void forget(String id) {
    turns.remove(id);
  }

  /** Sends nothing more; what is being sent goes on. */
  void stop() {
    closed = true;
    following.interrupt();
    threads.shutdownNow();
  }

  /** Waits for what is being sent, where that ends soon, and notes how far all were sent. */
  @Override
  public void close() {
    stop();
    try {
      if (!threads.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("a webhook does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      book.save();
    } catch (SearchException e) {
      LOG.warn("{}", e.getMessage());
    }
  }
}
