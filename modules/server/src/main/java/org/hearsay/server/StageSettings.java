package org.hearsay.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.deadletters.DeadLetterLog;
import org.hearsay.server.deadletters.LeftOutRecords;
import org.hearsay.server.deadletters.UndecodableRecordHandler;
import org.hearsay.server.deadletters.UnprocessableRecordHandler;

/**
 * How a stage is run.
 *
 * @param bootstrapServers the brokers, as {@code host:port}, comma separated
 * @param registryUrl the schema registry's addresses, comma separated
 * @param topics the topics by their prefix
 * @param applicationPrefix what the stage's application id starts with, such as {@code hearsay-}
 * @param threads stream threads of each stage
 * @param stateDirectory where a stage keeps its local state
 * @param storeBytes native memory for the state of all stages of the process
 * @param clientSettings any Kafka Streams, client or registry setting; wins over Hearsay's own
 */
public record StageSettings(
    String bootstrapServers,
    String registryUrl,
    Topics topics,
    String applicationPrefix,
    int threads,
    Path stateDirectory,
    long storeBytes,
    Map<String, String> clientSettings) {

  /** The largest record that is carried: a page of 20 MB and what a record adds to it. */
  public static final int MAX_RECORD_BYTES = 32 * 1024 * 1024;

  /**
   * Longer than any article takes on a machine that does other work, too: a transaction that ends
   * before its article does would be begun again for ever.
   */
  private static final int TRANSACTION_MILLISECONDS = 300_000;

  private static final int POLL_MILLISECONDS = 1_800_000;

  /** A registry that is started anew is back by then. */
  private static final int REGISTRY_MILLISECONDS = 60_000;

  /** Of the process, no stage. */
  private static final String LEFT_OUT = "left-out";

  private static final int PATIENCE_MILLISECONDS = 10_000;

  /** The setting that says how long a thread may be at what it fetched at once, in seconds. */
  public static final String STALLED_AFTER = "hearsay.stalled.after.seconds";

  /** The setting that says how long a thread may be at one record, in seconds. */
  public static final String STALLED_RECORD_AFTER = "hearsay.stalled.record.seconds";

  /** Twenty of the longest records that were measured take half of it. */
  private static final int STALLED_SECONDS = 1_200;

  /** The longest record that was measured took a sixth of it: work on an article has a limit. */
  private static final int STALLED_RECORD_SECONDS = 120;

  /** Keeps its own copy of the map. */
  public StageSettings {
    clientSettings = Map.copyOf(clientSettings);
  }

  /**
   * How long a thread may be at what it fetched at once before it counts as hanging.
   *
   * @throws IllegalArgumentException when the setting is no number
   */
  Duration stalledAfter() {
    return seconds(STALLED_AFTER, STALLED_SECONDS);
  }

  /**
   * How long a thread may be at one record before it counts as hanging.
   *
   * @throws IllegalArgumentException when the setting is no number
   */
  Duration stalledRecordAfter() {
    return seconds(STALLED_RECORD_AFTER, STALLED_RECORD_SECONDS);
  }

  private Duration seconds(String setting, int usual) {
    String given = clientSettings.getOrDefault(setting, Integer.toString(usual));
    try {
      return Duration.ofSeconds(Long.parseLong(given.strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          setting + " is " + given + ", but must be a number of seconds", e);
    }
  }

  /** What the stage of that name hands to Kafka Streams. */
  public Properties streams(String stage) {
    Properties out = new Properties();
    out.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationPrefix + stage);
    out.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    out.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    out.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    out.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    out.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    // No record stops the stream: what cannot be decoded or processed goes to the dead letters.
    out.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        UndecodableRecordHandler.class);
    out.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnprocessableRecordHandler.class);
    out.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, topics.deadLetters().name());
    out.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 50);
    // A round may take minutes of language work: neither the group nor the transaction may give up.
    producer(out, ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLISECONDS);
    consumer(out, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, POLL_MILLISECONDS);
    consumer(out, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20);
    producer(out, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
    // Internal topics carry articles, too: a broker's own limit is one megabyte, and what a stage
    // cannot write there would end it.
    out.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        Integer.toString(MAX_RECORD_BYTES));
    producer(out, ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    // Where a producer first writes to a partition, the broker may put off its first batch while
    // the last transaction ends; it then refuses the batches behind it, for which it logs an error
    // each, until they come again in order. Batches grow while they wait: nothing is slower.
    producer(out, ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    out.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.class);
    out.put(RocksDbMemory.BYTES, storeBytes);
    out.put(DeadLetterLog.STAGE, stage);
    out.putAll(clientSettings);
    return out;
  }

  private void producer(Properties out, String key, Object value) {
    unlessGiven(out, StreamsConfig.producerPrefix(key), key, value);
  }

  private void consumer(Properties out, String key, Object value) {
    if (!clientSettings.containsKey(StreamsConfig.consumerPrefix(key))) {
      unlessGiven(out, StreamsConfig.mainConsumerPrefix(key), key, value);
    }
  }

  /** Kafka Streams prefers the prefixed name, and the user may have set the plain one. */
  private void unlessGiven(Properties out, String prefixed, String key, Object value) {
    if (!clientSettings.containsKey(key)) {
      out.put(prefixed, value);
    }
  }

  /** What tells of records of the catalogue that cannot be decoded, for all stages of a process. */
  LeftOutRecords leftOutRecords() {
    return new LeftOutRecords(
        Set.of(topics.entities().name(), topics.outlets().name()),
        topics.deadLetters().name(),
        this::sender);
  }

  /** Sends apart from any stage, and gives up soon: a stage may wait for it. */
  private Producer<byte[], byte[]> sender() {
    Map<String, Object> out =
        new StreamsConfig(streams(LEFT_OUT)).getProducerConfigs(applicationPrefix + LEFT_OUT);
    out.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLISECONDS);
    out.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLISECONDS);
    out.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3 * PATIENCE_MILLISECONDS);
    return new KafkaProducer<>(out, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** What the Avro serde is configured with. */
  public Map<String, Object> registry() {
    Map<String, Object> out = new HashMap<>(clientSettings);
    out.put("schema.registry.url", registryUrl);
    // Shorter than a transaction may last.
    out.putIfAbsent(AvroSerdes.PATIENCE, REGISTRY_MILLISECONDS);
    return out;
  }
}
