package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.TopicAdmin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is started again, after it was killed and after it was stopped. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class KilledProcessIT {
  /** Longer than this test lasts: whoever had to wait for it would wait for ever. */
  private static final Duration FOR_EVER = Duration.ofMinutes(20);

  private final Topics topics = new Topics("killed.", 2);

  @TempDir Path folder;

  @Test
  void itTakesItsPlaceAgainAtOnceAndEndsWhatItLeftOpen() throws Exception {
    List<Sample> samples = Sample.all();
    try (LocalCluster cluster = LocalCluster.startTemporary();
        Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
      new TopicAdmin(admin).create(topics, (short) 1);
      try (PlainConsumer written =
          new PlainConsumer(
              cluster.bootstrapServers(), cluster.registryUrl(), topics.articles().name())) {
        List<ConsumerRecord<String, byte[]>> articles = new ArrayList<>();
        try (StageProcess first = read(cluster)) {
          Sample.publish(cluster, topics, samples);
          await(first, () -> !OpenTransactions.of(admin).isEmpty());
          first.kill();
        }
        assertThat(OpenTransactions.of(admin)).as("killed in a transaction").isNotEmpty();
        try (StageProcess second = read(cluster)) {
          awaitArticles(second, written, articles, samples.size());
          Sample.publish(cluster, topics, List.of(samples.get(0).copy(1)));
          awaitArticles(second, written, articles, samples.size() + 1);
          second.stop();
        }
        try (StageProcess third = read(cluster)) {
          Sample.publish(cluster, topics, List.of(samples.get(0).copy(2)));
          awaitArticles(third, written, articles, samples.size() + 2);
          assertThat(third.isAlive()).isTrue();
        }
        assertThat(articles).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
      }
    }
  }

  private StageProcess read(LocalCluster cluster) throws Exception {
    return StageProcess.hearsay(
        folder,
        cluster,
        topics.pages().name().replace("pages", ""),
        Arrays.asList(
            "run",
            "read",
            "--application-prefix",
            "killed-",
            "--state-dir",
            folder.resolve("state").toString(),
            "--health-port",
            "-1",
            "--threads",
            "2",
            "--set",
            "commit.interval.ms=3000",
            "--set",
            "session.timeout.ms=" + FOR_EVER.toMillis(),
            "--set",
            "producer.transaction.timeout.ms=" + FOR_EVER.dividedBy(2).toMillis()));
  }

  private static void awaitArticles(
      StageProcess process,
      PlainConsumer written,
      List<ConsumerRecord<String, byte[]>> articles,
      int count)
      throws Exception {
    await(
        process,
        () -> {
          articles.addAll(written.poll());
          return articles.size() >= count;
        });
  }

  private static void await(StageProcess process, Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      assertThat(process.isAlive()).as(process::log).isTrue();
    }
  }
}
