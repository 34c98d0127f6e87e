package org.hearsay.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.hearsay.local.LocalBroker;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.HealthServer;
import org.hearsay.server.StageRunner;
import org.hearsay.server.StageSettings;
import org.hearsay.topology.stores.FormerState;
import org.hearsay.topology.stores.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What /ready and /live answer for a stage on a real broker. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ReadinessIT {
  private static final String INPUT = "words";
  private static final String STORE = "kept-words";
  private static final String POISON = "poison";

  private final CountDownLatch kept = new CountDownLatch(1);
  private final CountDownLatch restoring = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void aStageIsReadyOnceItsStoresAreRestoredAndNoLongerWhenItFails() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"))) {
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
        admin.createTopics(List.of(new NewTopic(INPUT, 1, (short) 1))).all().get();
      }
      send(broker, "a word");
      try (StageRunner first = runner(broker, "first", keeping())) {
        first.start();
        kept.await();
      }
      try (StageRunner second = runner(broker, "second", held());
          HealthServer health = start(second)) {
        assertThat(get(health, "/ready").statusCode()).as("before the start").isEqualTo(503);
        second.start();
        restoring.await();
        HttpResponse<String> ready = get(health, "/ready");
        assertThat(ready.statusCode()).as("while it restores: %s", ready.body()).isEqualTo(503);
        assertThat(ready.body()).startsWith("keep ").contains("1 store being restored");
        assertThat(get(health, "/live").statusCode()).isEqualTo(200);

        goOn.countDown();
        while (get(health, "/ready").statusCode() != 200) {
          Thread.onSpinWait();
        }
        assertThat(get(health, "/ready").body()).isEqualTo("keep RUNNING\n");

        send(broker, POISON);
        assertThat(Optional.ofNullable(second.await())).isPresent();
        assertThat(get(health, "/ready").statusCode()).isEqualTo(503);
        assertThat(get(health, "/live").statusCode()).isEqualTo(500);
        assertThat(get(health, "/live").body()).startsWith("keep ").contains("ERROR");
      } finally {
        goOn.countDown();
      }
    }
  }

  @Test
  void anOutageOfTheBrokersIsToldWithinSeconds() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"))) {
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
        admin.createTopics(List.of(new NewTopic(INPUT, 1, (short) 1))).all().get();
      }
      try (StageRunner runner = runner(broker, "outage", keeping());
          HealthServer health = start(runner)) {
        runner.start();
        while (get(health, "/ready").statusCode() != 200) {
          Thread.onSpinWait();
        }
        stop(broker);
        long closed = System.nanoTime();
        while (get(health, "/ready").statusCode() == 200) {
          Thread.onSpinWait();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - closed)).isLessThan(Duration.ofSeconds(15));
        assertThat(get(health, "/ready").body())
            .contains("brokers: none has answered at " + broker.bootstrapServers());
        assertThat(get(health, "/live").statusCode()).as("it goes on by itself").isEqualTo(200);
      }
    }
  }

  @Test
  void aThreadThatHangsIsNotLiveUntilItGoesOn() throws Exception {
    ProcessorSupplier<String, String, Void, Void> hang = () -> record -> hang();
    notLiveUntilItGoesOn(hang, StageSettings.STALLED_AFTER, "has not come back from a record");
  }

  @Test
  void theRecordThatAStepHangsOnIsNamed() throws Exception {
    notLiveUntilItGoesOn(
        Hanging::new,
        StageSettings.STALLED_RECORD_AFTER,
        "has been at the record " + INPUT + "-0@0 (key a word)");
  }

  private final class Hanging extends Step<String, Void> {
    @Override
    protected void process(String key, String value, Record<String, @Nullable String> record) {
      hang();
    }
  }

  private <K> void notLiveUntilItGoesOn(
      ProcessorSupplier<String, String, K, Void> hanging, String setting, String says)
      throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"))) {
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
        admin.createTopics(List.of(new NewTopic(INPUT, 1, (short) 1))).all().get();
      }
      try (StageRunner runner = runner(broker, "hanging", topology(hanging), setting, "2");
          HealthServer health = start(runner)) {
        runner.start();
        while (get(health, "/ready").statusCode() != 200) {
          Thread.onSpinWait();
        }
        send(broker, "a word");
        while (get(health, "/live").statusCode() == 200) {
          Thread.onSpinWait();
        }
        assertThat(get(health, "/live").body())
            .startsWith("keep RUNNING\nkeep: a thread " + says + " for ");
        assertThat(get(health, "/ready").statusCode()).isEqualTo(503);
        goOn.countDown();
        while (get(health, "/live").statusCode() != 200) {
          Thread.onSpinWait();
        }
        assertThat(get(health, "/ready").body()).isEqualTo("keep RUNNING\n");
      } finally {
        goOn.countDown();
      }
    }
  }

  /** An outage, long before the broker's time is over. */
  private static void stop(LocalBroker broker) {
    broker.close();
  }

  /** As a store does on a disk that does not answer. */
  private void hang() {
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <K> Topology topology(ProcessorSupplier<String, String, K, Void> hanging) {
    return new Topology()
        .addSource("ingest", Serdes.String().deserializer(), Serdes.String().deserializer(), INPUT)
        .addProcessor("hang", hanging, "ingest");
  }

  private static HealthServer start(StageRunner runner) throws Exception {
    return HealthServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), runner);
  }

  private HttpResponse<String> get(HealthServer health, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + health.port() + path);
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(UTF_8));
  }

  private static void send(LocalBroker broker, String word) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(INPUT, word, word)).get();
    }
  }

  /** Each process has a state directory of its own, so that the second has to restore. */
  private StageRunner runner(
      LocalBroker broker, String process, Topology topology, String... more) {
    Map<String, String> settings = new HashMap<>(TestStages.SOON_AGAIN);
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    StageRunner out =
        new StageRunner(
            TestStages.settings(broker, new Topics(), "ready-", folder.resolve(process), settings));
    out.add("keep", topology, FormerState.NONE);
    return out;
  }

  private Topology keeping() {
    return topology(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.String()));
  }

  private Topology held() {
    return topology(new HeldStore.Builder(STORE, restoring, goOn));
  }

  private Topology topology(StoreBuilder<?> store) {
    return new Topology()
        .addSource("ingest", Serdes.String().deserializer(), Serdes.String().deserializer(), INPUT)
        .addProcessor("keep", () -> new Keep(kept), "ingest")
        .addStateStore(store, "keep");
  }

  /** Puts words into the store, where it takes any. */
  private static final class Keep extends ContextualProcessor<String, String, Void, Void> {
    private final CountDownLatch kept;

    Keep(CountDownLatch kept) {
      this.kept = kept;
    }

    @Override
    public void process(Record<String, String> record) {
      if (record.value().equals(POISON)) {
        // No exception, which a handler would send to the dead letters.
        throw new AssertionError("as the test wants it");
      }
      StateStore store = context().getStateStore(STORE);
      if (store instanceof KeyValueStore<?, ?>) {
        KeyValueStore<String, String> words = context().getStateStore(STORE);
        words.put(record.key(), record.value());
        kept.countDown();
      }
    }
  }
}
