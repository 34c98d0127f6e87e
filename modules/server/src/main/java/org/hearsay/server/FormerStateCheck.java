package org.hearsay.server;

import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.hearsay.topology.stores.FormerState;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a stage whose application has internal topics that only an earlier form of the stage had.
 *
 * @param stage the stage's name
 * @param settings what the stage hands to Kafka Streams
 * @param former what earlier forms of it kept
 * @param inputs the topics that it reads, but for its own and for tables that are read whole at
 *     every start
 */
record FormerStateCheck(String stage, Properties settings, FormerState former, Set<String> inputs) {
  private static final String REPARTITION = "-repartition";

  /** Kafka Streams has no class of its own for this. */
  private static final Pattern OTHER_PARTITIONS =
      Pattern.compile(
          "internal topic (?<topic>\\S+) has invalid partitions: expected: (?<expected>\\d+);"
              + " actual: (?<actual>\\d+)");

  /** Of a stage as it is now. */
  static FormerStateCheck of(
      String stage, Topology topology, Properties settings, FormerState former) {
    Set<String> inputs =
        topology.describe().subtopologies().stream()
            .flatMap(part -> part.nodes().stream())
            .filter(Source.class::isInstance)
            .flatMap(node -> ((Source) node).topicSet().stream())
            .filter(topic -> !topic.endsWith(REPARTITION))
            .collect(Collectors.toCollection(TreeSet::new));
    return new FormerStateCheck(stage, settings, former, inputs);
  }

  /**
   * Asks the cluster for its topics.
   *
   * @throws FormerStateException when it has such a topic
   * @throws KafkaException when it does not answer
   * @throws InterruptedException when this thread is interrupted
   */
  void run() throws InterruptedException {
    NavigableSet<String> found = former.topics(text(StreamsConfig.APPLICATION_ID_CONFIG));
    if (found.isEmpty()) {
      return;
    }
    found.retainAll(topicsOfTheCluster());
    if (!found.isEmpty()) {
      throw new FormerStateException(refusal(found));
    }
  }

  private Set<String> topicsOfTheCluster() throws InterruptedException {
    String client = text(StreamsConfig.APPLICATION_ID_CONFIG) + "-start";
    try (Admin admin = Admin.create(new StreamsConfig(settings).getAdminConfigs(client))) {
      return admin.listTopics().names().get();
    } catch (ExecutionException e) {
      throw new KafkaException(
          "stage " + stage + ": the cluster does not name its topics: " + e.getMessage(), e);
    }
  }

  private String refusal(Set<String> found) {
    return "the stage "
        + stage
        + " does not start: its application "
        + text(StreamsConfig.APPLICATION_ID_CONFIG)
        + " has internal topics of an earlier program, which this one does not read on ("
        + String.join(", ", found)
        + "). On what is left the stage would count twice, or miss, what it has forgotten. Let it"
        + " run dry with the earlier program (nothing feeds it, its lag is 0); "
        + reset();
  }

  private String reset() {
    String id = text(StreamsConfig.APPLICATION_ID_CONFIG);
    return "stop all its processes; run hearsay reset "
        + stage
        + " --bootstrap-servers "
        + text(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG)
        + " --application-prefix "
        + id.substring(0, id.length() - stage.length())
        + ", adding --from-start if it is to read again what lies in "
        + String.join(", ", inputs)
        + "; remove "
        + Path.of(text(StreamsConfig.STATE_DIR_CONFIG)).resolve(id)
        + " of every process; then start it again";
  }

  /**
   * The failure of the stage in words that say what to do, where it is that its inputs have been
   * given more partitions: Kafka Streams names a tool that is not with it.
   */
  Throwable explained(Throwable failure) {
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      Matcher other = OTHER_PARTITIONS.matcher(String.valueOf(e.getMessage()));
      if (other.find()) {
        return new FormerStateException(
            "the stage "
                + stage
                + " does not run: the topics that it reads have "
                + other.group("expected")
                + " partitions now, and its internal topic "
                + other.group("topic")
                + " has "
                + other.group("actual")
                + ". Topics of Hearsay must not grow: later records of a key lie in other partitions"
                + " than earlier ones, where the stage does not find what it keeps of them. Begin"
                + " with new topics (another --prefix), or, if what was read before may be"
                + " forgotten, "
                + reset());
      }
    }
    return failure;
  }

  private String text(String setting) {
    return String.valueOf(settings.get(setting));
  }
}
