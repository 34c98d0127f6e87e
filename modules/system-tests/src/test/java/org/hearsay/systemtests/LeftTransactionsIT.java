package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.hearsay.local.LocalBroker;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.LeftTransactions;
import org.hearsay.server.StageRunner;
import org.hearsay.topology.stores.FormerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Transactions that nobody is going to end, on a real broker. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LeftTransactionsIT {
  private static final TopicPartition PAGES = new TopicPartition("pages", 0);
  private static final String GROUP = "a-stage";

  @TempDir private Path folder;

  /** Leaves a transaction open as a process does that is killed: in it is up to where it read. */
  private static void leaveOpen(LocalBroker broker, String transaction, String group, long read) {
    Producer<byte[], byte[]> killed =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "transactional.id",
                transaction,
                "transaction.timeout.ms",
                300_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    killed.initTransactions();
    killed.beginTransaction();
    try (Consumer<byte[], byte[]> reading =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", group),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      killed.sendOffsetsToTransaction(
          Map.of(PAGES, new OffsetAndMetadata(read)), reading.groupMetadata());
    }
    killed.flush();
    killed.close(Duration.ZERO);
  }

  @Test
  void whatAKilledProcessLeftOpenEndsAtOnceAndOffsetsAreKnownAgain() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(PAGES.topic(), 1, (short) 1))).all().get();
      leaveOpen(broker, "a-stage-1", GROUP, 7);
      assertThat(OpenTransactions.of(admin)).hasSize(1);

      assertThat(LeftTransactions.end(admin)).isEqualTo(1);

      assertThat(OpenTransactions.of(admin)).isEmpty();
      assertThat(
              admin
                  .listConsumerGroupOffsets(
                      GROUP, new ListConsumerGroupOffsetsOptions().requireStable(true))
                  .partitionsToOffsetAndMetadata()
                  .get())
          .as("what was not committed is not read")
          .doesNotContainKey(PAGES);
      assertThat(LeftTransactions.end(admin)).isZero();
    }
  }

  @Test
  void aStageGoesOnWhereAProcessLeftOffThatWasKilledAndDoesNotComeBack() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(PAGES.topic(), 1, (short) 1))).all().get();
      try (KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", broker.bootstrapServers()),
              new ByteArraySerializer(),
              new ByteArraySerializer())) {
        producer.send(new ProducerRecord<>(PAGES.topic(), new byte[] {1})).get();
      }
      String application = "left-keep";
      leaveOpen(broker, application + "-" + UUID.randomUUID() + "-1", application, 1);
      CountDownLatch kept = new CountDownLatch(1);
      try (StageRunner runner = runner(broker, kept)) {
        runner.start();
        // Where it does not end the transaction, it waits for the broker to: five minutes.
        kept.await();
      }
      assertThat(OpenTransactions.of(admin)).isEmpty();
    }
  }

  private StageRunner runner(LocalBroker broker, CountDownLatch kept) {
    StageRunner out =
        new StageRunner(
            TestStages.settings(
                broker, new Topics("left.", 1), "left-", folder.resolve("state"), Map.of()));
    ProcessorSupplier<byte[], byte[], Void, Void> keep = () -> record -> kept.countDown();
    out.add(
        "keep",
        new Topology()
            .addSource(
                "ingest", new ByteArrayDeserializer(), new ByteArrayDeserializer(), PAGES.topic())
            .addProcessor("keep", keep, "ingest"),
        FormerState.NONE);
    return out;
  }
}
