package org.hearsay.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A site on this machine, and a sink that keeps what is read from it. */
abstract class WithSite {
  static final String PAGE = "<html><body><p>The pier is closed.</p></body></html>";

  final Map<String, Answer> answers = new ConcurrentHashMap<>();
  final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
  final CountDownLatch done = new CountDownLatch(1);
  final ExecutorService pool = Executors.newCachedThreadPool();
  final Taken taken = new Taken();
  HttpServer server;
  String root;

  @TempDir Path folder;

  /** What the server says under a path. */
  interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  /** What came. */
  static final class Taken implements PageSink {
    final List<FetchedPage> pages = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final List<String> waits = new ArrayList<>();
    final Set<String> known = new HashSet<>();

    @Override
    public void page(FetchedPage page) {
      pages.add(page);
    }

    @Override
    public void failed(String name, String reason) {
      failures.add(name + ": " + reason);
    }

    @Override
    public void waits(String name, String reason, Duration wait) {
      waits.add(name + " " + wait.toSeconds() + " s: " + reason);
    }

    @Override
    public boolean has(String name) {
      return known.contains(name);
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(pool);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          try (exchange) {
            Answer answer = answers.get(path);
            if (answer == null) {
              exchange.sendResponseHeaders(404, -1);
            } else {
              answer.give(exchange);
            }
          }
        });
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    done.countDown();
    server.stop(0);
    pool.shutdownNow();
  }

  static Answer text(String type, String text) {
    return bytes(type, text.getBytes(UTF_8));
  }

  static Answer bytes(String type, byte[] bytes) {
    return exchange -> {
      exchange.getResponseHeaders().add("Content-Type", type);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  static Answer redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  static SourceSettings settings(boolean privateAddresses, Duration wait) {
    return settings(privateAddresses, wait, Retries.NONE);
  }

  static SourceSettings settings(boolean privateAddresses, Duration wait, Retries retries) {
    return new SourceSettings(
        new Politeness("Hearsay-Test/1", Duration.ZERO, true),
        wait,
        wait,
        new FetchLimits(100_000, 3, 10),
        retries,
        privateAddresses);
  }

  void read(String input) throws IOException {
    read(input, settings(true, Duration.ofSeconds(20)));
  }

  void read(String input, SourceSettings settings) throws IOException {
    try (Sources sources = new Sources(settings, new ByteArrayInputStream(PAGE.getBytes(UTF_8)))) {
      sources.read(input, taken);
    }
  }

  static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}
