package org.hearsay.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Answers {@code GET /live}: 200, or 500 once a stage has failed, ended or hangs, so that the
 * process has to be started again; and {@code GET /ready}: 200 while every stage takes records of
 * all its partitions, 503 before that, while partitions are passed around, stores are restored or
 * no broker answers, and once a stage has failed. The body has a line a stage, with its state and
 * what it waits for, one for each such trouble, and one of how many records of the catalogue are
 * left out and how many went to the dead letters, where there are any.
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
        "/live", exchange -> answer(exchange, runner, StageHealth::isLive, runner.stalls(), 500));
    out.server.createContext(
        "/ready",
        exchange -> {
          List<String> troubles = new ArrayList<>(runner.outages());
          troubles.addAll(runner.stalls());
          answer(exchange, runner, StageHealth::isReady, troubles, 503);
        });
    out.server.setExecutor(out.executor);
    out.server.start();
    return out;
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private static void answer(
      HttpExchange exchange,
      StageRunner runner,
      Predicate<StageHealth> good,
      List<String> troubles,
      int otherwise)
      throws IOException {
    List<StageHealth> stages = runner.health();
    int status = stages.stream().allMatch(good) && troubles.isEmpty() ? 200 : otherwise;
    StringBuilder lines = new StringBuilder();
    stages.forEach(stage -> lines.append(stage).append('\n'));
    troubles.forEach(trouble -> lines.append(trouble).append('\n'));
    long leftOut = runner.leftOut();
    if (leftOut > 0) {
      lines.append("records of the catalogue left out since the start: ").append(leftOut);
      lines.append('\n');
    }
    long deadLetters = runner.deadLetters();
    if (deadLetters > 0) {
      lines.append("dead letters since the start: ").append(deadLetters).append('\n');
    }
    byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
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
