package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.local.LocalBroker;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.ExitStatus;
import org.hearsay.server.StageRunner;
import org.hearsay.topology.RejectedRecordException;
import org.hearsay.topology.stores.FormerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trouble of the machine, on a real broker: no record is to blame for it. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class TroubleIT {
  private static final TopicPartition WORDS = new TopicPartition("words", 0);
  private static final String BROKEN = "a broken word";

  private final Topics topics = new Topics("trouble.", 1);
  private final TopicPartition deadLetters = new TopicPartition(topics.deadLetters().name(), 0);

  @TempDir Path folder;

  @Test
  void aDiskThatIsFullStopsTheStageAndTheRecordIsProcessedOnceThereIsRoom() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(WORDS.topic(), 1, (short) 1),
                  new NewTopic(deadLetters.topic(), 1, (short) 1)))
          .all()
          .get();
      send(broker, "a word");
      try (StageRunner full = runner(broker, new Disk(true, new CountDownLatch(1)))) {
        full.start();
        Throwable failure = Objects.requireNonNull(full.await(), "it failed");
        assertThat(failure).hasStackTraceContaining("No space left on device");
        assertThat(ExitStatus.of(failure)).isEqualTo(ExitStatus.TROUBLE);
      }
      assertThat(end(admin, deadLetters)).as("dead letters").isZero();

      CountDownLatch kept = new CountDownLatch(1);
      send(broker, BROKEN);
      try (StageRunner roomy = runner(broker, new Disk(false, kept))) {
        roomy.start();
        kept.await();
        while (end(admin, deadLetters) == 0) {
          Thread.onSpinWait();
        }
      }
      assertThat(end(admin, deadLetters))
          .as("the broken word, and the transaction's marker behind it")
          .isBetween(1L, 2L);
    }
  }

  private static long end(Admin admin, TopicPartition partition) throws Exception {
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }

  private static void send(LocalBroker broker, String word) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(WORDS.topic(), word, word)).get();
    }
  }

  private StageRunner runner(LocalBroker broker, Disk disk) {
    StageRunner out =
        new StageRunner(
            TestStages.settings(
                broker, topics, "trouble-", folder.resolve("state"), TestStages.SOON_AGAIN));
    out.add(
        "keep",
        new Topology()
            .addSource(
                "ingest",
                Serdes.String().deserializer(),
                Serdes.String().deserializer(),
                WORDS.topic())
            .addProcessor("keep", () -> new Keep(disk), "ingest"),
        FormerState.NONE);
    return out;
  }

  /**
   * Where words are kept.
   *
   * @param full whether it takes none
   * @param kept is told of the first that it took
   */
  private record Disk(boolean full, CountDownLatch kept) {
    void put() {
      if (full) {
        // As Kafka Streams says it of RocksDB.
        throw new ProcessorStateException(
            "Error while executing put", new IOException("No space left on device"));
      }
      kept.countDown();
    }
  }

  private static final class Keep extends ContextualProcessor<String, String, Void, Void> {
    private final Disk disk;

    Keep(Disk disk) {
      this.disk = disk;
    }

    @Override
    public void process(Record<String, String> record) {
      if (record.value().equals(BROKEN)) {
        throw new RejectedRecordException(BROKEN);
      }
      disk.put();
    }
  }
}
