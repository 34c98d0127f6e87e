package org.hearsay.benchmarks.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.hearsay.benchmarks.StoreRecords;
import org.hearsay.records.Claim;
import org.hearsay.store.Limits;
import org.hearsay.store.QueryStore;
import org.hearsay.store.tables.Batch;
import org.hearsay.web.WebServer;
import org.hearsay.web.WebSettings;

/**
 * How long a committed claim takes to an open live stream: from the moment at which its transaction
 * was written until its event was read by a client, over the loopback address, with all streams
 * open, every second one by a filter of its own. Claims are committed four a second, for a minute,
 * into a store that holds so many already.
 *
 * <p>Arguments: how many claims the store has (default 100,000), how many streams are open (200,
 * the most that a server takes).
 */
public final class LiveCost {
  private static final int COMMITS = 240;
  private static final long PAUSE_NANOS = 250_000_000;

  /** What the ids of claims begin with that are committed while streams are open. */
  private static final String ID = "ffff";

  private static final String DATA = "data: {\"id\":\"";

  /** The first ones find a cold JVM. */
  private static final int WARMING = 20;

  private final Map<String, Long> committed = new ConcurrentHashMap<>();
  private final List<Long> taken = Collections.synchronizedList(new ArrayList<>());

  private LiveCost() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int claims = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int streams = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path file = Files.createTempDirectory("hearsay-live-cost").resolve("store.duckdb");
    new LiveCost().measure(file, claims, streams, out);
  }

  private void measure(Path file, int claims, int streams, PrintStream out)
      throws IOException, InterruptedException {
    try (QueryStore store = QueryStore.open(file, Limits.standard());
        WebServer server = WebServer.start(store, WebSettings.local(0))) {
      List<Claim> few = fill(store, claims);
      CountDownLatch open = new CountDownLatch(streams);
      HttpClient client = HttpClient.newHttpClient();
      for (int i = 0; i < streams; i++) {
        // All of them see every claim, whatever else their filter says.
        String own = i % 2 == 0 ? "" : "&minConfidence=0.000" + (1_000 + i);
        Thread reading =
            new Thread(
                () ->
                    read(
                        client,
                        "http://127.0.0.1:" + server.port() + "/live/claims?voice=any" + own,
                        open),
                "stream");
        reading.setDaemon(true);
        reading.start();
      }
      open.await();
      for (int i = 0; i < COMMITS; i++) {
        commit(store, few.get(i % few.size()), ID + i);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      print(claims, streams, out);
    }
  }

  private static List<Claim> fill(QueryStore store, int claims) {
    List<Claim> few = new ArrayList<>();
    new StoreRecords()
        .write(
            store,
            claims,
            record -> {
              if (record instanceof Claim claim && few.size() < StoreRecords.CLAIMS) {
                few.add(claim);
              }
            });
    return few;
  }

  private void commit(QueryStore store, Claim like, String id) {
    Batch batch = store.batch();
    batch.add(Claim.newBuilder(like).setId(id).setConfidence(1.0).build(), Instant.EPOCH);
    store.write(batch, Map.of());
    committed.put(id, System.nanoTime());
  }

  private void read(HttpClient client, String address, CountDownLatch open) {
    try (BufferedReader events =
        new BufferedReader(
            new InputStreamReader(
                client
                    .send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                    .body(),
                StandardCharsets.UTF_8))) {
      String line = events.readLine();
      while (line != null) {
        if (line.startsWith("event: hello")) {
          open.countDown();
        }
        if (line.startsWith(DATA + ID)) {
          long now = System.nanoTime();
          String id = line.substring(DATA.length(), line.indexOf("\",\""));
          // One that is read before the writer says so took no time.
          long since = committed.getOrDefault(id, now);
          if (Integer.parseInt(id.substring(ID.length())) >= WARMING) {
            taken.add(now - since);
          }
        }
        line = events.readLine();
      }
    } catch (IOException e) {
      // The server has stopped.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(int claims, int streams, PrintStream out) {
    long[] sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
    out.printf(
        "%,d claims, %d streams, %,d events of %,d%n",
        claims, streams, sorted.length, (long) streams * (COMMITS - WARMING));
    out.printf(
        "commit to event, ms: median %.1f, p99 %.1f, most %.1f%n",
        at(sorted, 50), at(sorted, 99), at(sorted, 100));
  }

  private static double at(long[] sorted, int of) {
    return sorted[Math.min(sorted.length - 1, sorted.length * of / 100)] / 1e6;
  }
}
