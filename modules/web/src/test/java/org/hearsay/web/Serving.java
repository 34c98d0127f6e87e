package org.hearsay.web;

import java.util.Map;
import java.util.function.Consumer;
import org.hearsay.records.Claim;
import org.hearsay.store.QueryStore;
import org.hearsay.store.tables.Batch;
import org.hearsay.web.pipeline.Pipeline;

/** A server over a store of its own, and whoever asks it; closed with both. */
final class Serving implements AutoCloseable {
  private final QueryStore store;
  private final WebServer server;
  private final Client client;

  private Serving(QueryStore store, WebServer server) {
    this.store = store;
    this.server = server;
    this.client = new Client(server);
  }

  /** As a user of this machine starts it. */
  static Serving of(Newsroom newsroom) {
    return of(newsroom::writeTo, WebSettings.local(0));
  }

  /** With what is written to the store before, and settings. */
  static Serving of(Consumer<QueryStore> written, WebSettings settings) {
    return of(QueryStore.inMemory(), written, settings, Pipeline.none());
  }

  /** The same over that store, which is closed with it, and beside what fills it. */
  static Serving of(
      QueryStore store, Consumer<QueryStore> written, WebSettings settings, Pipeline pipeline) {
    written.accept(store);
    return new Serving(store, WebServer.start(store, settings, pipeline));
  }

  QueryStore store() {
    return store;
  }

  WebServer server() {
    return server;
  }

  int port() {
    return server.port();
  }

  Client client() {
    return client;
  }

  /** Writes claims in one transaction. */
  void write(Claim... claims) {
    Batch batch = store.batch();
    for (Claim claim : claims) {
      batch.add(claim, Newsroom.START);
    }
    store.write(batch, Map.of());
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
