package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.Annotation;
import org.hearsay.records.Comment;
import org.hearsay.records.Entity;
import org.hearsay.records.Outlet;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.TopicAdmin;
import org.hearsay.store.Answering;
import org.hearsay.store.Limits;
import org.hearsay.store.QueryStore;
import org.hearsay.store.StoreException;
import org.hearsay.store.serving.QueryClient;
import org.hearsay.store.tables.Column;
import org.hearsay.store.tables.Table;
import org.hearsay.store.tables.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that keeps a store and serves it, killed while it loads, whatever it loads. */
@Timeout(value = 900, unit = TimeUnit.SECONDS)
class KilledStoreIT {
  private static final int RECORDS_OF_A_TOPIC = 9_000;

  /** Each record has some that come after it and take its place. */
  private static final int IDS = 4_000;

  /** The program fills them itself when it starts, too, with the time of that. */
  private static final Set<String> OF_THE_PROGRAM = Set.of("outlets", "entities");

  private static final Duration AGAIN = Duration.ofMillis(20);

  @TempDir static Path folder;
  private static LocalCluster cluster;
  private static Topics topics;

  private final RandomRecords random = new RandomRecords();

  @BeforeAll
  static void start() throws Exception {
    cluster = LocalCluster.start(folder.resolve("cluster"));
    topics = new Topics("killed.", 3);
    try (Admin admin = Admin.create(client())) {
      new TopicAdmin(admin).create(topics, (short) 1);
    }
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", cluster.bootstrapServers());
  }

  private static Map<String, Object> registry() {
    return Map.of("schema.registry.url", cluster.registryUrl());
  }

  /**
   * Writes to every topic that the store reads, records without a value among them.
   *
   * @param summaries whether summaries of articles, too: what a summary does not list goes, and
   *     comes again only if it is written again, as each reading does and these records do not
   */
  private void publish(int perTopic, boolean summaries) throws Exception {
    Tables tables = new Tables();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", cluster.bootstrapServers(), "linger.ms", 20);
    try (AvroSerdes serdes = AvroSerdes.create(registry());
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (Topic<? extends SpecificRecord> topic : topics.all()) {
        @Nullable Class<? extends SpecificRecord> type = topic.value();
        if (type == null
            || type.equals(Outlet.class)
            || type.equals(Entity.class)
            || (type.equals(Annotation.class) && !summaries)) {
          continue;
        }
        Schema schema = SpecificData.get().getSchema(type);
        if (tables.of(schema).isPresent()) {
          for (int i = 0; i < perTopic; i++) {
            sent.add(producer.send(record(serdes, topic.name(), schema, type, i)));
          }
        }
      }
      for (int i = 0; i < perTopic / 100; i++) {
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    topics.deadLetters().name(),
                    "page-" + i,
                    "x".getBytes(StandardCharsets.UTF_8))));
      }
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    }
  }

  private <V extends SpecificRecord> ProducerRecord<String, byte[]> record(
      AvroSerdes serdes, String topic, Schema schema, Class<V> type, int number) {
    boolean annotation = type.equals(Annotation.class);
    // Of half of the articles that claims are of: what their last reading did not find goes.
    String id = annotation ? "articleid-" + (150 + number) : "id-" + number % IDS;
    if (number % 500 == 499 && !annotation) {
      return new ProducerRecord<>(topic, id, null);
    }
    V value = type.cast(random.record(schema, annotation ? "articleId" : "id", id));
    if (value instanceof Comment comment) {
      // A comment's place is its key in the store: what takes it comes by the same partition.
      comment.setArticleId(id);
      comment.setPosition(number % 3);
    }
    return new ProducerRecord<>(topic, id, serdes.value(type).serializer().serialize(topic, value));
  }

  private StageProcess command(String... arguments) throws Exception {
    return StageProcess.hearsay(folder, cluster, topics.prefix(), List.of(arguments));
  }

  private StageProcess serve(Path file) throws Exception {
    return command("serve", "--file", file.toString(), "--port", "0");
  }

  private static long rows(Path file) {
    try (QueryClient client = new QueryClient(file)) {
      return Answers.number(
          client, "select (select count(*) from claims) + (select count(*) from mentions)");
    } catch (StoreException e) {
      // It has not begun to answer.
      return -1;
    }
  }

  private static void awaitMoreRows(StageProcess process, Path file, long more) throws Exception {
    while (rows(file) <= more) {
      assertThat(process.endsWithin(AGAIN)).as(process::log).isFalse();
    }
  }

  private static void awaitCaughtUp(StageProcess process) throws Exception {
    while (!process.log().contains("has what the topics have")) {
      assertThat(process.endsWithin(AGAIN)).as(process::log).isFalse();
    }
  }

  @Test
  void itsTablesAreThoseOfAnUndisturbedRun() throws Exception {
    publish(RECORDS_OF_A_TOPIC, true);
    Path file = folder.resolve("killed.duckdb");
    try (StageProcess process = serve(file)) {
      while (!Files.exists(file)) {
        assertThat(process.endsWithin(AGAIN)).as(process::log).isFalse();
      }
      process.kill();
    }
    try (StageProcess process = serve(file)) {
      awaitMoreRows(process, file, 0);
      process.kill();
    }
    try (StageProcess process = serve(file)) {
      awaitMoreRows(process, file, -1);
      long before = rows(file);
      awaitMoreRows(process, file, before);
      // While the next transaction is being written.
      assertThat(process.endsWithin(Duration.ofMillis(150))).isFalse();
      process.kill();
    }
    CompletableFuture<Void> more;
    try (StageProcess process = serve(file)) {
      awaitCaughtUp(process);
      long before = rows(file);
      more = CompletableFuture.runAsync(this::publishMore);
      awaitMoreRows(process, file, before);
      process.kill();
    }
    more.join();
    try (StageProcess process = serve(file)) {
      awaitCaughtUp(process);
      process.stop();
    }
    Path other = folder.resolve("undisturbed.duckdb");
    try (StageProcess process = command("store", "--file", other.toString(), "--until-end")) {
      assertThat(process.await()).as(process::log).isZero();
    }
    Map<String, List<String>> killed = tables(file);
    Map<String, List<String>> undisturbed = tables(other);
    assertThat(killed.keySet()).isEqualTo(undisturbed.keySet());
    for (Map.Entry<String, List<String>> table : undisturbed.entrySet()) {
      assertThat(table.getValue()).as("rows of %s", table.getKey()).isNotEmpty();
      List<String> others = killed.getOrDefault(table.getKey(), List.of());
      assertThat(lacking(others, table.getValue())).as("lost of %s", table.getKey()).isEmpty();
      assertThat(lacking(table.getValue(), others)).as("too many of %s", table.getKey()).isEmpty();
      assertThat(others).as("rows of %s", table.getKey()).hasSameSizeAs(table.getValue());
    }
  }

  /** Some of those that others have and these have not. */
  private static List<String> lacking(List<String> these, List<String> others) {
    Set<String> known = Set.copyOf(these);
    return others.stream().filter(row -> !known.contains(row)).limit(3).toList();
  }

  private void publishMore() {
    try {
      publish(RECORDS_OF_A_TOPIC / 3, false);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every row of every table as text, but for when this store wrote it. */
  private static Map<String, List<String>> tables(Path file) {
    Map<String, List<String>> out = new TreeMap<>();
    try (QueryStore store = QueryStore.read(file, Limits.standard());
        Answering asked = store.session()) {
      for (Table table : new Tables().all()) {
        String columns =
            table.columns().stream()
                .map(Column::name)
                .filter(
                    name ->
                        !name.equals("commit")
                            && !name.equals("firstCommit")
                            && !(name.equals("recordedAt")
                                && OF_THE_PROGRAM.contains(table.name())))
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        List<String> rows = new ArrayList<>();
        asked.run(
            "select cast(row("
                + columns
                + ") as varchar) as it from "
                + table.name()
                + " order by 1",
            Map.of(),
            row -> rows.add(String.valueOf(row.get(0))));
        out.put(table.name(), rows);
      }
    }
    return out;
  }
}
