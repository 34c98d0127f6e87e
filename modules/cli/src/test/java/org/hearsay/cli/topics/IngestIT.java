package org.hearsay.cli.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hearsay.cli.Hearsay;
import org.hearsay.local.LocalCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The ingest command against a real broker, a real registry and a web server of its own. */
class IngestIT {
  private static final String PAGE = "<html><body><p>A sample page.</p></body></html>";

  private final Map<String, String> site = new ConcurrentHashMap<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  private LocalCluster cluster;
  private HttpServer server;
  private String root;

  @BeforeEach
  void start() throws IOException {
    cluster = LocalCluster.startTemporary();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          try (exchange) {
            String text = site.get(path);
            byte[] bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
            String type = path.endsWith(".xml") ? "application/xml" : "text/html; charset=utf-8";
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(
                text == null ? 404 : 200, text == null ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
    assertThat(run("topics", "create", "--partitions", "1")).as("%s", err).isZero();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    cluster.close();
  }

  private int run(String... arguments) {
    CommandLine line = Hearsay.commandLine(Map.of(), () -> false);
    line.setOut(new PrintWriter(new StringWriter(), true));
    line.setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of(arguments));
    Collections.addAll(
        all,
        "--bootstrap-servers",
        cluster.bootstrapServers(),
        "--schema-registry",
        cluster.registryUrl());
    return line.execute(all.toArray(String[]::new));
  }

  private int ingest(String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "ingest",
                "--allow-private",
                "--delay",
                "0",
                "--resume",
                folder.resolve("sent.txt").toString()));
    Collections.addAll(all, arguments);
    return run(all.toArray(String[]::new));
  }

  /** How often each key is in the pages topic. */
  private Map<String, Integer> sent() {
    Map<String, Integer> out = new TreeMap<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition pages = new TopicPartition("hearsay.pages", 0);
      consumer.assign(List.of(pages));
      consumer.seekToBeginning(List.of(pages));
      long end = consumer.endOffsets(List.of(pages)).getOrDefault(pages, 0L);
      while (consumer.position(pages) < end) {
        for (ConsumerRecord<String, byte[]> record :
            consumer.poll(java.time.Duration.ofMillis(200))) {
          out.merge(record.key(), 1, Integer::sum);
        }
      }
    }
    return out;
  }

  private static String feed(String root, String... paths) {
    StringBuilder out = new StringBuilder("<rss version='2.0'><channel><title>A sample</title>");
    for (String path : paths) {
      out.append("<item><link>").append(root).append(path).append("</link></item>");
    }
    return out.append("</channel></rss>").toString();
  }

  @Test
  void aFeedsPagesAreSentOnceEachThoughItIsReadAgainAndAPageThatIsMissingIsTriedAgain()
      throws IOException {
    site.put("/feed.xml", feed(root, "/one", "/two"));
    site.put("/one", PAGE);
    assertThat(ingest(root + "/feed.xml")).as("%s", err).isEqualTo(1);
    assertThat(err.toString()).contains(root + "/two", "404", "1 page sent, 1 failed");
    assertThat(sent()).isEqualTo(Map.of(root + "/one", 1));

    site.put("/two", PAGE);
    site.put("/feed.xml", feed(root, "/three", "/one", "/two"));
    site.put("/three", PAGE);
    asked.clear();
    assertThat(ingest(root + "/feed.xml")).as("%s", err).isZero();
    assertThat(sent()).isEqualTo(Map.of(root + "/one", 1, root + "/two", 1, root + "/three", 1));
    assertThat(asked).contains("/two", "/three").doesNotContain("/one");
  }

  @Test
  void filesFoldersAndAddressesGoInTogetherNoFasterThanWished() throws IOException {
    site.put("/page", PAGE);
    Path pages = Files.createDirectories(folder.resolve("pages"));
    for (int i = 0; i < 4; i++) {
      Files.writeString(pages.resolve(i + ".html"), PAGE);
    }
    long start = System.nanoTime();
    assertThat(ingest("--rate", "10", pages.toString(), root + "/page")).as("%s", err).isZero();
    // Five pages at ten a second: the fifth goes four tenths after the first.
    assertThat(System.nanoTime() - start).isGreaterThan(400_000_000L);
    assertThat(sent())
        .hasSize(5)
        .containsKeys(root + "/page", "file:" + pages.resolve("3.html"))
        .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
    assertThat(err.toString()).contains("5 pages sent, 0 failed");
  }
}
