package org.hearsay.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hearsay.analysis.publishing.Publisher;
import org.hearsay.entities.Catalogue;
import org.hearsay.local.LocalCluster;
import org.hearsay.page.PageReader;
import org.hearsay.records.Outlet;
import org.hearsay.records.Page;
import org.hearsay.records.topics.DeadLetterHeaders;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.HealthServer;
import org.hearsay.server.StageRunner;
import org.hearsay.server.StageSettings;
import org.hearsay.server.TopicAdmin;
import org.hearsay.topology.ValueSerdes;
import org.hearsay.topology.read.ReadStage;
import org.hearsay.topology.stores.FormerState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Records that no one can decode, in topics of the catalogue on a real broker. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class BrokenCatalogueIT {
  private final Topics topics = new Topics("broken.", 1);
  private final List<ConsumerRecord<String, byte[]>> articles = new ArrayList<>();
  private final List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();

  @TempDir Path folder;
  private LocalCluster cluster;
  private AvroSerdes serdes;
  private KafkaProducer<String, byte[]> producer;
  private PlainConsumer written;
  private PlainConsumer deadLetters;
  private int pages;

  @BeforeEach
  void start() throws Exception {
    cluster = LocalCluster.startTemporary();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
      new TopicAdmin(admin).create(topics, (short) 1);
    }
    serdes = AvroSerdes.create(Map.of("schema.registry.url", cluster.registryUrl()));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
    written = consumer(topics.articles().name());
    deadLetters = consumer(topics.deadLetters().name());
  }

  @AfterEach
  void stop() {
    written.close();
    deadLetters.close();
    producer.close();
    serdes.close();
    cluster.close();
  }

  private PlainConsumer consumer(String topic) {
    return new PlainConsumer(cluster.bootstrapServers(), cluster.registryUrl(), topic);
  }

  @Test
  void aRecordOfTheCatalogueThatNoOneCanDecodeIsLeftOutAndToldAndTheRestHolds() throws Exception {
    String outlets = topics.outlets().name();
    send(outlets, "tidewater", encoded(outlets, outlet("tidewater")));
    send(outlets, "gull", random(500));
    send(outlets, "no-such-schema", new byte[] {0, 127, 1, 2, 3, 4});
    send(outlets, "a-page", encoded(outlets + "-foreign", page("https://gull.example/0")));
    send(topics.entities().name(), "a-thing", random(500));
    send(outlets, "harbour", encoded(outlets, outlet("harbour")));

    try (StageRunner stage = runner("first");
        HealthServer health = health(stage)) {
      stage.start();
      awaitOutlet("https://tidewater.example/", "tidewater");
      awaitOutlet("https://harbour.example/", "harbour");
      awaitLetters(4);
      assertThat(letters)
          .extracting(ConsumerRecord::key)
          .containsExactlyInAnyOrder("gull", "no-such-schema", "a-page", "a-thing");
      ConsumerRecord<String, byte[]> gull = letter("gull");
      assertThat(gull.value()).hasSize(500);
      assertThat(header(gull, DeadLetterHeaders.TOPIC)).isEqualTo(outlets);
      assertThat(header(gull, DeadLetterHeaders.PARTITION)).isEqualTo("0");
      assertThat(header(gull, DeadLetterHeaders.OFFSET)).isEqualTo("1");
      assertThat(header(gull, DeadLetterHeaders.EXCEPTION)).contains("RegistryException");
      assertThat(header(gull, DeadLetterHeaders.MESSAGE)).contains("do not start with a zero byte");
      assertThat(ready(health))
          .isEqualTo("read RUNNING\nrecords of the catalogue left out since the start: 4\n");

      // While it runs: one over a good record, which stays in force; a good one over a bad.
      send(outlets, "harbour", random(300));
      awaitLetters(5);
      awaitOutlet("https://harbour.example/", "harbour");
      send(outlets, "gull", encoded(outlets, outlet("gull")));
      awaitOutlet("https://gull.example/", "gull");
      assertThat(dropped()).as("Kafka Streams' own metric, dropped-records-total").isEqualTo(5);
      assertThat(ready(health)).startsWith("read RUNNING\n");
    }

    // All of it is read again by whoever starts with nothing.
    try (StageRunner stage = runner("second")) {
      stage.start();
      awaitOutlet("https://gull.example/", "gull");
      awaitOutlet("https://tidewater.example/", "tidewater");
      awaitLetters(10);
      assertThat(letters.subList(5, 10))
          .extracting(letter -> header(letter, DeadLetterHeaders.OFFSET))
          .as("each process tells once, of which record")
          .containsExactlyInAnyOrder("0", "1", "2", "3", "5");
      assertThat(stage.leftOut()).isEqualTo(5);
    }
  }

  @Test
  void aRecordWithASchemaOfAnotherLanguageIsADeadLetterOnWhateverTopicAndTheStageGoesOn()
      throws Exception {
    byte[] json = {0, 0, 0, 0, 0, '{', '}'};
    ByteBuffer.wrap(json).putInt(1, registerJson());
    send(topics.outlets().name(), "json-outlet", json);
    send(topics.outlets().name(), "harbour", encoded("harbours", outlet("harbour")));
    send(topics.pages().name(), "json-page", json);
    try (StageRunner stage = runner("first")) {
      stage.start();
      awaitOutlet("https://harbour.example/", "harbour");
      awaitLetters(2);
      assertThat(letters)
          .extracting(ConsumerRecord::key)
          .containsExactlyInAnyOrder("json-outlet", "json-page");
      assertThat(letters)
          .extracting(letter -> header(letter, DeadLetterHeaders.MESSAGE))
          .allSatisfy(why -> assertThat(why).contains("of the type JSON, not Avro"));
    }
  }

  /** Registers as a client that shares no code with Hearsay does. */
  private int registerJson() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(cluster.registryUrl() + "/subjects/json/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(
                BodyPublishers.ofString(
                    "{\"schemaType\":\"JSON\",\"schema\":\"{\\\"$schema\\\":"
                        + "\\\"http://json-schema.org/draft-07/schema#\\\"}\"}"))
            .build();
    String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString(UTF_8)).body();
    return new ObjectMapper().readTree(answer).get("id").asInt();
  }

  private void send(String topic, String key, byte[] value) throws Exception {
    producer.send(new ProducerRecord<>(topic, key, value)).get();
  }

  private static byte[] random(int length) {
    byte[] out = new byte[length];
    new Random(length).nextBytes(out);
    out[0] = 1;
    return out;
  }

  @SuppressWarnings("unchecked")
  private <V extends SpecificRecord> byte[] encoded(String topic, V record) {
    Class<V> type = (Class<V>) record.getClass();
    return serdes.value(type).serializer().serialize(topic, record);
  }

  private static Outlet outlet(String id) {
    return Outlet.newBuilder()
        .setId(id)
        .setName("The " + id)
        .setHosts(List.of(id + ".example"))
        .build();
  }

  private static Page page(String url) {
    return new Sample(
            url,
            "text/html; charset=utf-8",
            "<html><head><title>Ferries</title></head><body><article><p>The minister said on Monday"
                + " that the ferries would sail again, and that nobody had asked.</p></article>"
                + "</body></html>")
        .page();
  }

  /** Sends pages until one is of that outlet: the catalogue is read beside the pages. */
  private void awaitOutlet(String folderUrl, String outlet) throws Exception {
    Optional<String> found = Optional.empty();
    while (!found.equals(Optional.of(outlet))) {
      String url = folderUrl + ++pages;
      send(topics.pages().name(), url, encoded(topics.pages().name(), page(url)));
      int before = articles.size();
      while (articles.size() == before) {
        articles.addAll(written.poll());
      }
      found =
          Optional.ofNullable(articles.get(articles.size() - 1).headers().lastHeader("outlet"))
              .map(header -> new String(header.value(), UTF_8));
    }
  }

  private void awaitLetters(int count) {
    while (letters.size() < count) {
      letters.addAll(deadLetters.poll());
    }
  }

  private ConsumerRecord<String, byte[]> letter(String key) {
    return letters.stream().filter(letter -> key.equals(letter.key())).findFirst().orElseThrow();
  }

  private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
    @Nullable Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  private static double dropped() throws Exception {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    Set<ObjectName> names =
        beans.queryNames(
            new ObjectName("kafka.streams:type=stream-task-metrics,task-id=-1_-1,*"), null);
    double sum = 0;
    for (ObjectName name : names) {
      sum += (Double) beans.getAttribute(name, "dropped-records-total");
    }
    return sum;
  }

  private static HealthServer health(StageRunner runner) throws Exception {
    return HealthServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), runner);
  }

  private static String ready(HealthServer health) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + health.port() + "/ready");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(UTF_8))
        .body();
  }

  private StageRunner runner(String process) {
    StageRunner out =
        new StageRunner(
            new StageSettings(
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                topics,
                "broken-",
                1,
                folder.resolve(process),
                64L << 20,
                Map.of("session.timeout.ms", "6000", "heartbeat.interval.ms", "1500")));
    ValueSerdes values =
        new ValueSerdes() {
          @Override
          public <V extends SpecificRecord> Serde<V> of(Class<V> type) {
            return serdes.value(type);
          }
        };
    out.add(
        ReadStage.NAME,
        new ReadStage(topics, values, new PageReader(), new Publisher(Catalogue.builtIn()), 0)
            .topology(),
        FormerState.NONE);
    return out;
  }
}
