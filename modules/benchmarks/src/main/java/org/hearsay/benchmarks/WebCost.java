package org.hearsay.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.hearsay.benchmarks.serving.ServerProcess;
import org.hearsay.store.Limits;
import org.hearsay.store.QuerySession;
import org.hearsay.store.QueryStore;

/**
 * What the HTTP API costs: how long requests take at so many a second, drawn from ten kinds with
 * values drawn at random, over the loopback address, from a server in a JVM of its own with the
 * store in a file; and how much memory that takes. A request counts from when it was due, so that
 * those that wait for a slow one are not forgotten. Beside them a file of the dashboard is asked
 * for, which costs no question: the ratio to it is what moves least with the machine.
 *
 * <p>What is asked about is drawn by Zipf's law: the tenth most asked for a tenth as often as the
 * first. With {@code --even} all are asked for as often.
 *
 * <p>Arguments: how many claims (default 100,000), requests a second (200), seconds (60).
 */
public final class WebCost {
  /** A server runs for days; in its first minute it compiles what it will run. */
  private static final int WARMING_SECONDS = 60;

  private static final int IDS = 2_000;

  /** More open requests than that mean that the server does not keep up. */
  private static final int MOST_OPEN = 400;

  private static final String[] WORDS =
      "bridge police minister convoy council school station report weeks border".split(" ", -1);

  private final Random random = new Random(19);
  private final Map<String, List<String>> ids = new LinkedHashMap<>();

  private final boolean skewed;

  private WebCost(boolean skewed) {
    this.skewed = skewed;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int claims = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 60;
    Path folder = Files.createTempDirectory("hearsay-web-cost");
    Path file = folder.resolve("store.duckdb");
    WebCost cost = new WebCost(!Arrays.asList(arguments).contains("--even"));
    fill(file, claims);
    cost.draw(file);
    out.printf("%,d claims, %,d MB on disk%n", claims, Files.size(file) >> 20);
    cost.measure(file, rate, seconds, out);
  }

  /** Makes a store of so many generated claims. */
  public static void fill(Path file, int claims) {
    try (QueryStore store = QueryStore.open(file, Limits.standard())) {
      new StoreRecords().write(store, claims, record -> {});
    }
  }

  /** What is asked about. */
  private void draw(Path file) {
    try (QueryStore store = QueryStore.open(file, Limits.standard());
        QuerySession session = store.session()) {
      keep(session, "claim", "SELECT id FROM claims USING SAMPLE reservoir(%d) REPEATABLE (1)");
      keep(session, "article", "SELECT id FROM articles USING SAMPLE reservoir(%d) REPEATABLE (1)");
      keep(
          session,
          "cluster",
          "SELECT id FROM claim_clusters USING SAMPLE reservoir(%d) REPEATABLE (1)");
      keep(session, "outlet", "SELECT DISTINCT outletId FROM claims LIMIT %d");
      keep(session, "entity", "SELECT DISTINCT unnest(about) FROM claims LIMIT %d");
      keep(session, "speaker", "SELECT DISTINCT speakerKey FROM claims LIMIT %d");
    }
  }

  private void keep(QuerySession session, String kind, String sql) {
    List<String> found = new ArrayList<>();
    session.run(
        sql.formatted(IDS),
        Map.of(),
        row -> {
          if (row.get(0) != null) {
            found.add(String.valueOf(row.get(0)));
          }
        });
    ids.put(kind, found);
  }

  private String one(String kind) {
    List<String> all = ids.getOrDefault(kind, List.of("none"));
    // The tenth as often as the first, the hundredth a hundredth: as pages are looked at.
    int rank =
        skewed ? (int) Math.pow(all.size(), random.nextDouble()) - 1 : random.nextInt(all.size());
    return URLEncoder.encode(all.get(rank), StandardCharsets.UTF_8);
  }

  private String filter() {
    return switch (random.nextInt(4)) {
      case 0 -> "outlet=" + one("outlet");
      case 1 -> "speaker=" + one("speaker");
      case 2 -> "entity=" + one("entity") + "&cueMode=ASSERTED";
      default -> "entity=" + one("entity") + "&outlet=" + one("outlet");
    };
  }

  /** The kinds, each as a path. */
  private Map<String, String> drawn() {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("claims", "/api/claims?" + filter());
    out.put(
        "words",
        "/api/claims?q=" + WORDS[random.nextInt(WORDS.length)] + "&entity=" + one("entity"));
    out.put("claim", "/api/claims/" + one("claim"));
    out.put("facets", "/api/claims/facets?" + filter());
    out.put("series", "/api/claims/series?by=day&" + filter());
    out.put("article", "/api/articles/" + one("article"));
    out.put("cluster", "/api/clusters/" + one("cluster"));
    out.put("copies", "/api/lineage/graph?article=" + one("article"));
    out.put("outlet", "/api/outlets/" + one("outlet"));
    out.put("entity", "/api/entities/" + one("entity"));
    return out;
  }

  private void measure(Path file, int rate, int seconds, PrintStream out)
      throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(file)) {
      HttpClient client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .executor(Executors.newFixedThreadPool(2, WebCost::daemon))
              .build();
      load(client, server.origin(), rate, WARMING_SECONDS, new LinkedHashMap<>());
      Map<String, List<Long>> times = new LinkedHashMap<>();
      int failed = load(client, server.origin(), rate, seconds, times);
      print(times, failed, out);
      out.printf("memory of the server, most: %,d MB%n", most(server.pid()) >> 10);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread out = new Thread(work, "client");
    out.setDaemon(true);
    return out;
  }

  private int load(
      HttpClient client, String base, int rate, int seconds, Map<String, List<Long>> times)
      throws InterruptedException {
    Semaphore open = new Semaphore(MOST_OPEN);
    AtomicInteger failed = new AtomicInteger();
    long began = System.nanoTime();
    List<String> order = new ArrayList<>();
    for (int i = 0; i < rate * seconds; i++) {
      long due = began + i * 1_000_000_000L / rate;
      LockSupport.parkNanos(due - System.nanoTime());
      Map<String, String> drawn = drawn();
      drawn.put("file", "/");
      if (order.isEmpty()) {
        order.addAll(drawn.keySet());
      }
      String kind = order.get(i % order.size());
      open.acquire();
      var unused =
          client
              .sendAsync(
                  HttpRequest.newBuilder(URI.create(base + drawn.get(kind)))
                      .timeout(Duration.ofSeconds(30))
                      .header("Accept-Encoding", "gzip")
                      .build(),
                  HttpResponse.BodyHandlers.ofByteArray())
              .whenComplete(
                  (answer, error) -> {
                    long taken = System.nanoTime() - due;
                    if (error != null || answer.statusCode() != 200) {
                      failed.incrementAndGet();
                    }
                    synchronized (times) {
                      times.computeIfAbsent(kind, key -> new ArrayList<>()).add(taken);
                    }
                    open.release();
                  });
    }
    open.acquire(MOST_OPEN);
    return failed.get();
  }

  private static void print(Map<String, List<Long>> times, int failed, PrintStream out) {
    List<Long> all = new ArrayList<>();
    times.forEach(
        (kind, list) -> {
          if (!kind.equals("file")) {
            all.addAll(list);
          }
        });
    double file = percentile(times.getOrDefault("file", List.of(1L)), 50);
    out.printf("%-9s %8s %8s %8s  times a file%n", "ms", "median", "p99", "most");
    times.forEach((kind, list) -> line(kind, list, file, out));
    line("all", all, file, out);
    out.printf("%d failed%n", failed);
  }

  private static void line(String kind, List<Long> times, double file, PrintStream out) {
    out.printf(
        "%-9s %8.1f %8.1f %8.1f  %6.1f%n",
        kind,
        percentile(times, 50) / 1e6,
        percentile(times, 99) / 1e6,
        percentile(times, 100) / 1e6,
        percentile(times, 50) / file);
  }

  private static double percentile(List<Long> times, int of) {
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[Math.min(sorted.length - 1, sorted.length * of / 100)];
  }

  /** The most memory that a process had, in kB: Linux says so. */
  private static long most(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .flatMap(line -> Arrays.stream(line.split("\\D+", -1)))
        .filter(word -> !word.isEmpty())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
