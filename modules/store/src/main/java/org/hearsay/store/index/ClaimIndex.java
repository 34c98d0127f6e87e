package org.hearsay.store.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.IOUtils;
import org.hearsay.store.QuerySession;
import org.hearsay.store.QueryStore;
import org.hearsay.store.StoreException;
import org.hearsay.store.search.Claims;
import org.hearsay.store.search.Statement;
import org.jspecify.annotations.Nullable;

/**
 * An index of the store's claims, and of where things are named: what lists, facets and series
 * choose and count by, and what is told of an entity. The tables keep what is true; this is made of
 * them when it opens and follows them. Safe for use by several threads.
 */
public final class ClaimIndex implements AutoCloseable {
  /** So long a request waits while claims are taken in: then its statement answers. */
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  /** So many are read from the store at once. */
  private static final int CHUNK = 20_000;

  private static final double BUFFER_MEGABYTES = 32;
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final QueryStore store;
  private final BooleanSupplier complete;

  /** Kept: one that nobody has forgets that it is to be quiet. */
  private final Logger quiet = Logger.getLogger("org.apache.lucene");

  private final ClaimFields fields = new ClaimFields();
  private final ClaimQueries queries;
  private final WholeClaims whole;
  private final IndexFolder folder;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final MentionIndex mentions;
  private final ReentrantLock taking = new ReentrantLock();

  /** Those who wait until more is taken wait here. */
  private final Object told = new Object();

  private final Thread following = new Thread(this::follow, "claim-index");
  private final Consumer<RuntimeException> failed;

  /** Up to which transaction claims were read; guarded by taking. */
  private long read;

  /** Which transaction's state the index has. */
  private volatile long taken;

  private volatile boolean closed;

  /** By which the store is read just now: what is cancelled when this closes. */
  private volatile @Nullable QuerySession reading;

  /**
   * Begins to be made.
   *
   * @param complete whether the store has what the topics have: until then nothing is taken, since
   *     reading them comes first
   * @param failed is told when the index cannot be kept, which answers nothing from then on
   */
  public ClaimIndex(QueryStore store, BooleanSupplier complete, Consumer<RuntimeException> failed) {
    this.store = store;
    this.complete = complete;
    this.failed = failed;
    this.whole = new WholeClaims(store.tables());
    this.queries =
        new ClaimQueries(this::folded, new Naming(this::naming, () -> store.commits().last()));
    // It tells which of the processor's instructions it could use: nothing for users.
    quiet.setLevel(Level.SEVERE);
    try {
      this.folder = IndexFolder.open();
      this.writer = new IndexWriter(folder.directory(), IndexFolder.config(BUFFER_MEGABYTES));
      this.searchers = new SearcherManager(writer, null);
      this.mentions = new MentionIndex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    following.setDaemon(true);
    following.start();
  }

  /**
   * Asks the index, if it has all that the store has.
   *
   * @param question answers, or not
   */
  public <T> Optional<T> ask(Function<ClaimSearch, Optional<T>> question) {
    if (!isCurrent()) {
      return Optional.empty();
    }
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return question.apply(new ClaimSearch(searcher, fields, queries, whole));
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of where things are named. */
  public <T> Optional<T> askMentions(Function<MentionSearch, T> question) {
    if (!isCurrent()) {
      return Optional.empty();
    }
    try {
      IndexSearcher searcher = mentions.searchers().acquire();
      try {
        return Optional.of(question.apply(new MentionSearch(searcher, mentions)));
      } finally {
        mentions.searchers().release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isCurrent() {
    if (closed || taken == 0) {
      return false;
    }
    try {
      return await(AT_ONCE) && !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Waits until it has what the store has now.
   *
   * @return whether it has
   */
  public boolean await(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    long wanted = Math.max(1, store.commits().last());
    if (taken >= wanted) {
      return true;
    }
    synchronized (told) {
      while (taken < wanted && !closed && System.nanoTime() < end) {
        told.wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    }
    return taken >= wanted;
  }

  private void follow() {
    try {
      while (!closed && !complete.getAsBoolean()) {
        long before = store.commits().last();
        store.commits().awaitAfter(before, QUIET);
      }
      while (!closed) {
        if (store.commits().last() > taken) {
          take();
        }
        store.commits().awaitAfter(taken, QUIET);
      }
    } catch (InterruptedException e) {
      // Closed.
    } catch (RuntimeException e) {
      // Whatever it was: the tables still answer.
      if (!closed) {
        closed = true;
        failed.accept(e);
      }
    }
  }

  /**
   * Takes what was written since. By the one thread that nobody interrupts: an interrupted one
   * loses the file that it writes, and the index with it.
   */
  private void take() {
    taking.lock();
    try (QuerySession session = store.session()) {
      reading = session;
      // What is taken in one go for the first time has each claim once.
      boolean replaces = read > 0;
      long until = store.commits().last();
      while (until > taken && !closed) {
        mentions.take(session, read, until);
        for (Written chunk : chunks(session, until)) {
          take(session, chunk, replaces);
          read = chunk.until();
        }
        replaces = true;
        forgetOthers(session);
        searchers.maybeRefreshBlocking();
        // What was read is of this transaction only if nothing was written meanwhile.
        long now = store.commits().last();
        if (now == until) {
          taken = until;
          tell();
        }
        until = now;
      }
    } catch (StoreException e) {
      // Cancelled by closing: who asked is answered by the statement, or not at all.
      if (!closed) {
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      reading = null;
      taking.unlock();
    }
  }

  private void tell() {
    synchronized (told) {
      told.notifyAll();
    }
  }

  /** Transactions one after the other. */
  private record Written(long after, long until) {}

  private List<Written> chunks(QuerySession session, long until) {
    List<Written> out = new ArrayList<>();
    long after = read;
    long claims = 0;
    for (Map<String, @Nullable Object> row :
        rows(
            session,
            new Statement(
                "SELECT \"commit\", count(*) AS claims FROM claims WHERE \"commit\" >"
                    + " $after::BIGINT AND \"commit\" <= $until::BIGINT GROUP BY 1 ORDER BY 1",
                Map.of("after", Long.toString(read), "until", Long.toString(until))))) {
      claims += number(row.get("claims"));
      if (claims >= CHUNK) {
        long last = number(row.get("commit"));
        out.add(new Written(after, last));
        after = last;
        claims = 0;
      }
    }
    out.add(new Written(after, until));
    return out;
  }

  private void take(QuerySession session, Written chunk, boolean replaces) throws IOException {
    for (Map<String, @Nullable Object> row :
        rows(session, ClaimFields.rows(chunk.after(), chunk.until()))) {
      if (replaces) {
        writer.updateDocument(
            new Term(ClaimFields.ID, String.valueOf(row.get(ClaimFields.ID))),
            fields.document(row));
      } else {
        writer.addDocument(fields.document(row));
      }
    }
  }

  /** Claims that left the store: it has fewer then. */
  private void forgetOthers(QuerySession session) throws IOException {
    searchers.maybeRefreshBlocking();
    IndexSearcher searcher = searchers.acquire();
    try {
      Statement count = new Statement("SELECT count(*) AS claims FROM claims", Map.of());
      long there = number(rows(session, count).get(0).get("claims"));
      if (searcher.getIndexReader().numDocs() == there) {
        return;
      }
      Set<String> ids = new HashSet<>();
      rows(session, new Statement("SELECT id FROM claims", Map.of()))
          .forEach(row -> ids.add(String.valueOf(row.get("id"))));
      Tallies.Ids known = new Tallies.Ids();
      known.over(searcher, new MatchAllDocsQuery());
      for (String id : known.all()) {
        if (!ids.contains(id)) {
          writer.deleteDocuments(new Term(ClaimFields.ID, id));
        }
      }
    } finally {
      searchers.release(searcher);
    }
  }

  private String folded(String word) {
    try (QuerySession session = store.session()) {
      Statement fold =
          new Statement("SELECT lower(strip_accents($word)) AS word", Map.of("word", word));
      return String.valueOf(rows(session, fold).get(0).get("word"));
    }
  }

  private List<String> naming(List<String> keys) {
    try (QuerySession session = store.session()) {
      return rows(session, Claims.naming(keys)).stream()
          .map(row -> String.valueOf(row.get("claimId")))
          .toList();
    }
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static List<Map<String, @Nullable Object>> rows(
      QuerySession session, Statement statement) {
    return session.rows(
        statement.sql(), new LinkedHashMap<String, @Nullable String>(statement.values()));
  }

  @Override
  public void close() {
    // Not interrupted: that would close the files under whoever writes or reads them.
    closed = true;
    tell();
    @Nullable QuerySession reading = this.reading;
    if (reading != null) {
      reading.cancel();
    }
    taking.lock();
    try {
      IOUtils.close(mentions, searchers, writer, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      taking.unlock();
    }
  }
}
