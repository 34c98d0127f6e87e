package org.hearsay.cli.topics;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.TopicDescription;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.TopicOptions;
import org.hearsay.cli.output.Wrap;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates and describes the topics. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = {
      "Creates the topics that are missing, or describes those that exist.",
      "create also looks whether those that exist are as they should be, and ends with 1 where one"
          + " is not."
    })
public final class TopicsCommand implements Callable<Integer> {
  /** Where the column begins that says what a topic has. */
  private static final int INDENT = 49;

  /** How wide that column is at least, in characters. */
  private static final int NARROWEST = 24;

  @Mixin ClusterOptions cluster;
  @Mixin TopicOptions created;

  /** What is done. */
  enum Action {
    create,
    describe
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "ACTION",
      defaultValue = "describe",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Action action = Action.describe;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Topics topics = created.topics(cluster);
    if (action == Action.create) {
      return create(topics);
    }
    describe(topics);
    return 0;
  }

  private int create(Topics topics) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> names = cluster.admin(admin -> admin.create(topics, created.replication()));
    names.forEach(name -> out.println("created " + name));
    if (names.size() < topics.all().size()) {
      out.printf("%d existed already%n", topics.all().size() - names.size());
    }
    @Nullable Integer wanted = created.partitions();
    if (wanted != null) {
      cluster
          .admin(admin -> admin.grow(topics, wanted))
          .forEach(name -> out.println(name + " has " + wanted + " partitions now"));
    }
    List<String> faults = new ArrayList<>(created.cannotGrow(created.topics(cluster)));
    faults.addAll(cluster.admin(admin -> admin.faults(topics, created.replication())));
    faults.forEach(fault -> spec.commandLine().getErr().println("hearsay: " + fault));
    return faults.isEmpty() ? 0 : 1;
  }

  private void describe(Topics topics) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, TopicDescription> found = cluster.admin(admin -> admin.describe(topics));
    print(out, "topic", "partitions", "replication", "what");
    for (Topic<?> topic : topics.all()) {
      @Nullable TopicDescription description = found.get(topic.name());
      if (description == null) {
        print(out, topic.name(), "missing", "", topic.doc());
      } else {
        print(
            out,
            topic.name(),
            Integer.toString(description.partitions().size()),
            Integer.toString(description.partitions().get(0).replicas().size()),
            topic.doc());
      }
    }
  }

  private void print(
      PrintWriter out, String topic, String partitions, String replication, String what) {
    String head = String.format(Locale.ROOT, "%-24s %10s %11s  ", topic, partitions, replication);
    out.println(row(head, what, Wrap.width(spec)));
  }

  /** What a topic has, beside its figures where there is room for it, else below them. */
  static String row(String head, String what, int width) {
    return width - INDENT >= NARROWEST
        ? Wrap.hanging(head, what, INDENT, width)
        : head.stripTrailing()
            + System.lineSeparator()
            + Wrap.hanging("    ", what, "    ".length(), width);
  }
}
