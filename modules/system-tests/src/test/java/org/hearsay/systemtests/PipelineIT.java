package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.ArticleClaim;
import org.hearsay.analysis.Publication;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.CatalogueException;
import org.hearsay.entities.CatalogueSource;
import org.hearsay.local.LocalCluster;
import org.hearsay.page.PageReader;
import org.hearsay.page.UnreadablePageException;
import org.hearsay.records.Page;
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
  private static final long PATIENCE_NANOS = 240_000_000_000L;

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

  /**
   * One sample page.
   *
   * @param url its address
   */
  private record Sample(String url, String contentType, String text) {
    byte[] content() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  @Test
  void claimsReadByAPlainConsumerAreWhatTheAnalyzerSaysAndAKilledProcessLosesAndRepeatsNothing()
      throws Exception {
    Topics topics = topics("kill.");
    List<Sample> samples = samples();
    List<ConsumerRecord<String, byte[]>> claims = new ArrayList<>();
    Map<String, GenericRecord> summaries = new LinkedHashMap<>();
    try (PlainConsumer summaryReader = consumer(topics.annotations().name());
        PlainConsumer claimReader = consumer(topics.claims().name())) {
      try (StageProcess first = StageProcess.start(cluster(), "kill.", folder, "first.log")) {
        publish(topics, samples);
        waitFor(summaryReader, summaries, 3, first);
        first.kill();
      }
      try (StageProcess second = StageProcess.start(cluster(), "kill.", folder, "second.log")) {
        waitFor(summaryReader, summaries, samples.size(), second);
        long expected =
            summaries.values().stream().mapToLong(s -> ((Integer) s.get("claims"))).sum();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (claims.size() < expected && System.nanoTime() < end) {
          claims.addAll(claimReader.poll());
        }
        // What is left over would be repeats.
        claims.addAll(claimReader.poll());
      }
      assertThat(claims).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
      Map<String, String> streamed = new TreeMap<>();
      for (ConsumerRecord<String, byte[]> record : claims) {
        GenericRecord claim = claimReader.decode(record.value());
        assertThat(record.key()).isEqualTo(claim.get("id").toString());
        assertThat(record.headers().lastHeader("chain")).isNotNull();
        assertThat(record.headers().lastHeader("schema-version")).isNotNull();
        streamed.put(record.key(), describe(claim));
      }
      assertThat(streamed).isNotEmpty().isEqualTo(analyzed(samples));
    }
  }

  @Test
  void whatCannotBeProcessedGoesToTheDeadLettersWithTheReasonAndTheRecordsAfterItFlowOn()
      throws Exception {
    Topics topics = topics("bad.");
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("https://bad.example/empty", new byte[0]);
    bad.put(
        "https://bad.example/binary", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
    bad.put(
        "https://bad.example/huge",
        "<p>word</p>".repeat(1_900_000).getBytes(StandardCharsets.UTF_8));
    Sample good = samples().get(0);
    Sample other =
        new Sample(
            "https://other.example/sr",
            "text/html; charset=utf-8",
            ("<html><head><title>Vest</title></head><body><article><p>"
                + "Министар је рекао да ће разговори бити настављени следеће недеље. ".repeat(8)
                + "</p></article></body></html>"));
    Sample endless =
        new Sample(
            "https://other.example/endless",
            "text/html; charset=utf-8",
            ("<html><head><title>Endless</title></head><body><article><p>The minister said that "
                + "talks and more ".repeat(17_000)
                + "would go on.</p></article></body></html>"));
    try (AvroSerdes serdes = AvroSerdes.create(registry());
        KafkaProducer<String, byte[]> raw =
            new KafkaProducer<>(
                Map.of(
                    "bootstrap.servers",
                    cluster().bootstrapServers(),
                    "max.request.size",
                    StageSettings.MAX_RECORD_BYTES),
                new StringSerializer(),
                new ByteArraySerializer());
        PlainConsumer deadLetters = consumer(topics.deadLetters().name());
        PlainConsumer annotations = consumer(topics.annotations().name());
        StageProcess stages = StageProcess.start(cluster(), "bad.", folder, "bad.log")) {
      AvroSerde<Page> pages = serdes.value(Page.class);
      String topic = topics.pages().name();
      raw.send(
              new ProducerRecord<>(
                  topic, "not-avro", "plain words".getBytes(StandardCharsets.UTF_8)))
          .get();
      raw.send(new ProducerRecord<>(topic, "no-such-schema", new byte[] {0, 127, 1, 2, 3, 4}))
          .get();
      for (Map.Entry<String, byte[]> page : bad.entrySet()) {
        raw.send(
                new ProducerRecord<>(
                    topic,
                    page.getKey(),
                    encoded(pages, topic, page.getKey(), null, page.getValue())))
            .get();
      }
      for (Sample sample : List.of(other, endless, good)) {
        raw.send(
                new ProducerRecord<>(
                    topic,
                    sample.url(),
                    encoded(pages, topic, sample.url(), sample.contentType(), sample.content())))
            .get();
      }
      Map<String, GenericRecord> summaries = new LinkedHashMap<>();
      waitFor(annotations, summaries, 3, stages);
      Map<String, String> reasons = new TreeMap<>();
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (reasons.size() < bad.size() + 2 && System.nanoTime() < end) {
        for (ConsumerRecord<String, byte[]> record : deadLetters.poll()) {
          reasons.put(
              record.key(),
              new String(
                  record.headers().lastHeader("__streams.errors.message").value(),
                  StandardCharsets.UTF_8));
        }
      }
      assertThat(reasons.keySet()).containsAll(bad.keySet()).contains("not-avro", "no-such-schema");
      assertThat(reasons.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
      assertThat(summaries.values())
          .as("the language and the endless sentence are marked")
          .filteredOn(s -> !((List<?>) s.get("partial")).isEmpty())
          .hasSizeGreaterThanOrEqualTo(2);
      assertThat(stages.isAlive()).isTrue();
    }
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

  private static List<Sample> samples() throws IOException {
    Path samples = StageProcess.root().resolve("samples");
    List<Sample> out = new ArrayList<>();
    for (String line :
        Files.readAllLines(samples.resolve("pages.tsv"), StandardCharsets.UTF_8).stream()
            .skip(1)
            .toList()) {
      String[] columns = line.split("\t", -1);
      out.add(
          new Sample(
              columns[1],
              columns[2],
              Files.readString(samples.resolve(columns[0]), StandardCharsets.UTF_8)));
    }
    return out;
  }

  private static void publish(Topics topics, List<Sample> samples)
      throws ExecutionException, InterruptedException {
    try (AvroSerdes serdes = AvroSerdes.create(registry());
        KafkaProducer<String, Page> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster().bootstrapServers()),
                new StringSerializer(),
                serdes.value(Page.class).serializer())) {
      for (Sample sample : samples) {
        Page page =
            Page.newBuilder()
                .setUrl(sample.url())
                .setContentType(sample.contentType())
                .setContent(ByteBuffer.wrap(sample.content()))
                .build();
        producer.send(new ProducerRecord<>(topics.pages().name(), sample.url(), page)).get();
      }
    }
  }

  private void waitFor(
      PlainConsumer reader, Map<String, GenericRecord> summaries, int count, StageProcess stages)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (summaries.size() < count) {
      if (System.nanoTime() > end || !stages.isAlive()) {
        StringWriter logs = new StringWriter();
        PrintWriter out = new PrintWriter(logs);
        try (var files = Files.list(folder)) {
          for (Path log : files.filter(f -> f.toString().endsWith(".log")).toList()) {
            out.println(log + ":");
            Files.readAllLines(log).forEach(out::println);
          }
        }
        throw new AssertionError(
            "only " + summaries.size() + " of " + count + " articles were annotated\n" + logs);
      }
      for (ConsumerRecord<String, byte[]> record : reader.poll()) {
        GenericRecord summary = reader.decode(record.value());
        assertThat(summaries.put(record.key(), summary)).as("annotated twice").isNull();
      }
    }
  }

  private static Map<String, String> analyzed(List<Sample> samples)
      throws IOException, UnreadablePageException, CatalogueException {
    Path outlets = StageProcess.root().resolve("samples/catalogue/outlets.yaml");
    Catalogue catalogue =
        Catalogue.builtInAnd(
            List.of(
                new CatalogueSource(
                    outlets.toString(), Files.readString(outlets, StandardCharsets.UTF_8))));
    Map<String, String> out = new TreeMap<>();
    try (Analyzer analyzer = Analyzer.load(catalogue)) {
      PageReader reader = new PageReader();
      for (Sample sample : samples) {
        Publication publication =
            analyzer.publish(
                reader.read(sample.content(), sample.url(), sample.contentType()).article(),
                sample.url());
        for (ArticleClaim claim : analyzer.annotate(publication).claims()) {
          out.put(
              claim.id(),
              claim.claim().form()
                  + " "
                  + claim.claim().content().stream().map(s -> s.start() + "-" + s.end()).toList()
                  + " "
                  + claim.chain().stream().map(l -> l.role() + ":" + l.name()).toList());
        }
      }
    }
    return out;
  }

  private static String describe(GenericRecord claim) {
    List<String> content = new ArrayList<>();
    for (Object span : (List<?>) claim.get("content")) {
      content.add(((GenericRecord) span).get("start") + "-" + ((GenericRecord) span).get("end"));
    }
    List<String> chain = new ArrayList<>();
    for (Object link : (List<?>) claim.get("chain")) {
      chain.add(((GenericRecord) link).get("role") + ":" + ((GenericRecord) link).get("name"));
    }
    return claim.get("form") + " " + content + " " + chain;
  }
}
