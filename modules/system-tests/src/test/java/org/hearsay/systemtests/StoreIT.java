package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.TopicAdmin;
import org.hearsay.store.Answering;
import org.hearsay.store.Limits;
import org.hearsay.store.QueryStore;
import org.hearsay.store.StoreException;
import org.hearsay.store.serving.QueryClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code store} on a real broker and registry, killed and started again. */
class StoreIT {
  private static final int CLAIMS = 60_000;
  private static final int CHANGED = 20_000;

  @TempDir static Path folder;
  private static LocalCluster cluster;

  @BeforeAll
  static void start() {
    cluster = LocalCluster.start(folder.resolve("cluster"));
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static Topics topics(String prefix) throws Exception {
    Topics topics = new Topics(prefix, 3);
    try (Admin admin = Admin.create(client())) {
      new TopicAdmin(admin).create(topics, (short) 1);
    }
    return topics;
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", cluster.bootstrapServers());
  }

  private static Claim claim(int number, List<String> relays) {
    return Claim.newBuilder()
        .setId("claim-" + number)
        .setArticleId("article-" + number / 20)
        .setForm("INDIRECT")
        .setConfidence(0.9)
        .setContentText("the road is open")
        .setCueText("said")
        .setSourceText("she")
        .setContent(List.of())
        .setCue(List.of())
        .setSource(List.of())
        .setChain(
            relays.stream()
                .map(
                    name ->
                        ChainLink.newBuilder()
                            .setRole("RELAY")
                            .setName(name)
                            .setText(name)
                            .setEvidenceKind("CUE")
                            .setEvidence("told " + name)
                            .setConfidence(0.9)
                            .build())
                .toList())
        .setHops(relays.size())
        .setCueKind("SPEECH")
        .setCueMode("ASSERTED")
        .build();
  }

  private static void publish(Topics topics, byte[]... others) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", cluster.bootstrapServers(), "linger.ms", 20);
    try (AvroSerdes serdes =
            AvroSerdes.create(Map.of("schema.registry.url", cluster.registryUrl()));
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      var serializer = serdes.value(Claim.class).serializer();
      String topic = topics.claims().name();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (byte[] bytes : others) {
        sent.add(producer.send(new ProducerRecord<>(topic, "other", bytes)));
      }
      for (int i = 0; i < CLAIMS; i++) {
        Claim claim = claim(i, List.of("Meridian Wire"));
        sent.add(
            producer.send(
                new ProducerRecord<>(topic, claim.getId(), serializer.serialize(topic, claim))));
      }
      for (int i = 0; i < CHANGED; i++) {
        Claim claim = claim(i, List.of("Radio Ibar", "Vardar Observer"));
        sent.add(
            producer.send(
                new ProducerRecord<>(topic, claim.getId(), serializer.serialize(topic, claim))));
      }
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    }
  }

  private static StageProcess store(Topics topics, Path file, String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of("store", "--file", file.toString()));
    command.addAll(List.of(more));
    return StageProcess.hearsay(folder, cluster, topics.prefix(), command);
  }

  /** Asks the process that has the store, until it answers with more than so many claims. */
  private static void awaitClaims(StageProcess process, Path file, long more) {
    while (true) {
      assertThat(process.isAlive()).as(process::log).isTrue();
      try (QueryClient client = new QueryClient(file)) {
        if (Answers.number(client, "select count(*) from claims") > more) {
          return;
        }
      } catch (StoreException e) {
        // It has not begun to answer.
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void killedAtWorkAndStartedAgainItHasEachNewestRowOnce() throws Exception {
    Topics topics = topics("killed.");
    publish(topics, "no avro at all".getBytes(StandardCharsets.UTF_8));
    Path file = folder.resolve("killed.duckdb");
    try (StageProcess first = store(topics, file)) {
      awaitClaims(first, file, 0);
      first.kill();
    }
    try (StageProcess second = store(topics, file, "--until-end")) {
      assertThat(second.await()).as(second::log).isZero();
    }
    try (QueryStore store = QueryStore.read(file, Limits.standard());
        Answering asked = store.session()) {
      assertThat(Answers.number(asked, "select count(*) from claims")).isEqualTo(CLAIMS);
      assertThat(Answers.number(asked, "select count(distinct id) from claims")).isEqualTo(CLAIMS);
      assertThat(Answers.number(asked, "select count(*) from claims where hops = 2"))
          .isEqualTo(CHANGED);
      assertThat(Answers.number(asked, "select count(*) from chain_links"))
          .isEqualTo(CLAIMS + (long) CHANGED);
      assertThat(
              Answers.number(
                  asked,
                  "select count(*) from dead_letters where fromTopic = 'killed.claims'"
                      + " and reason is not null"))
          .isEqualTo(1);
      assertThat(Answers.number(asked, "select count(*) from outlets where owner = 'state'"))
          .isPositive();
    }
  }

  @Test
  void boundedByDaysItHasOnlyWhatIsYoungerAndForgetsTheRest() throws Exception {
    Topics topics = topics("bounded.");
    Instant now = Instant.now();
    try (AvroSerdes serdes =
            AvroSerdes.create(Map.of("schema.registry.url", cluster.registryUrl()));
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
      String topic = topics.claims().name();
      for (int days : List.of(3, 1, 0)) {
        Claim claim = claim(days, List.of());
        long at = now.minus(Duration.ofDays(days)).toEpochMilli();
        byte[] value = serdes.value(Claim.class).serializer().serialize(topic, claim);
        producer.send(new ProducerRecord<>(topic, 0, at, claim.getId(), value)).get();
      }
    }
    Path file = folder.resolve("bounded.duckdb");
    assertThat(daysOfClaims(topics, file, "--days", "4")).containsExactly(0L, 1L, 3L);
    assertThat(daysOfClaims(topics, file, "--days", "2")).as("forgotten").containsExactly(0L, 1L);
    assertThat(daysOfClaims(topics, folder.resolve("new.duckdb"), "--days", "2"))
        .as("never read")
        .containsExactly(0L, 1L);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topics.claims().name(), "claim-1", null)).get();
    }
    assertThat(daysOfClaims(topics, file, "--days", "2"))
        .as("a record without a value")
        .containsExactly(0L);
  }

  /** Reads to the end, and says how many days old the claims are that the store has. */
  private static List<Long> daysOfClaims(Topics topics, Path file, String... bound)
      throws Exception {
    List<String> more = new ArrayList<>(List.of("--until-end"));
    more.addAll(List.of(bound));
    try (StageProcess process = store(topics, file, more.toArray(String[]::new))) {
      assertThat(process.await()).as(process::log).isZero();
    }
    List<Long> out = new ArrayList<>();
    try (QueryStore store = QueryStore.read(file, Limits.standard());
        Answering asked = store.session()) {
      for (long days = 0; days < 5; days++) {
        if (Answers.number(asked, "select count(*) from claims where id = 'claim-" + days + "'")
            == 1) {
          out.add(days);
        }
      }
    }
    return out;
  }

  @Test
  void stoppedItEndsQuietlyAndAnswersUntilThen() throws Exception {
    Topics topics = topics("stopped.");
    publish(topics);
    Path file = folder.resolve("stopped.duckdb");
    try (StageProcess process = store(topics, file)) {
      awaitClaims(process, file, CLAIMS - 1L);
      try (StageProcess other = store(topics, file)) {
        assertThat(other.await()).isEqualTo(1);
        assertThat(other.log()).contains("another process keeps this store");
      }
      process.stop();
      assertThat(process.log()).doesNotContain("Exception").contains("claims among them");
    }
    assertThat(Files.exists(file.resolveSibling("stopped.duckdb.socket"))).isFalse();
    try (QueryStore store = QueryStore.read(file, Limits.standard());
        Answering asked = store.session()) {
      assertThat(Answers.number(asked, "select count(*) from claims")).isEqualTo(CLAIMS);
    }
  }
}
