package org.hearsay.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes webhooks, as it is told to. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final BlockingQueue<Message> taken = new LinkedBlockingQueue<>();
  private final List<Message> all = new CopyOnWriteArrayList<>();
  private volatile Answering answering = exchange -> exchange.sendResponseHeaders(204, -1);

  /** What came. */
  record Message(String id, String timestamp, String signature, String body) {}

  /** Answers what came. */
  @FunctionalInterface
  interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Message message =
          new Message(
              exchange.getRequestHeaders().getFirst("webhook-id"),
              exchange.getRequestHeaders().getFirst("webhook-timestamp"),
              exchange.getRequestHeaders().getFirst("webhook-signature"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      all.add(message);
      taken.add(message);
      answering.answer(exchange);
    }
  }

  void answers(Answering with) {
    answering = with;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** The next message. */
  Message next() throws InterruptedException {
    Message out = taken.poll(30, TimeUnit.SECONDS);
    if (out == null) {
      throw new AssertionError("nothing came");
    }
    return out;
  }

  /** All that came. */
  List<Message> all() {
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
