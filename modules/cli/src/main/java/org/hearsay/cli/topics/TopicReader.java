package org.hearsay.cli.topics;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.records.topics.DeadLetterHeaders;
import org.hearsay.records.topics.Topic;
import org.hearsay.registry.AvroSerdes;
import org.jspecify.annotations.Nullable;

/** Reads a topic without a group, committed records only. Not safe for use by several threads. */
public final class TopicReader<V extends SpecificRecord> implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final AvroSerdes serdes;
  private final @Nullable Deserializer<V> values;
  private final String topic;
  private final Map<TopicPartition, Long> ends;

  /** Of a topic that exists. */
  public TopicReader(
      Topic<V> topic,
      Map<String, Object> client,
      Map<String, Object> registry,
      boolean fromBeginning) {
    this.topic = topic.name();
    this.serdes = ClusterOptions.serdes(registry);
    @Nullable Class<V> type = topic.value();
    this.values = type == null ? null : serdes.value(type).deserializer();
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    this.consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    this.ends = consumer.endOffsets(partitions);
    if (fromBeginning) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
    }
  }

  /** The next records, perhaps none; waits at most the given time. */
  public Iterable<ConsumerRecord<String, byte[]>> poll(Duration atMost) {
    return consumer.poll(atMost).records(topic);
  }

  /** Whether all was read that the topic had when this was made. */
  public boolean isAtEnd() {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** Whether a record was written after this was made. */
  public boolean isNew(ConsumerRecord<?, ?> record) {
    return record.offset()
        >= ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
  }

  /** Hands on every record that the topic had when this was made. */
  public void readToEnd(Duration poll, Consumer<ConsumerRecord<String, byte[]>> reader) {
    while (!isAtEnd()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(poll).records(topic)) {
        if (!isNew(record)) {
          reader.accept(record);
        }
      }
    }
  }

  /** The record's value; null for a tombstone, and on a topic of raw bytes. */
  public @Nullable V value(ConsumerRecord<String, byte[]> record) {
    byte[] bytes = record.value();
    return values == null || bytes == null ? null : values.deserialize(topic, bytes);
  }

  /** Why a dead letter was rejected; empty where it does not say. */
  public static String rejection(ConsumerRecord<?, ?> deadLetter) {
    return Objects.requireNonNullElse(header(deadLetter, DeadLetterHeaders.MESSAGE), "");
  }

  /** A header's text; null where the record has none of that name. */
  public static @Nullable String header(ConsumerRecord<?, ?> record, String key) {
    @Nullable Header header = record.headers().lastHeader(key);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
    serdes.close();
  }
}
