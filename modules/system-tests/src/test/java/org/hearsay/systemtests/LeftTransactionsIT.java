package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.hearsay.local.LocalBroker;
import org.hearsay.server.LeftTransactions;
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
  private static void leaveOpen(LocalBroker broker, long read) {
    Producer<byte[], byte[]> killed =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "transactional.id",
                "a-stage-1",
                "transaction.timeout.ms",
                300_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    killed.initTransactions();
    killed.beginTransaction();
    try (Consumer<byte[], byte[]> reading =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", GROUP),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      killed.sendOffsetsToTransaction(
          Map.of(PAGES, new OffsetAndMetadata(read)), reading.groupMetadata());
    }
    killed.flush();
    killed.close(Duration.ZERO);
  }

  private static Collection<TransactionListing> open(Admin admin) throws Exception {
    return admin
        .listTransactions(
            new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
        .all()
        .get();
  }

  @Test
  void whatAKilledProcessLeftOpenEndsAtOnceAndOffsetsAreKnownAgain() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(PAGES.topic(), 1, (short) 1))).all().get();
      leaveOpen(broker, 7);
      assertThat(open(admin)).hasSize(1);

      assertThat(LeftTransactions.end(admin)).isEqualTo(1);

      assertThat(open(admin)).isEmpty();
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
}
