package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.hearsay.local.LocalBroker;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.FormerStateException;
import org.hearsay.server.StageHealth;
import org.hearsay.server.StageRunner;
import org.hearsay.server.TopicAdmin;
import org.hearsay.server.reset.StageReset;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.PlainAvro;
import org.hearsay.topology.trace.TraceStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stages on a real broker that has, or has not, topics of an earlier program. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class FormerStateIT {
  private static final String APPLICATION = "it-trace";
  private static final String ORIGINS = "it-trace-trace-origins-store-changelog";

  private final Topics topics = new Topics("it.", 1);

  @TempDir Path folder;
  private LocalBroker broker;
  private Admin admin;

  @BeforeEach
  void start() throws Exception {
    broker = LocalBroker.start(folder.resolve("broker"));
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    new TopicAdmin(admin).create(topics, (short) 1);
    while (!new TopicAdmin(admin).missing(topics.all()).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void stop() {
    admin.close();
    broker.close();
  }

  @Test
  void aStageIsRefusedOnTopicsOfAnEarlierProgramAndStartsOnceTheyAreGone() throws Exception {
    create(ORIGINS);
    try (StageRunner runner = runner()) {
      assertThatThrownBy(runner::start)
          .isInstanceOf(FormerStateException.class)
          .hasMessageContaining("stage trace")
          .hasMessageContaining("(" + ORIGINS + ")")
          .hasMessageContaining(
              "hearsay reset trace --bootstrap-servers "
                  + broker.bootstrapServers()
                  + " --application-prefix it-, adding --from-start")
          .hasMessageContaining("what lies in it.articles, it.claims;")
          .hasMessageContaining("remove " + folder.resolve("state").resolve(APPLICATION));
      assertThat(runner.health())
          .extracting(StageHealth::state)
          .containsExactly(KafkaStreams.State.CREATED);
    }
    admin.deleteTopics(List.of(ORIGINS)).all().get();
    while (names().contains(ORIGINS)) {
      Thread.onSpinWait();
    }
    awaitReady();
  }

  @Test
  void itStartsBesideTopicsOfItsOwnOfOtherApplicationsAndOfUsers() throws Exception {
    create("other-trace-trace-origins-store-changelog");
    create("trace-origins-store-changelog");
    create(APPLICATION + "-trace-origins-store");
    create(APPLICATION + "-trace-articles");
    awaitReady();
    assertThat(names()).contains(APPLICATION + "-trace-edges-store-changelog");
    awaitReady();
  }

  @Test
  void aStageWhoseInputsHaveGrownStopsWithWhatToDoAndRunsOnceItIsReset() throws Exception {
    awaitReady();
    admin
        .createPartitions(
            Map.of(
                topics.articles().name(),
                NewPartitions.increaseTo(2),
                topics.claims().name(),
                NewPartitions.increaseTo(2)))
        .all()
        .get();
    try (StageRunner runner = runner()) {
      runner.start();
      assertThat(runner.await())
          .isInstanceOf(FormerStateException.class)
          .hasMessageContaining("have 2 partitions now, and its internal topic it-trace-")
          .hasMessageContaining("run hearsay reset trace --bootstrap-servers");
    }
    StageReset reset = new StageReset(admin, APPLICATION);
    assertThat(reset.topics()).isNotEmpty().allMatch(name -> name.startsWith(APPLICATION + "-"));
    assertThat(names()).contains("it.articles");
    while (!reset.members().isEmpty()) {
      Thread.onSpinWait();
    }
    reset.run(true);
    Utils.delete(folder.resolve("state").resolve(APPLICATION).toFile());
    while (!reset.topics().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(reset.read()).isEmpty();
    assertThat(names()).contains("it.articles", "it.claims");
    awaitReady();
  }

  private void create(String topic) throws Exception {
    admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    while (!names().contains(topic)) {
      Thread.onSpinWait();
    }
  }

  private Set<String> names() throws Exception {
    return admin.listTopics().names().get();
  }

  private void awaitReady() throws Exception {
    try (StageRunner runner = runner()) {
      runner.start();
      while (!runner.health().stream().allMatch(StageHealth::isReady)) {
        Thread.onSpinWait();
      }
    }
  }

  private StageRunner runner() {
    StageRunner out =
        new StageRunner(
            TestStages.settings(
                broker, topics, "it-", folder.resolve("state"), TestStages.SOON_AGAIN));
    out.add(
        TraceStage.NAME,
        new TraceStage(topics, new PlainAvro(), TraceStage.RETENTION, ReadingLanguage.CODE)
            .topology(),
        TraceStage.FORMER);
    return out;
  }
}
