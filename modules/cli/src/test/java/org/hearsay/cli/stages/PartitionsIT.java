package org.hearsay.cli.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.hearsay.cli.Hearsay;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.TopicOptions;
import org.hearsay.local.LocalBroker;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.TopicAdmin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How many partitions stages count with, on a real broker. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PartitionsIT {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  private LocalBroker broker;
  private Admin admin;

  /** A command with nothing but the options. */
  @Command
  static final class Counting {
    @Mixin ClusterOptions cluster;
    @Mixin TopicOptions created;
  }

  @BeforeEach
  void start() {
    broker = LocalBroker.start(folder);
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  @AfterEach
  void stop() {
    admin.close();
    broker.close();
  }

  private int run(String... arguments) {
    CommandLine line = Hearsay.commandLine(Map.of(), () -> false);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(with(arguments));
  }

  private String[] with(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    Collections.addAll(all, "--bootstrap-servers", broker.bootstrapServers());
    return all.toArray(String[]::new);
  }

  /** The topics as the stages are built with them. */
  private Topics topics(String... arguments) throws InterruptedException {
    Counting counting = new Counting();
    new CommandLine(counting).parseArgs(with(arguments));
    return counting.created.topics(counting.cluster);
  }

  private void create(String topic, int partitions) throws Exception {
    admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    awaitTopics(Set.of(topic));
  }

  private void createAll(int partitions) throws Exception {
    assertThat(run("topics", "create", "--partitions", Integer.toString(partitions)))
        .as("%s", err)
        .isZero();
    awaitTopics(new Topics().all().stream().map(Topic::name).collect(Collectors.toSet()));
  }

  /** A broker that has created topics may take a moment until it tells of them. */
  private void awaitTopics(Set<String> names) throws Exception {
    while (!partitions().keySet().containsAll(names)) {
      Thread.onSpinWait();
    }
  }

  private Map<String, Integer> partitions() throws Exception {
    return new TopicAdmin(admin).partitions(new Topics());
  }

  @Test
  void withoutTheOptionStagesTakeThePartitionsThatTheTopicsHave() throws Exception {
    createAll(12);
    Topics topics = topics();
    assertThat(topics.articles().partitions()).isEqualTo(12);
    assertThat(topics.pages().partitions()).isEqualTo(12);
    assertThat(topics.entities().partitions()).as("a table").isEqualTo(1);
  }

  @Test
  void runRefusesAnOptionThatContradictsTheTopicsNamingBothNumbersAndWhatToDo() throws Exception {
    createAll(3);
    assertThat(run("run", "--partitions", "6")).isEqualTo(1);
    assertThat(err.toString())
        .contains("--partitions 6", "3 partitions of hearsay.pages", "Leave the option out")
        .doesNotContain("\tat ");
  }

  @Test
  void aRefusedRunCreatesNothing() throws Exception {
    create("hearsay.pages", 3);
    assertThat(run("run", "--partitions", "6")).isEqualTo(1);
    assertThat(partitions()).isEqualTo(Map.of("hearsay.pages", 3));
  }

  @Test
  void topicsThatDifferKeepTheirOwnAndThoseThatAreMissingFollowTheArticles() throws Exception {
    create("hearsay.pages", 8);
    create("hearsay.articles", 4);
    Topics topics = topics();
    assertThat(topics.pages().partitions()).isEqualTo(8);
    assertThat(topics.articles().partitions()).isEqualTo(4);
    assertThat(topics.claims().partitions()).as("not there yet").isEqualTo(4);
  }

  @Test
  void whereThereAreNoArticlesYetMissingTopicsFollowTheLargestAndElseGetTheDefault()
      throws Exception {
    assertThat(topics().claims().partitions()).isEqualTo(Topics.DEFAULT_PARTITIONS);
    create("hearsay.pages", 8);
    create("hearsay.comments", 2);
    assertThat(topics().claims().partitions()).isEqualTo(8);
  }

  @Test
  void topicsCreateMakesWhatIsMissingAsAskedAndSaysWhatKeepsItsOwn() throws Exception {
    create("hearsay.pages", 8);
    createAll(5);
    assertThat(partitions())
        .containsEntry("hearsay.pages", 8)
        .containsEntry("hearsay.articles", 5)
        .containsEntry("hearsay.catalogue.outlets", 1);
    assertThat(err.toString()).contains("hearsay.pages existed already", "8 partitions");
  }
}
