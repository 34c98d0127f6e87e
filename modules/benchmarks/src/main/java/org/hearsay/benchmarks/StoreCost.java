package org.hearsay.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.Claim;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.TopicAdmin;
import org.hearsay.store.Limits;
import org.hearsay.store.QuerySession;
import org.hearsay.store.QueryStore;
import org.hearsay.store.loading.LoadProgress;
import org.hearsay.store.loading.LoadSettings;
import org.hearsay.store.loading.TopicLoader;
import org.hearsay.store.questions.Question;
import org.hearsay.store.questions.Question.Kind;
import org.hearsay.store.questions.Question.Parameter;
import org.hearsay.store.questions.Questions;
import org.hearsay.store.tables.Batch;
import org.jspecify.annotations.Nullable;

/**
 * What the query store costs: claims a second from the topics of a broker in this JVM into a file,
 * the same without Kafka (what the tables alone cost), bytes on disk a claim with all that belongs
 * to it, and how long each question takes, and the view {@code claim_origins}. Arguments: how many
 * claims (default 100,000).
 */
public final class StoreCost {
  private static final int BATCH = 20_000;
  private static final int RUNS = 5;

  private StoreCost() {}

  /** Measures and prints. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int claims = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
    boolean topics = !Arrays.asList(arguments).contains("--no-topics");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Files.createTempDirectory("hearsay-store-cost");
    Path file = folder.resolve("store.duckdb");
    int articles = claims / StoreRecords.CLAIMS;
    out.printf("%,d claims of %,d articles%n", claims, articles);
    double plain = withoutKafka(file, articles);
    out.printf("tables alone: %,.0f claims/s%n", claims / plain);
    out.printf("on disk: %,d bytes a claim%n", Files.size(file) / claims);
    ask(file, out);
    if (topics) {
      Path read = folder.resolve("read.duckdb");
      double taken = fromTopics(read, articles, out);
      out.printf(
          "from topics: %,.0f claims/s, %.2f times as long as the tables alone%n",
          claims / taken, taken / plain);
    }
  }

  private static double withoutKafka(Path file, int articles) {
    long nanos;
    long closing;
    try (QueryStore store = QueryStore.open(file, Limits.standard())) {
      Filling filling = new Filling(store);
      new StoreRecords().generate(articles, filling::add);
      filling.write();
      nanos = filling.nanos;
      closing = System.nanoTime();
    }
    nanos += System.nanoTime() - closing;
    return nanos / 1e9;
  }

  /** Writes batches and keeps the time that they take, not that of making the records. */
  private static final class Filling {
    private final QueryStore store;
    private Batch batch;
    private long nanos;

    Filling(QueryStore store) {
      this.store = store;
      this.batch = store.batch();
    }

    void add(SpecificRecord record) {
      batch.add(record, Instant.EPOCH);
      if (batch.size() >= BATCH) {
        write();
      }
    }

    void write() {
      long began = System.nanoTime();
      store.write(batch, Map.of());
      nanos += System.nanoTime() - began;
      batch = store.batch();
    }
  }

  private static void ask(Path file, PrintStream out) {
    try (QueryStore store = QueryStore.read(file, Limits.standard());
        QuerySession session = store.session()) {
      for (Question question : Questions.builtIn()) {
        Map<String, String> given = new HashMap<>();
        for (Parameter parameter : question.parameters()) {
          boolean about = question.name().equals("sources") && parameter.name().equals("about");
          if (about || parameter.kind() == Kind.WORD) {
            given.put(parameter.name(), word(question.name()));
          }
        }
        time(question.name(), session, question.sql(), question.values(given), out);
      }
      time(
          "claim_origins",
          session,
          "select count(*), count(originClaimId) from claim_origins",
          Map.of(),
          out);
    }
  }

  private static void time(
      String name,
      QuerySession session,
      String sql,
      Map<String, @Nullable String> values,
      PrintStream out) {
    long[] times = new long[RUNS];
    long rows = 0;
    for (int run = 0; run < RUNS; run++) {
      long began = System.nanoTime();
      // Only the time matters.
      rows = session.run(sql, values, row -> {});
      times[run] = System.nanoTime() - began;
    }
    Arrays.sort(times);
    out.printf(
        "%-13s %8.3f s (median of %d; worst %.3f), %,d rows%n",
        name, times[RUNS / 2] / 1e9, RUNS, times[RUNS - 1] / 1e9, rows);
  }

  private static String word(String question) {
    return switch (question) {
      case "first", "omitted" -> "road bridge";
      case "changes", "voices" -> "outlet-1";
      default -> "entity-7";
    };
  }

  private static double fromTopics(Path file, int articles, PrintStream out)
      throws InterruptedException, ExecutionException {
    Topics topics = new Topics(Topics.DEFAULT_PREFIX, 2);
    try (LocalCluster cluster = LocalCluster.startTemporary()) {
      Map<String, Object> client = Map.of("bootstrap.servers", cluster.bootstrapServers());
      Map<String, Object> registry = Map.of("schema.registry.url", cluster.registryUrl());
      try (Admin admin = Admin.create(client)) {
        new TopicAdmin(admin).create(topics, (short) 1);
      }
      publish(topics, client, registry, articles);
      LoadProgress[] last = new LoadProgress[1];
      try (QueryStore store = QueryStore.open(file, Limits.standard());
          TopicLoader loader =
              new TopicLoader(
                  store,
                  topics,
                  LoadSettings.of(client, registry, Optional.empty()),
                  progress -> last[0] = progress)) {
        long began = System.nanoTime();
        loader.loadToEnd();
        double taken = (System.nanoTime() - began) / 1e9;
        out.printf("read: %,d records, %,d claims%n", last[0].records(), last[0].claims());
        return taken;
      }
    }
  }

  private static void publish(
      Topics topics, Map<String, Object> client, Map<String, Object> registry, int articles)
      throws InterruptedException, ExecutionException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("linger.ms", 50);
    settings.put("compression.type", "lz4");
    try (AvroSerdes serdes = AvroSerdes.create(registry);
        Producer<String, byte[]> producer =
            new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      Map<Class<?>, Topic<?>> byType = new HashMap<>();
      topics.all().forEach(topic -> byType.put(topic.value(), topic));
      new StoreRecords()
          .generate(
              articles,
              record -> {
                Topic<?> topic = Objects.requireNonNull(byType.get(record.getClass()));
                sent.add(
                    producer.send(
                        new ProducerRecord<>(
                            topic.name(), key(record), bytes(serdes, topic.name(), record))));
              });
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    }
  }

  private static String key(SpecificRecord record) {
    return record instanceof Claim claim
        ? claim.getId()
        : String.valueOf(record.get(record.getSchema().getFields().get(0).pos()));
  }

  @SuppressWarnings("unchecked")
  private static byte[] bytes(AvroSerdes serdes, String topic, SpecificRecord record) {
    return serdes
        .value((Class<SpecificRecord>) record.getClass())
        .serializer()
        .serialize(topic, record);
  }
}
