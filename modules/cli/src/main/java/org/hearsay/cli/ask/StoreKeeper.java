package org.hearsay.cli.ask;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hearsay.cli.options.UserException;
import org.hearsay.entities.Catalogue;
import org.hearsay.records.topics.Topics;
import org.hearsay.store.Limits;
import org.hearsay.store.QueryStore;
import org.hearsay.store.StoreException;
import org.hearsay.store.StoreInUseException;
import org.hearsay.store.loading.LoadProgress;
import org.hearsay.store.loading.LoadSettings;
import org.hearsay.store.loading.TopicLoader;
import org.hearsay.store.serving.QueryServer;
import org.hearsay.store.tables.Batch;
import org.hearsay.topology.records.CatalogueRecords;
import org.jspecify.annotations.Nullable;

/**
 * A store that follows the topics, and answers questions meanwhile. One thread reads; any may ask.
 */
public final class StoreKeeper implements AutoCloseable {
  private final QueryStore store;
  private final Optional<QueryServer> server;
  private @Nullable TopicLoader loader;

  private StoreKeeper(QueryStore store, Optional<QueryServer> server) {
    this.store = store;
    this.server = server;
  }

  /**
   * Opens the file, and begins to answer other commands. {@link #connect} comes next.
   *
   * @param told is told where an older form of the store was set aside
   * @throws UserException when another process has it, or it cannot be
   */
  public static StoreKeeper open(Path file, Limits limits, Consumer<String> told) {
    return guarded(
        file,
        () -> {
          QueryStore store = QueryStore.open(file, limits);
          try {
            store
                .replaced()
                .ifPresent(
                    old ->
                        told.accept(
                            "the store had the form of another version; it is read anew from the"
                                + " topics, and the old one is "
                                + old));
            store.write(builtIn(store), Map.of());
            return new StoreKeeper(store, Optional.of(QueryServer.start(store, file)));
          } catch (RuntimeException e) {
            store.close();
            throw e;
          }
        });
  }

  private static StoreKeeper guarded(Path file, Supplier<StoreKeeper> opening) {
    try {
      return opening.get();
    } catch (StoreInUseException e) {
      throw new UserException(
          file + ": another process keeps this store; ask it with hearsay query --store " + file,
          e);
    } catch (StoreException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The same for as long as the process runs, and for itself alone. */
  public static StoreKeeper inMemory(Limits limits) {
    QueryStore store = QueryStore.inMemory(limits);
    store.write(builtIn(store), Map.of());
    return new StoreKeeper(store, Optional.empty());
  }

  /**
   * Prepares to read the topics.
   *
   * @param progress is told how far the reading is
   * @throws StoreException when the store was read from other topics
   */
  public void connect(Topics topics, LoadSettings settings, Consumer<LoadProgress> progress)
      throws InterruptedException {
    loader = new TopicLoader(store, topics, settings, progress);
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

  /** The store, to be asked. */
  public QueryStore store() {
    return store;
  }

  /** Where it answers other commands. */
  public Optional<Path> socket() {
    return server.map(QueryServer::socket);
  }

  private TopicLoader loader() {
    return Objects.requireNonNull(loader, "connect first");
  }

  /** Makes what finds single rows fast; after the first reading, which it would slow down. */
  public void index() {
    store.index();
  }

  /** Reads up to the ends that the topics have now, unless it is told to stop. */
  public void readToEnd(BooleanSupplier stopping) {
    loader().loadToEnd(stopping);
  }

  /** Goes on reading until it is told to stop. */
  public void follow(BooleanSupplier stopping) {
    loader().run(stopping);
  }

  @Override
  public void close() {
    if (loader != null) {
      loader.close();
    }
    server.ifPresent(QueryServer::close);
    store.close();
  }
}
