package org.hearsay.cli.options;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How topics that are missing are created. */
public final class TopicOptions {
  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Partitions of each created topic; at least as many as cores that annotate (default: as"
              + " many as the topics have that exist, else "
              + Topics.DEFAULT_PARTITIONS
              + ").")
  @Nullable Integer partitions;

  @Option(
      names = "--replication",
      defaultValue = "-1",
      description =
          "Copies of each partition of a created topic; -1 is the cluster's default"
              + " (default: ${DEFAULT-VALUE}). Stages make their own topics with as many, else"
              + " with as many as the topics have that exist.")
  short replication = -1;

  /** How many partitions are asked for; null where the option is not given. */
  public @Nullable Integer partitions() {
    return partitions;
  }

  /** Copies of each partition of a created topic; -1 is the cluster's default. */
  public short replication() {
    return replication;
  }

  /**
   * The topics: those that exist as the cluster has them, the others as they would be created.
   *
   * @throws UserException when the cluster does not answer
   */
  public Topics topics(ClusterOptions cluster) throws InterruptedException {
    Topics names = cluster.topics();
    Map<String, Integer> counted = cluster.admin(admin -> admin.partitions(names));
    return new Topics(cluster.prefix, count(names, counted), counted);
  }

  /** What a missing topic gets: what is asked for, else what its neighbours have. */
  private int count(Topics names, Map<String, Integer> counted) {
    if (partitions != null) {
      return partitions;
    }
    @Nullable Integer articles = counted.get(names.articles().name());
    return articles != null
        ? articles
        : streams(names).stream()
            .map(topic -> counted.get(topic.name()))
            .filter(Objects::nonNull)
            .max(Integer::compare)
            .orElse(Topics.DEFAULT_PARTITIONS);
  }

  /** The topics whose partitions the option speaks of: tables have one, whatever it says. */
  private static List<? extends Topic<?>> streams(Topics topics) {
    return topics.all().stream().filter(topic -> !topic.keeping().compacted()).toList();
  }

  /** What the option asks for and cannot be, a sentence a number of partitions. */
  public List<String> cannotGrow(Topics topics) {
    return contradicted(topics).entrySet().stream()
        .map(
            each ->
                String.join(", ", each.getValue())
                    + " existed already with "
                    + each.getKey()
                    + " partitions, not "
                    + partitions
                    + ", and stay so: a key's later records would go to other partitions than its"
                    + " earlier ones, away from what the stages keep of it. For more partitions"
                    + " begin with new topics: another --prefix and --application-prefix, and the"
                    + " pages sent again")
        .toList();
  }

  /**
   * Where the option contradicts topics of {@link #topics}: those that exist with another number of
   * partitions, by that number. Dead letters may have any.
   */
  private Map<Integer, List<String>> contradicted(Topics topics) {
    return partitions == null
        ? Map.of()
        : streams(topics).stream()
            .filter(topic -> !topic.name().equals(topics.deadLetters().name()))
            .filter(topic -> topic.partitions() != partitions)
            .collect(
                Collectors.groupingBy(
                    Topic::partitions,
                    TreeMap::new,
                    Collectors.mapping(Topic::name, Collectors.toList())));
  }

  /**
   * Refuses an option that contradicts topics that exist: a stage has the topics' own partitions.
   *
   * @throws UserException with both numbers
   */
  public void requireNoContradiction(Topics topics) {
    Map<Integer, List<String>> contradicted = contradicted(topics);
    if (!contradicted.isEmpty()) {
      String found =
          contradicted.entrySet().stream()
              .map(each -> each.getKey() + " partitions of " + String.join(", ", each.getValue()))
              .collect(Collectors.joining("; "));
      throw new UserException(
          "--partitions "
              + partitions
              + " contradicts the cluster, which has "
              + found
              + ". Leave the option out (HEARSAY_PARTITIONS and the settings file, too) to run with"
              + " the topics' own, or name new topics with another --prefix");
    }
  }
}
