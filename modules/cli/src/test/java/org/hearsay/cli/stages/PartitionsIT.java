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
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
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
  void topicsCreateMakesWhatIsMissingAndFailsWhereATopicKeepsItsOwnPartitions() throws Exception {
    create("hearsay.pages", 8);
    assertThat(run("topics", "create", "--partitions", "5")).isEqualTo(1);
    awaitTopics(new Topics().all().stream().map(Topic::name).collect(Collectors.toSet()));
    assertThat(partitions())
        .containsEntry("hearsay.pages", 8)
        .containsEntry("hearsay.articles", 5)
        .containsEntry("hearsay.catalogue.outlets", 1);
    assertThat(err.toString())
        .contains("hearsay.pages existed already with 8 partitions, not 5", "another --prefix");
  }

  @Test
  void deadLettersGrowSinceNothingReadsThemByTheirKeys() throws Exception {
    createAll(2);
    assertThat(run("topics", "create", "--partitions", "5")).isEqualTo(1);
    assertThat(out.toString()).contains("hearsay.dead-letters has 5 partitions now");
    while (!Integer.valueOf(5).equals(partitions().get("hearsay.dead-letters"))) {
      Thread.onSpinWait();
    }
    assertThat(partitions()).containsEntry("hearsay.pages", 2);
    createAll(2);
  }

  @Test
  void topicsCreateTellsOfTopicsThatWouldLoseRowsOrRefuseRecords() throws Exception {
    createAll(2);
    alter("hearsay.claims", "max.message.bytes", "1000");
    alter("hearsay.catalogue.outlets", "cleanup.policy", "delete");
    assertThat(run("topics", "create", "--replication", "2")).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            "hearsay.claims has max.message.bytes=1000, but needs 33554432",
            "hearsay.catalogue.outlets has cleanup.policy=delete, but needs compact",
            "hearsay.outlets, hearsay.dead-letters: 1 copy of a partition, not 2")
        .doesNotContain("retention");
  }

  private void alter(String topic, String key, String value) throws Exception {
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
        .all()
        .get();
    ConfigResource changed = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    while (admin.describeConfigs(List.of(changed)).all().get().values().stream()
        .noneMatch(config -> value.equals(config.get(key).value()))) {
      Thread.onSpinWait();
    }
  }
}
