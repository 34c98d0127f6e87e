package org.hearsay.topology.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.hearsay.entities.Catalogue;
import org.hearsay.records.Entity;
import org.hearsay.records.Outlet;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.TopicNodes;
import org.hearsay.topology.ValueSerdes;
import org.hearsay.topology.records.CatalogueChanges;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a stage makes of the catalogue, kept up to date: a catalogue that it starts with, and the
 * changes that stand in the catalogue's topics, read whole as global tables.
 *
 * <p>Threading: one instance is shared by a stage's threads.
 *
 * @param <T> what is made of the catalogue
 */
public final class LiveCatalogue<T> {
  private static final Logger LOG = LoggerFactory.getLogger(LiveCatalogue.class);

  /** How long changes are gathered before they are applied, unless told otherwise. */
  public static final long REST_NANOS = 1_000_000_000L;

  private static final String ENTITIES = "catalogue-entities";
  private static final String OUTLETS = "catalogue-outlets";

  private final Catalogue start;
  private final Function<Catalogue, T> maker;
  private final long restNanos;
  private final AtomicLong version = new AtomicLong();

  /** Guarded by this. */
  private @Nullable T made;

  private long madeOf = -1;
  private long madeAt;

  /**
   * Starts with a catalogue.
   *
   * @param maker makes what the stage works with; called again after a change
   * @param restNanos the least time between two calls, so that a thousand changes are not a
   *     thousand calls
   */
  public LiveCatalogue(Catalogue start, Function<Catalogue, T> maker, long restNanos) {
    this.start = start;
    this.maker = maker;
    this.restNanos = restNanos;
  }

  /** Adds the two global tables to a topology. */
  public Topology addTo(Topology topology, Topics topics, ValueSerdes serdes) {
    TopicNodes nodes = new TopicNodes(serdes);
    add(topology, topics.entities(), ENTITIES, nodes.values(topics.entities()));
    add(topology, topics.outlets(), OUTLETS, nodes.values(topics.outlets()));
    return topology;
  }

  private <V extends SpecificRecord> void add(
      Topology topology, Topic<V> topic, String store, Serde<V> values) {
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(store), Serdes.String(), values)
            .withLoggingDisabled(),
        "ingest-" + store,
        Serdes.String().deserializer(),
        values.deserializer(),
        topic.name(),
        "keep-" + store,
        () -> new Keeper<V>(store, version));
  }

  private static final class Keeper<V> extends ContextualProcessor<String, V, Void, Void> {
    private final String store;
    private final AtomicLong version;

    Keeper(String store, AtomicLong version) {
      this.store = store;
      this.version = version;
    }

    @Override
    public void process(Record<String, V> record) {
      KeyValueStore<String, V> kept = context().getStateStore(store);
      if (record.key() != null) {
        kept.put(record.key(), record.value());
        version.incrementAndGet();
      }
    }
  }

  /** What is made of the catalogue as it is now. */
  public synchronized T current(ProcessingContext context) {
    long now = version.get();
    @Nullable T known = made;
    if (known != null && (now == madeOf || System.nanoTime() - madeAt < restNanos)) {
      return known;
    }
    T fresh = maker.apply(catalogue(context));
    made = fresh;
    madeOf = now;
    madeAt = System.nanoTime();
    return fresh;
  }

  private Catalogue catalogue(ProcessingContext context) {
    CatalogueChanges changes = new CatalogueChanges(LOG::warn);
    LiveCatalogue.<Entity>values(context, ENTITIES).forEach(changes::add);
    LiveCatalogue.<Outlet>values(context, OUTLETS).forEach(changes::add);
    Catalogue changed = changes.appliedTo(start);
    if (changed == start) {
      return start;
    }
    changed.problems().forEach(problem -> LOG.warn("the catalogue: {}", problem));
    return changed;
  }

  private static <V> List<V> values(ProcessingContext context, String store) {
    List<V> values = new ArrayList<>();
    ReadOnlyKeyValueStore<String, V> kept = context.getStateStore(store);
    try (KeyValueIterator<String, V> all = kept.all()) {
      while (all.hasNext()) {
        KeyValue<String, V> next = all.next();
        values.add(next.value);
      }
    }
    return values;
  }
}
