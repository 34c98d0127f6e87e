package org.hearsay.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.TopicAdmin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates and describes the topics. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = "Creates the topics that are missing, or describes those that exist.")
final class TopicsCommand implements Callable<Integer> {
  @Mixin ClusterOptions cluster;

  @Option(
      names = "--partitions",
      defaultValue = "6",
      description = "Partitions of each created topic: at least all cores (default: 6).")
  int partitions = Topics.DEFAULT_PARTITIONS;

  @Option(
      names = "--replication",
      defaultValue = "-1",
      description = "Copies of each partition; -1 is the cluster's default (default: -1).")
  short replication = -1;

  /** What is done. */
  enum Action {
    create,
    describe
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "ACTION",
      defaultValue = "describe",
      description = "${COMPLETION-CANDIDATES} (default: describe).")
  Action action = Action.describe;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Topics topics = cluster.topics(partitions);
    try (Admin admin = Admin.create(cluster.client())) {
      TopicAdmin topicAdmin = new TopicAdmin(admin);
      if (action == Action.create) {
        List<String> created = topicAdmin.create(topics, replication);
        out.println(created.isEmpty() ? "every topic exists" : "created " + created);
        return 0;
      }
      Map<String, TopicDescription> found = topicAdmin.describe(topics);
      out.printf("%-26s %10s  %s%n", "topic", "partitions", "what");
      for (Topic<?> topic : topics.all()) {
        @Nullable TopicDescription description = found.get(topic.name());
        out.printf(
            "%-26s %10s  %s%n",
            topic.name(),
            description == null ? "missing" : description.partitions().size(),
            topic.doc());
      }
      return 0;
    } catch (ExecutionException e) {
      throw new UserException(
          "the cluster at " + cluster.bootstrapServers + " refused: " + e.getCause(), e);
    }
  }
}
