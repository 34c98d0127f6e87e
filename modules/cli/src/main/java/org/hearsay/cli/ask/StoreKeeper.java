package org.hearsay.cli.ask;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.hearsay.entities.Catalogue;
import org.hearsay.records.topics.Topics;
import org.hearsay.store.Limits;
import org.hearsay.store.QueryStore;
import org.hearsay.store.loading.LoadProgress;
import org.hearsay.store.loading.LoadSettings;
import org.hearsay.store.loading.TopicLoader;
import org.hearsay.store.serving.QueryServer;
import org.hearsay.store.tables.Batch;
import org.hearsay.topology.records.CatalogueRecords;

/** A store that follows the topics, and answers questions meanwhile. */
public final class StoreKeeper implements AutoCloseable {
  private final QueryStore store;
  private final QueryServer server;
  private final TopicLoader loader;

  private StoreKeeper(QueryStore store, QueryServer server, TopicLoader loader) {
    this.store = store;
    this.server = server;
    this.loader = loader;
  }

  /**
   * Opens the file, begins to answer, and prepares to read.
   *
   * @param told is told where an older form of the store was set aside
   * @param progress is told how far the reading is
   */
  public static StoreKeeper open(
      Path file,
      Limits limits,
      Topics topics,
      LoadSettings settings,
      Consumer<String> told,
      Consumer<LoadProgress> progress)
      throws InterruptedException {
    QueryStore store = QueryStore.open(file, limits);
    try {
      store
          .replaced()
          .ifPresent(
              old ->
                  told.accept(
                      "the store had the form of another version; it is read anew from the topics,"
                          + " and the old one is "
                          + old));
      store.write(builtIn(store), Map.of());
      QueryServer server = QueryServer.start(store, file);
      try {
        return new StoreKeeper(store, server, new TopicLoader(store, topics, settings, progress));
      } catch (RuntimeException | InterruptedException e) {
        server.close();
        throw e;
      }
    } catch (RuntimeException | InterruptedException e) {
      store.close();
      throw e;
    }
  }

  /**
   * What the stages know by name without any topic; what the catalogue's topics say comes after.
   */
  private static Batch builtIn(QueryStore store) {
    Batch out = store.batch();
    Catalogue catalogue = Catalogue.builtIn();
    Instant now = Instant.now();
    catalogue.outlets().forEach(outlet -> out.add(CatalogueRecords.record(outlet), now));
    catalogue.entities().forEach(entity -> out.add(CatalogueRecords.record(entity), now));
    return out;
  }

  /** Where it answers. */
  public Path socket() {
    return server.socket();
  }

  /** Reads up to the ends that the topics have now, unless it is told to stop. */
  public void readToEnd(BooleanSupplier stopping) {
    loader.loadToEnd(stopping);
  }

  /** Goes on reading until it is told to stop. */
  public void follow(BooleanSupplier stopping) {
    loader.run(stopping);
  }

  @Override
  public void close() {
    loader.close();
    server.close();
    store.close();
  }
}
