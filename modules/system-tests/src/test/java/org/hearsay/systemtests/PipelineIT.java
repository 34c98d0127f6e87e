package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.Page;
import org.hearsay.records.topics.DeadLetterHeaders;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerde;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.StageSettings;
import org.hearsay.server.TopicAdmin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a real broker and a real registry, the stages in processes of their own. */
class PipelineIT {
  private static final long PATIENCE_NANOS = 600_000_000_000L;

  /** Where the articles of the killed stage lie between its two steps. */
  private static final String ROUTED = "kill.annotate-annotate-articles-repartition";

  private static final List<LocalCluster> CLUSTER = new ArrayList<>();

  @TempDir Path folder;

  @BeforeAll
  static void startBrokerAndRegistry() {
    CLUSTER.add(LocalCluster.startTemporary());
  }

  @AfterAll
  static void stopBrokerAndRegistry() {
    CLUSTER.forEach(LocalCluster::close);
    CLUSTER.clear();
  }

  @Test
  void aStageKilledInTheMiddleOfATransactionLosesAndRepeatsNothing() throws Exception {
    Topics topics = topics("kill.");
    List<Sample> first = Sample.all();
    List<Sample> more = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      int number = i;
      first.forEach(sample -> more.add(sample.copy(number)));
    }
    List<Sample> all = new ArrayList<>(first);
    all.addAll(more);
    try (StageProgress read =
            new StageProgress(
                cluster(), "kill.read", topics.pages().name(), topics.articles().name());
        StageProgress route =
            new StageProgress(cluster(), "kill.annotate", topics.articles().name(), ROUTED);
        StageProgress annotate =
            new StageProgress(cluster(), "kill.annotate", ROUTED, topics.claims().name())) {
      try (StageProcess reading = startKillable("read")) {
        Sample.publish(cluster(), topics, first);
        await("the first articles", reading, () -> read.recordsWritten() > 0);
        Sample.publish(cluster(), topics, more);
        killInTransaction(reading, read, List.of(read));
      }
      try (StageProcess reading = startKillable("read")) {
        await("every article", reading, () -> read.recordsWritten() == all.size());
        try (StageProcess annotating = startKillable("annotate")) {
          await("the first claims", annotating, () -> annotate.recordsWritten() > 0);
          killInTransaction(annotating, annotate, List.of(route, annotate));
        }
        try (StageProcess annotating = startKillable("annotate")) {
          assertClaimsAreWhatTheAnalyzerSays(topics, all, annotating);
        }
      }
      assertThat(read.recordsLeft()).isZero();
      assertThat(route.recordsLeft()).isZero();
      assertThat(annotate.recordsLeft()).isZero();
    }
  }

  /**
   * Transactions are held open long enough to be killed in. Their time-out is longer than this test
   * waits: it passes only where the next process ends what the killed one left open.
   */
  private StageProcess startKillable(String stage) throws IOException {
    return StageProcess.start(
        cluster(),
        "kill.",
        folder,
        stage,
        "--set",
        "commit.interval.ms=1000",
        "--set",
        "producer.transaction.timeout.ms=" + Duration.ofNanos(2 * PATIENCE_NANOS).toMillis());
  }

  /**
   * @param steps the stage from its input to its output: what is left lies before one of them
   */
  private static void killInTransaction(
      StageProcess process, StageProgress stage, List<StageProgress> steps) throws Exception {
    await("a transaction", process, stage::isInTransaction);
    process.kill();
    // The broker's word, after the end of the process: this is what the next one has to clear up.
    assertThat(stage.isInTransaction()).as("killed in a transaction").isTrue();
    int left = 0;
    for (StageProgress step : steps) {
      left += step.recordsLeft();
    }
    assertThat(left).as("records left when it was killed").isPositive();
  }

  /** What readers quote is not counted. */
  private static List<ConsumerRecord<String, byte[]>> ofArticles(PlainConsumer claims)
      throws Exception {
    List<ConsumerRecord<String, byte[]>> out = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : claims.poll()) {
      if (claims.decode(record.value()).get("comment") == null) {
        out.add(record);
      }
    }
    return out;
  }

  /** Waits for every summary and the claims that they count, and for no more. */
  private static void assertClaimsAreWhatTheAnalyzerSays(
      Topics topics, List<Sample> samples, StageProcess stages) throws Exception {
    List<ConsumerRecord<String, byte[]>> claims = new ArrayList<>();
    try (PlainConsumer summaryReader = consumer(topics.annotations().name());
        PlainConsumer claimReader = consumer(topics.claims().name())) {
      Map<String, GenericRecord> summaries = new LinkedHashMap<>();
      readSummaries(summaryReader, summaries, samples.size(), stages);
      long expected = summaries.values().stream().mapToLong(s -> (Integer) s.get("claims")).sum();
      await(
          expected + " claims",
          stages,
          () -> {
            claims.addAll(ofArticles(claimReader));
            return claims.size() >= expected;
          });
      // What is left over would be repeats.
      claims.addAll(ofArticles(claimReader));
      assertThat(claims).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
      Map<String, String> streamed = new TreeMap<>();
      for (ConsumerRecord<String, byte[]> record : claims) {
        GenericRecord claim = claimReader.decode(record.value());
        assertThat(record.key()).isEqualTo(claim.get("id").toString());
        assertThat(record.headers().lastHeader("chain")).isNotNull();
        assertThat(record.headers().lastHeader("schema-version")).isNotNull();
        streamed.put(record.key(), ClaimWords.of(claim));
      }
      assertThat(streamed).isNotEmpty().isEqualTo(ClaimWords.analyzed(samples));
    }
  }

  @Test
  void whatCannotBeProcessedGoesToTheDeadLettersWithTheReasonAndTheRecordsAfterItFlowOn()
      throws Exception {
    Topics topics = topics("bad.");
    Map<String, byte[]> bad = badPages();
    List<Sample> good = goodPages();
    try (PlainConsumer deadLetters = consumer(topics.deadLetters().name());
        PlainConsumer annotations = consumer(topics.annotations().name());
        StageProcess stages = StageProcess.start(cluster(), "bad.", folder)) {
      sendAll(topics.pages().name(), bad, good);
      Map<String, GenericRecord> summaries = new LinkedHashMap<>();
      readSummaries(annotations, summaries, good.size(), stages);
      Map<String, String> reasons = new TreeMap<>();
      await(
          "every dead letter",
          stages,
          () -> {
            for (ConsumerRecord<String, byte[]> record : deadLetters.poll()) {
              reasons.put(record.key(), reason(record));
            }
            return reasons.size() >= bad.size() + 2;
          });
      assertThat(reasons.keySet()).containsAll(bad.keySet()).contains("not-avro", "no-such-schema");
      assertThat(reasons.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
      assertThat(summaries.values())
          .as("the language and the endless sentence are marked")
          .filteredOn(s -> !((List<?>) s.get("partial")).isEmpty())
          .hasSizeGreaterThanOrEqualTo(3);
      assertThat(stages.isAlive()).isTrue();
    }
  }

  private static String reason(ConsumerRecord<String, byte[]> deadLetter) {
    return new String(
        deadLetter.headers().lastHeader(DeadLetterHeaders.MESSAGE).value(), StandardCharsets.UTF_8);
  }

  /** What no reader takes, by address. */
  private static Map<String, byte[]> badPages() {
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("https://bad.example/empty", new byte[0]);
    bad.put(
        "https://bad.example/binary", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
    bad.put(
        "https://bad.example/huge",
        "<p>word</p>".repeat(1_900_000).getBytes(StandardCharsets.UTF_8));
    return bad;
  }

  /** Pages that are read, three of them partly. */
  private static List<Sample> goodPages() throws IOException {
    return List.of(
        html(
            "https://other.example/sr",
            "Vest",
            "Министар је рекао да ће разговори бити настављени следеће недеље. ".repeat(8)),
        html(
            "https://other.example/endless",
            "Endless",
            "The minister said that " + "talks and more ".repeat(17_000) + "would go on."),
        // Longer than a broker's usual limit for a record, on whatever topic it passes.
        html("https://other.example/long", "Дуго", randomLetters(1_500_000)),
        Sample.all().get(0));
  }

  private static Sample html(String url, String title, String paragraph) {
    return new Sample(
        url,
        "text/html; charset=utf-8",
        "<html><head><title>"
            + title
            + "</title></head><body><article><p>"
            + paragraph
            + "</p></article></body></html>");
  }

  /** Sends what is no record at all, what is no page, and pages, in this order. */
  private static void sendAll(String topic, Map<String, byte[]> bad, List<Sample> good)
      throws ExecutionException, InterruptedException {
    try (AvroSerdes serdes = AvroSerdes.create(registry());
        KafkaProducer<String, byte[]> raw =
            new KafkaProducer<>(
                Map.of(
                    "bootstrap.servers",
                    cluster().bootstrapServers(),
                    "max.request.size",
                    StageSettings.MAX_RECORD_BYTES),
                new StringSerializer(),
                new ByteArraySerializer())) {
      AvroSerde<Page> pages = serdes.value(Page.class);
      Map<String, byte[]> records = new LinkedHashMap<>();
      records.put("not-avro", "plain words".getBytes(StandardCharsets.UTF_8));
      records.put("no-such-schema", new byte[] {0, 127, 1, 2, 3, 4});
      bad.forEach((url, content) -> records.put(url, encoded(pages, topic, url, null, content)));
      for (Sample sample : good) {
        records.put(
            sample.url(),
            encoded(pages, topic, sample.url(), sample.contentType(), sample.content()));
      }
      for (Map.Entry<String, byte[]> record : records.entrySet()) {
        raw.send(new ProducerRecord<>(topic, record.getKey(), record.getValue())).get();
      }
    }
  }

  /** Words of Serbian letters and of no language. */
  private static String randomLetters(int count) {
    Random random = new Random(9);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(i % 9 == 8 ? ' ' : (char) ('а' + random.nextInt(32)));
    }
    return out.toString();
  }

  @Test
  void profilesCountEachArticleOnceHoweverOftenItComesAndWhoeverIsKilled() throws Exception {
    Topics topics = topics("profile.");
    List<Sample> samples = Sample.all();
    String[] windows = {"--live", "--window", "P3650D", "--window-every", "P3650D"};
    try (PlainConsumer profiles = consumer(topics.outletProfiles().name());
        PlainConsumer framings = consumer(topics.framing().name())) {
      Map<String, GenericRecord> rows = new TreeMap<>();
      try (StageProcess stages = StageProcess.start(cluster(), "profile.", folder, windows)) {
        Sample.publish(cluster(), topics, samples);
        await("the first profiles", stages, () -> articles(profiles, rows) > 0);
        stages.kill();
      }
      try (StageProcess stages = StageProcess.start(cluster(), "profile.", folder, windows)) {
        await("every article", stages, () -> articles(profiles, rows) == samples.size());
        // Everything again, and behind it something new: when that has come, all has.
        Sample.publish(cluster(), topics, samples);
        Sample.publish(cluster(), topics, List.of(samples.get(0).copy(1)));
        Map<String, Long> words = new TreeMap<>();
        await(
            "the words of the article behind them",
            stages,
            () -> {
              articles(profiles, rows);
              words.putAll(ownWords(framings));
              return words.size() > samples.size()
                  && ownWords(rows) == words.values().stream().mapToLong(Long::longValue).sum();
            });
        assertThat(articles(profiles, rows)).isEqualTo(samples.size() + 1);
        assertThat(stages.isAlive()).isTrue();
      }
    }
  }

  /** Reads on, and counts the articles of the newest rows, taken over or not. */
  private static long articles(PlainConsumer profiles, Map<String, GenericRecord> rows)
      throws Exception {
    for (ConsumerRecord<String, byte[]> record : profiles.poll()) {
      rows.put(record.key(), profiles.decode(record.value()));
    }
    return rows.values().stream()
        .mapToLong(row -> (Long) row.get("articles") + (Long) row.get("republished"))
        .sum();
  }

  /** The words in outlets' own voice, by article; every sample's outlet is in the catalogue. */
  private static Map<String, Long> ownWords(PlainConsumer framings) throws Exception {
    Map<String, Long> out = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : framings.poll()) {
      GenericRecord framing = framings.decode(record.value());
      if (framing.get("comment") == null) {
        out.put(record.key(), words(framing));
      }
    }
    return out;
  }

  private static long ownWords(Map<String, GenericRecord> rows) {
    return rows.values().stream().mapToLong(PipelineIT::words).sum();
  }

  private static long words(GenericRecord record) {
    long sum = 0;
    for (Object voice : (List<?>) record.get("voices")) {
      GenericRecord one = (GenericRecord) voice;
      if (one.get("voice").toString().equals("OUTLET")) {
        sum += ((Number) one.get("words")).longValue();
      }
    }
    return sum;
  }

  private static LocalCluster cluster() {
    return CLUSTER.get(0);
  }

  private static Map<String, Object> registry() {
    return Map.of("schema.registry.url", cluster().registryUrl());
  }

  private static PlainConsumer consumer(String topic) {
    return new PlainConsumer(cluster().bootstrapServers(), cluster().registryUrl(), topic);
  }

  private static Topics topics(String prefix) throws ExecutionException, InterruptedException {
    Topics topics = new Topics(prefix, 1);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster().bootstrapServers()))) {
      new TopicAdmin(admin).create(topics, (short) 1);
    }
    return topics;
  }

  private static byte[] encoded(
      AvroSerde<Page> serde, String topic, String url, @Nullable String type, byte[] content) {
    Page page =
        Page.newBuilder()
            .setUrl(url)
            .setContentType(type)
            .setContent(ByteBuffer.wrap(content))
            .build();
    return serde.serializer().serialize(topic, page);
  }

  /** Something that comes true while the stages run. */
  @FunctionalInterface
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(String what, StageProcess stages, Condition condition)
      throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.holds()) {
      if (System.nanoTime() > end || !stages.isAlive()) {
        throw new AssertionError(
            "waited for " + what + "; alive: " + stages.isAlive() + "\n" + stages.log());
      }
    }
  }

  private static void readSummaries(
      PlainConsumer reader, Map<String, GenericRecord> summaries, int count, StageProcess stages)
      throws Exception {
    await(
        count + " annotated articles",
        stages,
        () -> {
          for (ConsumerRecord<String, byte[]> record : reader.poll()) {
            GenericRecord summary = reader.decode(record.value());
            assertThat(summaries.put(record.key(), summary)).as("annotated twice").isNull();
          }
          return summaries.size() >= count;
        });
  }
}
