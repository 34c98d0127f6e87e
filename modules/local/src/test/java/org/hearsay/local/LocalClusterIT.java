package org.hearsay.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 180, unit = SECONDS)
class LocalClusterIT {

  private static final String TOPIC = "statements";

  @TempDir Path folder;

  @Test
  void keepsRecordsAndSchemaIdsOverARestart() throws Exception {
    String id;
    try (LocalCluster cluster = LocalCluster.start(folder)) {
      createTopic(cluster.bootstrapServers());
      // The transaction needs the coordinator's own topic: one node must be enough for it.
      produceInTransaction(cluster.bootstrapServers(), "first");
      assertThat(consume(cluster.bootstrapServers(), 1)).containsExactly("first");
      id = register(cluster.registryUrl());
    }
    try (LocalCluster cluster = LocalCluster.start(folder)) {
      produceInTransaction(cluster.bootstrapServers(), "second");
      assertThat(consume(cluster.bootstrapServers(), 2)).containsExactly("first", "second");
      assertThat(get(cluster.registryUrl() + "/subjects")).isEqualTo("[\"other\",\"s\"]");
      assertThat(register(cluster.registryUrl())).isEqualTo(id);
    }
  }

  @Test
  void temporaryDataAreDeleted() throws Exception {
    try (LocalCluster cluster = LocalCluster.startTemporary(folder)) {
      createTopic(cluster.bootstrapServers());
      assertThat(folder).isNotEmptyDirectory();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aBrokerLeavesTheFolderOfARunningOneAlone() throws Exception {
    try (LocalBroker running = LocalBroker.start(folder)) {
      assertThatThrownBy(() -> LocalBroker.start(folder))
          .isInstanceOf(LocalException.class)
          .hasMessageContaining("Another broker runs in the folder");
      createTopic(running.bootstrapServers());
    }
  }

  @Test
  void aFailedStartStopsWhatHasStarted() throws Exception {
    Files.createDirectories(folder.resolve("registry").resolve("registry.mv.db").resolve("full"));
    assertThatThrownBy(() -> LocalCluster.start(folder)).isInstanceOf(LocalException.class);
    // It starts on the same folder: the first broker has let go of it.
    LocalBroker.start(folder.resolve("broker")).close();
  }

  @Test
  void aFailedStartDeletesTemporaryData() throws Exception {
    String home =
        System.setProperty(LocalRegistry.HOME_PROPERTY, folder.resolve("none").toString());
    try {
      assertThatThrownBy(() -> LocalCluster.startTemporary(folder))
          .isInstanceOf(LocalException.class)
          .hasMessageContaining("none");
    } finally {
      System.setProperty(LocalRegistry.HOME_PROPERTY, home);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theEndOfTheProcessStopsBothAndDeletesTemporaryData() throws Exception {
    Process process = clusterProcess();
    BufferedReader output = process.inputReader();
    assertThat(output.readLine()).isEqualTo("started");
    List<ProcessHandle> children = process.descendants().toList();
    assertThat(children).as("the registry").hasSize(1);
    terminate(process);
    assertThat(output.readLine()).isEqualTo("stopping, while both still answer");
    process.onExit().get(60, SECONDS);
    assertThat(folder).isEmptyDirectory();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void theEndOfTheProcessInTheMiddleOfTheStartLeavesNothingBehind() throws Exception {
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Process process = clusterProcess();
      assertThat(watch.poll(60, SECONDS)).isNotNull();
      terminate(process);
      process.onExit().get(60, SECONDS);
      assertThat(process.inputReader().readLine()).as("it was still starting").isNull();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aRegistryDoesNotOutliveAKilledProcess() throws Exception {
    Process process = clusterProcess();
    assertThat(process.inputReader().readLine()).isEqualTo("started");
    ProcessHandle registry = process.descendants().findFirst().orElseThrow();
    process.destroyForcibly();
    registry.onExit().get(60, SECONDS);
    assertThat(registry.isAlive()).isFalse();
  }

  /** As Ctrl-C does; {@link Process#destroy} would close the pipes, too. */
  private static void terminate(Process process) {
    process.toHandle().destroy();
  }

  /** Starts a cluster in a process of its own, with its data in a new folder inside the test's. */
  private Process clusterProcess() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-D" + LocalRegistry.HOME_PROPERTY + "=" + LocalRegistry.home(),
            "-cp",
            System.getProperty("java.class.path"),
            ClusterProcess.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Says when a cluster runs, and stays until it is told to end. */
  static final class ClusterProcess {
    private ClusterProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
      PrintStream toTheTest = System.out;
      LocalCluster cluster = LocalCluster.startTemporary(Path.of(arguments[0]));
      cluster.beforeStop(
          () -> {
            try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
              admin.listTopics().names().get(30, SECONDS);
              get(cluster.registryUrl() + "/subjects");
              toTheTest.println("stopping, while both still answer");
            } catch (Exception e) {
              toTheTest.println("stopping, and one is gone: " + e);
            }
          });
      toTheTest.println("started");
      new CountDownLatch(1).await();
    }
  }

  @Test
  void aBrokerThatGivesUpIsTold() {
    try (LocalCluster cluster = LocalCluster.start(folder)) {
      assertThat(cluster.failed()).isNotDone();
      assertThatThrownBy(() -> Exit.halt(1, "no room")).isInstanceOf(LocalException.class);
      assertThat(cluster.failed()).isCompletedWithValueMatching(said -> said.contains("no room"));
    }
  }

  @Test
  void aMissingRegistryIsNamed() {
    assertThatThrownBy(() -> LocalRegistry.start(folder.resolve("none"), folder))
        .isInstanceOf(LocalException.class)
        .hasMessageContaining("none")
        .hasMessageContaining(LocalRegistry.HOME_PROPERTY);
  }

  @Test
  void theLogOfARegistryThatEndedIsShown() throws Exception {
    // The database cannot be a folder.
    Files.createDirectories(folder.resolve("registry.mv.db").resolve("full"));
    assertThatThrownBy(() -> LocalRegistry.start(LocalRegistry.home(), folder))
        .isInstanceOf(LocalException.class)
        .hasMessageContaining("ended with code")
        .hasMessageContaining("registry.mv.db");
  }

  @Test
  void aFolderOfAnotherBrokerIsRefused() throws Exception {
    Files.writeString(folder.resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=x\n");
    assertThatThrownBy(() -> LocalBroker.start(folder))
        .isInstanceOf(LocalException.class)
        .hasMessageContaining("broker 7");
  }

  private static void createTopic(String servers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get(30, SECONDS);
    }
  }

  private static void produceInTransaction(String servers, String value) throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", servers, "transactional.id", "test");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(TOPIC, "key", value)).get(30, SECONDS);
      producer.commitTransaction();
    }
  }

  private static List<String> consume(String servers, int count) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            servers,
            "group.id",
            "test-" + count,
            "auto.offset.reset",
            "earliest",
            "isolation.level",
            "read_committed");
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (values.size() < count && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  private static String register(String url) throws Exception {
    post(url + "/subjects/other/versions", "{\"schema\": \"\\\"string\\\"\"}");
    return post(url + "/subjects/s/versions", "{\"schema\": \"\\\"long\\\"\"}");
  }

  private static String post(String url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static String get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }
}
