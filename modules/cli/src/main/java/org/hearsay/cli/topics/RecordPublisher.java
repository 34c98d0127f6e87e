package org.hearsay.cli.topics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.records.topics.Topic;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.StageSettings;
import org.jspecify.annotations.Nullable;

/** Writes records of any of the catalogue's topics. Not safe for use by several threads. */
public final class RecordPublisher implements AutoCloseable {
  private static final String REPLAY = "replay";

  private final AvroSerdes serdes;
  private final Producer<String, byte[]> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  /**
   * To the cluster and with the registry of the given settings.
   *
   * @throws UserException when a setting is wrong
   */
  public RecordPublisher(Map<String, Object> client, Map<String, Object> registry) {
    this.serdes = ClusterOptions.serdes(registry);
    this.producer =
        new KafkaProducer<>(producer(client), new StringSerializer(), new ByteArraySerializer());
  }

  /** A producer's settings: nothing is lost or doubled on the way, unless the user wants it so. */
  public static Map<String, Object> producer(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.putIfAbsent("acks", "all");
    settings.putIfAbsent("enable.idempotence", true);
    settings.putIfAbsent("compression.type", "lz4");
    settings.putIfAbsent("max.request.size", StageSettings.MAX_RECORD_BYTES);
    return settings;
  }

  /** Sends a record, or a tombstone where the value is null. */
  public <V extends SpecificRecord> void send(Topic<V> topic, String key, @Nullable V value) {
    @Nullable Class<V> type = topic.value();
    if (type == null) {
      throw new IllegalArgumentException(topic.name() + " holds no records");
    }
    byte @Nullable [] bytes =
        value == null ? null : serdes.value(type).serializer().serialize(topic.name(), value);
    sent.add(producer.send(new ProducerRecord<>(topic.name(), key, bytes)));
  }

  /** Sends a record of a topic again as it is, with the header {@code replay}. */
  public void sendAgain(Topic<?> topic, ConsumerRecord<String, byte[]> record) {
    RecordHeaders headers = new RecordHeaders();
    for (Header header : record.headers()) {
      if (!header.key().equals(REPLAY)) {
        headers.add(header);
      }
    }
    headers.add(REPLAY, "true".getBytes(StandardCharsets.UTF_8));
    sent.add(
        producer.send(
            new ProducerRecord<>(
                topic.name(), null, record.timestamp(), record.key(), record.value(), headers)));
  }

  /**
   * Waits for all that was sent.
   *
   * @throws UserException when the cluster refuses one
   */
  public void confirm() throws InterruptedException {
    for (Future<RecordMetadata> each : sent) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new UserException("the cluster refused a record: " + UserException.why(e), e);
      }
    }
    sent.clear();
  }

  @Override
  public void close() {
    producer.close();
    serdes.close();
  }
}
