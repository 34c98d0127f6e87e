package org.hearsay.systemtests;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.hearsay.local.LocalCluster;
import org.jspecify.annotations.Nullable;

/**
 * How far a stage has come, as the broker sees it: what it has left to do, and whether it is in the
 * middle of a transaction. On topics of one partition.
 */
final class StageProgress implements AutoCloseable {
  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String application;
  private final TopicPartition input;
  private final TopicPartition output;

  /** Of the stage with that application id, from one topic to another. */
  StageProgress(LocalCluster cluster, String application, String input, String output) {
    this.admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.application = application;
    this.input = new TopicPartition(input, 0);
    this.output = new TopicPartition(output, 0);
  }

  /** How many committed records of the input lie after the offset that the stage has committed. */
  int recordsLeft() throws ExecutionException, InterruptedException {
    @Nullable OffsetAndMetadata committed =
        admin
            .listConsumerGroupOffsets(application)
            .partitionsToOffsetAndMetadata()
            .get()
            .get(input);
    return recordsAfter(input, committed == null ? 0 : committed.offset());
  }

  /** How many committed records the output holds. */
  int recordsWritten() {
    return recordsAfter(output, 0);
  }

  /** Whether the output holds records of a transaction that is neither committed nor aborted. */
  boolean isInTransaction() throws ExecutionException, InterruptedException {
    return admin
        .describeProducers(List.of(output))
        .partitionResult(output)
        .get()
        .activeProducers()
        .stream()
        .anyMatch(producer -> producer.currentTransactionStartOffset().isPresent());
  }

  /** Counts records: an offset may also be a transaction's marker. */
  private int recordsAfter(TopicPartition partition, long offset) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    int count = 0;
    while (consumer.position(partition) < end) {
      count += consumer.poll(Duration.ofMillis(200)).count();
    }
    return count;
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }
}
