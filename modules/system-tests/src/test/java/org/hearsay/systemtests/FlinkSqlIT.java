package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.Outlet;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.TopicAdmin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files in docs/sql/flink, run by Flink on the topics that the stages have written: each answer
 * is what the records say, read without Flink.
 */
class FlinkSqlIT {
  private static final long PATIENCE_NANOS = 300_000_000_000L;
  private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX, 2);

  /** Half of the sample pages: three stories, and who copied them. */
  private static final Pattern COPIES =
      Pattern.compile("serbia-asks|belgrade-demands|osce-checkpoints|krelani");

  /** Filled by links.sql. */
  private static final String FLAT_LINKS = "flat.chain-links";

  private static final Map<String, List<List<String>>> ANSWERS = new TreeMap<>();

  @TempDir static Path folder;
  private static LocalCluster cluster;

  @BeforeAll
  static void askFlinkOnce() throws Exception {
    cluster = LocalCluster.startTemporary();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
      new TopicAdmin(admin).create(TOPICS, (short) 1);
      admin.createTopics(List.of(new NewTopic(FLAT_LINKS, 2, (short) 1))).all().get();
    }
    runStages();
    changeRowsByHand();
    ANSWERS.putAll(
        FlinkProcess.run(
            cluster,
            folder,
            List.of(
                "tables.sql", "relays.sql", "copies.sql", "sources.sql", "tone.sql", "links.sql")));
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static void runStages() throws Exception {
    List<Sample> samples =
        Sample.all().stream().filter(sample -> COPIES.matcher(sample.url()).find()).toList();
    assertThat(samples).hasSize(7);
    Sample.publish(cluster, TOPICS, samples);
    try (StageProcess stages = StageProcess.start(cluster, TOPICS.prefix(), folder);
        PlainConsumer annotations = consumer(TOPICS.annotations());
        PlainConsumer lineage = consumer(TOPICS.lineage());
        PlainConsumer clusters = consumer(TOPICS.claimClusters())) {
      int annotated = 0;
      int copies = 0;
      int told = 0;
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (annotated < samples.size() || copies == 0 || told == 0) {
        assertThat(stages.isAlive() && System.nanoTime() < end).as(stages::log).isTrue();
        annotated += annotations.poll().size();
        copies += lineage.poll().size();
        told += clusters.poll().size();
      }
      // What is under way is ended or taken back: from here on the topics stay as they are.
      stages.stop();
    }
  }

  /** A claim and an outlet are changed, one of each is deleted, and a transaction is taken back. */
  private static void changeRowsByHand() throws Exception {
    List<String> relayed =
        newest(TOPICS.claims(), row -> text(row, "id")).values().stream()
            .filter(claim -> text(claim, "voice").equals("OUTLET"))
            .filter(claim -> links(claim).anyMatch(link -> text(link, "role").equals("RELAY")))
            .map(claim -> text(claim, "id"))
            .toList();
    assertThat(relayed).hasSizeGreaterThan(10);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", cluster.bootstrapServers(), "transactional.id", "by-hand");
    try (AvroSerdes serdes =
            AvroSerdes.create(Map.of("schema.registry.url", cluster.registryUrl()));
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      var claims = serdes.value(Claim.class).serializer();
      var outlets = serdes.value(Outlet.class).serializer();
      String claimTopic = TOPICS.claims().name();
      String outletTopic = TOPICS.outlets().name();
      Function<Claim, ProducerRecord<String, byte[]>> claim =
          row -> new ProducerRecord<>(claimTopic, row.getId(), claims.serialize(claimTopic, row));
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(claim.apply(claim(relayed.get(0), "Changed Gazette"))).get();
      producer.send(new ProducerRecord<>(claimTopic, relayed.get(1), null)).get();
      for (String id : List.of("meridian-wire", "balkan-ledger")) {
        Outlet outlet = Outlet.newBuilder().setId(id).setName(id).setOwner("party").build();
        producer
            .send(new ProducerRecord<>(outletTopic, id, outlets.serialize(outletTopic, outlet)))
            .get();
      }
      producer.send(new ProducerRecord<>(outletTopic, "balkan-ledger", null)).get();
      producer.commitTransaction();
      producer.beginTransaction();
      producer.send(claim.apply(claim("taken-back", "Taken Back Gazette"))).get();
      producer.abortTransaction();
    }
  }

  private static Claim claim(String id, String outlet) {
    return Claim.newBuilder()
        .setId(id)
        .setArticleId("by-hand")
        .setOutletName(outlet)
        .setForm("INDIRECT")
        .setConfidence(0.9)
        .setContentText("the road is open")
        .setCueText("said")
        .setSourceText("she")
        .setContent(List.of())
        .setCue(List.of())
        .setSource(List.of())
        .setChain(
            List.of(
                ChainLink.newBuilder()
                    .setRole("RELAY")
                    .setName("Meridian Wire")
                    .setText("Meridian Wire")
                    .setId("meridian-wire")
                    .setEvidenceKind("CUE")
                    .setEvidence("told Meridian Wire")
                    .setConfidence(0.9)
                    .setVerb("tell")
                    .build()))
        .setHops(1)
        .build();
  }

  private static PlainConsumer consumer(Topic<?> topic) {
    return consumer(topic.name());
  }

  private static PlainConsumer consumer(String topic) {
    return new PlainConsumer(cluster.bootstrapServers(), cluster.registryUrl(), topic);
  }

  /** The newest record of each key, without those that were deleted. */
  private static Map<String, GenericRecord> newest(
      Topic<?> topic, Function<GenericRecord, String> id) throws Exception {
    return newest(topic.name(), id);
  }

  private static Map<String, GenericRecord> newest(String topic, Function<GenericRecord, String> id)
      throws Exception {
    Map<String, GenericRecord> rows = new TreeMap<>();
    try (PlainConsumer consumer = consumer(topic)) {
      for (ConsumerRecord<String, byte[]> record : consumer.untilEnd()) {
        if (record.value() == null) {
          rows.remove(record.key());
        } else {
          GenericRecord row = consumer.decode(record.value());
          rows.put(id.apply(row), row);
        }
      }
    }
    return rows;
  }

  private static @Nullable String optional(GenericRecord row, String field) {
    Object value = row.get(field);
    return value == null ? null : value.toString();
  }

  private static String text(GenericRecord row, String field) {
    return String.valueOf(row.get(field));
  }

  private static String firstOf(@Nullable String... values) {
    return Arrays.stream(values).filter(value -> value != null).findFirst().orElse("NULL");
  }

  private static String outlet(GenericRecord row) {
    return firstOf(optional(row, "outletName"), optional(row, "outletId"), "(unknown)");
  }

  private static Stream<GenericRecord> links(GenericRecord claim) {
    return ((List<?>) claim.get("chain")).stream().map(link -> (GenericRecord) link);
  }

  private static void assertAnswer(String file, List<List<String>> expected) {
    assertThat(expected).as("what the topics say").isNotEmpty();
    assertThat(ANSWERS.get(file)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whoPassesOnWhatOthersSaid() throws Exception {
    Map<String, GenericRecord> outlets = newest(TOPICS.builtInOutlets(), row -> text(row, "id"));
    outlets.putAll(newest(TOPICS.outlets(), row -> text(row, "id")));
    Map<List<String>, List<String>> articles = new HashMap<>();
    for (GenericRecord claim : newest(TOPICS.claims(), row -> text(row, "id")).values()) {
      if (!text(claim, "voice").equals("OUTLET")) {
        continue;
      }
      links(claim)
          .filter(link -> text(link, "role").equals("RELAY"))
          .forEach(
              link -> {
                GenericRecord known = outlets.get(text(link, "id"));
                List<String> group =
                    List.of(
                        outlet(claim),
                        text(link, "name"),
                        known == null ? "NULL" : firstOf(optional(known, "owner")),
                        firstOf(optional(link, "verb")));
                articles
                    .computeIfAbsent(group, key -> new ArrayList<>())
                    .add(text(claim, "articleId"));
              });
    }
    List<List<String>> expected = new ArrayList<>();
    articles.forEach(
        (group, ids) -> {
          List<String> row = new ArrayList<>(group);
          row.add(Integer.toString(ids.size()));
          row.add(Integer.toString(new HashSet<>(ids).size()));
          expected.add(row);
        });

    assertAnswer("relays.sql", expected);
    assertThat(expected)
        .as("the newest row of a claim, joined with the changed outlet")
        .contains(List.of("Changed Gazette", "Meridian Wire", "party", "tell", "1", "1"));
    assertThat(expected)
        .as("no deleted outlet, no transaction that was taken back")
        .noneMatch(row -> row.get(1).equals("Balkan Ledger") && row.get(2).equals("party"))
        .noneMatch(row -> row.get(0).equals("Taken Back Gazette"));
  }

  @Test
  void whoCopiedWhom() throws Exception {
    Map<String, GenericRecord> articles = newest(TOPICS.articles(), row -> text(row, "id"));
    List<List<String>> expected = new ArrayList<>();
    for (GenericRecord edge : newest(TOPICS.lineage(), row -> text(row, "id")).values()) {
      expected.add(
          List.of(
              side(edge, articles, "outletName", "outletId", "articleId"),
              side(edge, articles, "originOutletName", "originOutletId", "originId"),
              text(edge, "direction"),
              minutes(edge.get("originPublishedAt"), edge.get("publishedAt")),
              Integer.toString(((List<?>) edge.get("droppedTexts")).size()),
              Integer.toString(((List<?>) edge.get("addedTexts")).size())));
    }

    assertAnswer("copies.sql", expected);
    assertThat(expected).as("times on both sides").anyMatch(row -> !row.get(3).equals("NULL"));
  }

  private static String side(
      GenericRecord edge, Map<String, GenericRecord> articles, String name, String id, String key) {
    GenericRecord article = articles.get(text(edge, key));
    return firstOf(
        optional(edge, name),
        optional(edge, id),
        article == null ? null : optional(article, "title"),
        text(edge, key));
  }

  private static String minutes(@Nullable Object from, @Nullable Object until) {
    if (from == null || until == null) {
      return "NULL";
    }
    return Long.toString(Duration.ofMillis((Long) until - (Long) from).toMinutes());
  }

  @Test
  void whatHasFewIndependentSources() throws Exception {
    DateTimeFormatter minute =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    List<List<String>> expected = new ArrayList<>();
    for (GenericRecord told : newest(TOPICS.claimClusters(), row -> text(row, "id")).values()) {
      if (told.get("mergedInto") == null
          && (Integer) told.get("articles") > 0
          && (Integer) told.get("independent") <= 1) {
        expected.add(
            List.of(
                text(told, "speakerName"),
                text(told, "content"),
                text(told, "articles"),
                text(told, "outlets"),
                text(told, "independent"),
                minute.format(Instant.ofEpochMilli((Long) told.get("firstAt")))));
      }
    }

    assertAnswer("sources.sql", expected);
  }

  @Test
  void howOutletsSpeakOfWhom() throws Exception {
    Map<String, GenericRecord> articles = newest(TOPICS.articles(), row -> text(row, "id"));
    Map<List<String>, int[]> sums = new HashMap<>();
    for (GenericRecord mention : newest(TOPICS.mentions(), row -> text(row, "id")).values()) {
      GenericRecord article = articles.get(text(mention, "articleId"));
      if (article == null
          || !text(mention, "voice").equals("OUTLET")
          || mention.get("comment") != null
          || mention.get("tone") == null) {
        continue;
      }
      double tone = (Double) mention.get("tone");
      int[] sum =
          sums.computeIfAbsent(
              List.of(outlet(article), text(mention, "name")), group -> new int[3]);
      sum[0]++;
      sum[1] += tone > 0.25 ? 1 : 0;
      sum[2] += tone < -0.25 ? 1 : 0;
    }
    List<List<String>> expected = new ArrayList<>();
    sums.forEach(
        (group, sum) -> {
          List<String> row = new ArrayList<>(group);
          Arrays.stream(sum).forEach(number -> row.add(Integer.toString(number)));
          expected.add(row);
        });

    assertAnswer("tone.sql", expected);
  }

  @Test
  void theLinksOfAllChainsAsATopicOfFlatRows() throws Exception {
    List<String> expected = new ArrayList<>();
    newest(TOPICS.claims(), row -> text(row, "id"))
        .values()
        .forEach(claim -> links(claim).forEach(link -> expected.add(flat(claim, link))));

    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(newest(FLAT_LINKS, row -> text(row, "link")).values())
        .extracting(row -> flat(row, row))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** A link as one text; whose claim it is stands in its claim, or beside it. */
  private static String flat(GenericRecord claim, GenericRecord link) {
    List<String> out = new ArrayList<>();
    out.add(text(claim, claim.hasField("claimId") ? "claimId" : "id"));
    out.add(text(claim, "articleId"));
    for (Schema.Field field : ChainLink.getClassSchema().getFields()) {
      out.add(text(link, field.name()));
    }
    return String.join("|", out);
  }
}
