package org.hearsay.store.loading;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hearsay.records.topics.DeadLetterHeaders;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.registry.RegistryException;
import org.hearsay.store.QueryStore;
import org.hearsay.store.StoreException;
import org.hearsay.store.tables.Batch;
import org.hearsay.store.tables.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics into a store: committed records only, each partition from where the store says it
 * was read to. Belongs to no consumer group, since the offsets stand in the store.
 *
 * <p>A record that cannot be decoded becomes a row of {@code dead_letters} with the reason, and the
 * records after it are read. Not safe for use by several threads.
 */
public final class TopicLoader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** What says something of the record; anything else would befall every record. */
  private static final Set<RegistryException.Reason> FAULTS_OF_THE_RECORD =
      Set.of(
          RegistryException.Reason.UNKNOWN_SCHEMA,
          RegistryException.Reason.INCOMPATIBLE,
          RegistryException.Reason.NOT_AVRO,
          RegistryException.Reason.DAMAGED);

  /** How often what is too old is looked for. */
  private static final Duration FORGETTING = Duration.ofHours(1);

  private final QueryStore store;
  private final LoadSettings settings;
  private final Consumer<LoadProgress> progress;
  private final KafkaConsumer<String, byte[]> consumer;
  private final AvroSerdes serdes;
  private final Map<String, Deserializer<? extends SpecificRecord>> decoders = new HashMap<>();
  private final Map<String, Schema> schemas = new HashMap<>();
  private final Set<String> compacted = new HashSet<>();
  private final Map<TopicPartition, QueryStore.ReadPartition> sources = new HashMap<>();
  private final Map<QueryStore.ReadPartition, Long> stored = new HashMap<>();
  private final String claims;
  private final String deadLetters;
  private final long began = System.nanoTime();
  private Batch batch;
  private long batchBegan = System.nanoTime();
  private @Nullable Instant forgotten;
  private long written;
  private long writtenClaims;

  /**
   * Over the topics that the store has tables for.
   *
   * @param progress is told how far it is, after each transaction
   * @throws StoreException when a topic was deleted and made anew since it was read
   */
  public TopicLoader(
      QueryStore store, Topics topics, LoadSettings settings, Consumer<LoadProgress> progress)
      throws InterruptedException {
    this.store = store;
    this.settings = settings;
    this.progress = progress;
    this.claims = topics.claims().name();
    this.deadLetters = topics.deadLetters().name();
    this.batch = store.batch();
    this.serdes = AvroSerdes.create(settings.registry());
    Map<String, Object> client = new HashMap<>(settings.client());
    client.put("isolation.level", "read_committed");
    client.put("enable.auto.commit", false);
    client.put("max.poll.records", settings.batch());
    this.consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer());
    assign(stored(topics));
  }

  private List<Topic<? extends SpecificRecord>> stored(Topics topics) {
    List<Topic<? extends SpecificRecord>> out = new ArrayList<>();
    for (Topic<? extends SpecificRecord> topic : topics.all()) {
      @Nullable Class<? extends SpecificRecord> type = topic.value();
      if (topic.equals(topics.builtInOutlets())) {
        // The store has them from the program, and from this topic they would replace changes.
        continue;
      }
      if (topic.name().equals(deadLetters)) {
        out.add(topic);
      } else if (type != null
          && store.tables().of(SpecificData.get().getSchema(type)).isPresent()) {
        decoders.put(topic.name(), serdes.value(type).deserializer());
        schemas.put(topic.name(), SpecificData.get().getSchema(type));
        if (topic.keeping().compacted()) {
          compacted.add(topic.name());
        }
        out.add(topic);
      }
    }
    return out;
  }

  /** Begins each partition where it was left, else at the oldest record that is wanted. */
  private void assign(List<Topic<? extends SpecificRecord>> topics) throws InterruptedException {
    Map<QueryStore.ReadPartition, Long> known = store.offsets();
    stored.putAll(known);
    Set<QueryStore.ReadPartition> present = new HashSet<>();
    for (TopicDescription topic : describe(topics)) {
      String id = topic.topicId().toString();
      topic
          .partitions()
          .forEach(
              partition -> {
                QueryStore.ReadPartition source =
                    new QueryStore.ReadPartition(id, topic.name(), partition.partition());
                present.add(source);
                sources.put(new TopicPartition(topic.name(), partition.partition()), source);
              });
    }
    requireSameTopics(known.keySet(), present);
    consumer.assign(sources.keySet());
    List<TopicPartition> fresh = new ArrayList<>();
    Map<TopicPartition, Long> first = consumer.beginningOffsets(sources.keySet());
    sources.forEach(
        (partition, source) -> {
          @Nullable Long offset = known.get(source);
          // A table is short, and what the program itself knows was written over it.
          if (offset == null || compacted.contains(partition.topic())) {
            fresh.add(partition);
          } else {
            consumer.seek(partition, Math.max(offset, first.getOrDefault(partition, 0L)));
          }
        });
    begin(fresh);
  }

  private void begin(List<TopicPartition> fresh) {
    consumer.seekToBeginning(fresh);
    if (settings.days().isEmpty() || fresh.isEmpty()) {
      return;
    }
    long from = cutoff(settings.days().get()).toEpochMilli();
    Map<TopicPartition, Long> wanted = new HashMap<>();
    fresh.forEach(partition -> wanted.put(partition, from));
    for (Map.Entry<TopicPartition, @Nullable OffsetAndTimestamp> found :
        consumer.offsetsForTimes(wanted).entrySet()) {
      if (found.getValue() == null) {
        consumer.seekToEnd(List.of(found.getKey()));
      } else {
        consumer.seek(found.getKey(), found.getValue().offset());
      }
    }
  }

  private static Instant cutoff(Duration days) {
    return Instant.now().minus(days);
  }

  private Collection<TopicDescription> describe(List<Topic<? extends SpecificRecord>> topics)
      throws InterruptedException {
    try (Admin admin = Admin.create(settings.client())) {
      return admin
          .describeTopics(topics.stream().map(Topic::name).toList())
          .allTopicNames()
          .get()
          .values();
    } catch (ExecutionException e) {
      throw new StoreException(
          "the topics cannot be read: " + (e.getCause() == null ? e : e.getCause()).getMessage(),
          e);
    }
  }

  private static void requireSameTopics(
      Set<QueryStore.ReadPartition> known, Set<QueryStore.ReadPartition> present) {
    for (QueryStore.ReadPartition source : known) {
      boolean renewed =
          present.stream()
              .anyMatch(
                  other ->
                      other.topic().equals(source.topic())
                          && !other.topicId().equals(source.topicId()));
      if (renewed) {
        throw new StoreException(
            "the store was read from another topic "
                + source.topic()
                + ", which has been deleted and made anew, or is of another cluster: give another"
                + " --file, or delete this one to begin anew");
      }
    }
  }

  /** Reads up to the ends that the topics have now. */
  public void loadToEnd() {
    loadToEnd(() -> false);
  }

  /** Reads up to the ends that the topics have now, unless it is told to stop. */
  public void loadToEnd(BooleanSupplier stopping) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(sources.keySet());
    while (waiting(ends) > 0 && !stopping.getAsBoolean()) {
      poll();
    }
    write();
  }

  /** Goes on until it is told to stop; what was read is written then. */
  public void run(BooleanSupplier stopping) {
    while (!stopping.getAsBoolean()) {
      poll();
      if (System.nanoTime() - batchBegan >= settings.delay().toNanos()) {
        write();
      }
    }
    write();
  }

  private long waiting(Map<TopicPartition, Long> ends) {
    long out = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      out += Math.max(0, end.getValue() - consumer.position(end.getKey()));
    }
    return out;
  }

  private void poll() {
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    if (batch.size() == 0) {
      batchBegan = System.nanoTime();
    }
    for (ConsumerRecord<String, byte[]> record : records) {
      add(record);
    }
    if (batch.size() >= settings.batch()) {
      write();
    }
  }

  private void add(ConsumerRecord<String, byte[]> record) {
    Instant at = Instant.ofEpochMilli(record.timestamp());
    if (record.topic().equals(deadLetters)) {
      batch.add(letter(record).row(), at);
      return;
    }
    @Nullable Deserializer<? extends SpecificRecord> decoder = decoders.get(record.topic());
    if (decoder == null) {
      return;
    }
    if (record.value() == null) {
      // Where rows have another id than the record's key, nothing is called so, and nothing goes.
      @Nullable Schema table = schemas.get(record.topic());
      if (table != null && record.key() != null) {
        batch.remove(table, List.of(record.key()));
      }
      return;
    }
    try {
      batch.add(decoder.deserialize(record.topic(), record.value()), at);
      if (record.topic().equals(claims)) {
        writtenClaims++;
      }
    } catch (RegistryException e) {
      if (!FAULTS_OF_THE_RECORD.contains(e.reason())) {
        throw e;
      }
      batch.add(unread(record, e).row(), at);
    }
  }

  private static DeadLetter.Place place(ConsumerRecord<?, ?> record) {
    return new DeadLetter.Place(
        record.topic(), Integer.toString(record.partition()), Long.toString(record.offset()));
  }

  private static DeadLetter letter(ConsumerRecord<String, byte[]> record) {
    return new DeadLetter(
        place(record),
        record.key(),
        new DeadLetter.Place(
            header(record, DeadLetterHeaders.TOPIC),
            header(record, DeadLetterHeaders.PARTITION),
            header(record, DeadLetterHeaders.OFFSET)),
        header(record, DeadLetterHeaders.EXCEPTION),
        header(record, DeadLetterHeaders.MESSAGE),
        record.value() == null ? 0 : record.value().length);
  }

  private static DeadLetter unread(ConsumerRecord<String, byte[]> record, RegistryException e) {
    return new DeadLetter(
        place(record),
        record.key(),
        place(record),
        e.getClass().getName(),
        e.getMessage(),
        record.value().length);
  }

  private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
    @Nullable Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Writes what was read, and up to where. */
  private void write() {
    int size = batch.size();
    if (size > 0) {
      Map<QueryStore.ReadPartition, Long> moved = moved();
      store.write(batch, moved);
      stored.putAll(moved);
      written += size;
    }
    forget();
    batch = store.batch();
    batchBegan = System.nanoTime();
    if (size > 0) {
      progress.accept(
          new LoadProgress(
              written,
              writtenClaims,
              waiting(consumer.endOffsets(sources.keySet())),
              Duration.ofNanos(System.nanoTime() - began)));
    }
  }

  private Map<QueryStore.ReadPartition, Long> moved() {
    Map<QueryStore.ReadPartition, Long> out = new HashMap<>();
    sources.forEach(
        (partition, source) -> {
          long position = consumer.position(partition);
          if (!Long.valueOf(position).equals(stored.get(source))) {
            out.put(source, position);
          }
        });
    return out;
  }

  private void forget() {
    if (settings.days().isEmpty()) {
      return;
    }
    Instant now = Instant.now();
    Instant last = forgotten;
    if (last == null || last.plus(FORGETTING).isBefore(now)) {
      store.forgetBefore(cutoff(settings.days().get()));
      forgotten = now;
    }
  }

  @Override
  public void close() {
    consumer.close();
    serdes.close();
  }
}
