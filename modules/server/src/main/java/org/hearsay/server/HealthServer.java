package org.hearsay.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers {@code GET /live} (200, or 500 once a stage has failed or ended: restart the process) and
 * {@code GET /ready} (200, or 503 while starting), each with one line a stage.
 */
public final class HealthServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  private HealthServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts on the given address; port 0 takes a free one.
   *
   * @throws IOException when the address is taken
   */
  public static HealthServer start(InetSocketAddress address, StageRunner runner)
      throws IOException {
    HealthServer out = new HealthServer(HttpServer.create(address, 0));
    out.server.createContext(
        "/live", exchange -> answer(exchange, runner.isLive() ? 200 : 500, runner));
    out.server.createContext(
        "/ready", exchange -> answer(exchange, runner.isReady() ? 200 : 503, runner));
    out.server.setExecutor(out.executor);
    out.server.start();
    return out;
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, int status, StageRunner runner)
      throws IOException {
    byte[] body = (String.join("\n", runner.describe()) + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdown();
  }
}
