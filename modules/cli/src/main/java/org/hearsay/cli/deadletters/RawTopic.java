package org.hearsay.cli.deadletters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads committed records as bytes, without a group, up to where the topics end when it is asked.
 * The reader of other commands takes keys for text: one that is none would not come back as it was.
 * Not safe for use by several threads.
 */
final class RawTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Of the cluster of the given settings. */
  RawTopic(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The partitions of a topic that exists. */
  List<TopicPartition> partitions(String topic) {
    List<TopicPartition> out = new ArrayList<>();
    consumer
        .partitionsFor(topic)
        .forEach(info -> out.add(new TopicPartition(info.topic(), info.partition())));
    return out;
  }

  /** Hands on every record of a topic, until one says that it wants no more. */
  void readAll(String topic, Predicate<ConsumerRecord<byte[], byte[]>> wantsMore) {
    Map<TopicPartition, Long> from = new HashMap<>();
    partitions(topic).forEach(partition -> from.put(partition, 0L));
    readFrom(from, wantsMore);
  }

  /**
   * Hands on the records of some partitions, each from an offset on (or from the first that is
   * still there), until one says that it wants no more.
   */
  void readFrom(
      Map<TopicPartition, Long> from, Predicate<ConsumerRecord<byte[], byte[]>> wantsMore) {
    consumer.assign(from.keySet());
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(from.keySet());
    Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
    from.forEach(
        (partition, offset) ->
            consumer.seek(partition, Math.max(offset, begins.getOrDefault(partition, 0L))));
    while (!ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (!wantsMore.test(record)) {
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
