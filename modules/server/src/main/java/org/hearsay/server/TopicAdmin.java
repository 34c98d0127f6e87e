package org.hearsay.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.jspecify.annotations.Nullable;

/** Creates and describes the catalogue's topics on a cluster. */
public final class TopicAdmin {
  private static final String GZIP = "gzip";

  private final Admin admin;

  /** With a client that stays the caller's to close. */
  public TopicAdmin(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates the topics that are missing and leaves those that exist as they are.
   *
   * @param replication copies of each partition; -1 for the cluster's default
   * @return the names of the topics created, in the catalogue's order
   * @throws ExecutionException when the cluster refuses, with its reason as the cause
   * @throws InterruptedException when this thread is interrupted
   */
  public List<String> create(Topics topics, short replication)
      throws ExecutionException, InterruptedException {
    List<String> missing = missing(topics.all());
    List<NewTopic> wanted = new ArrayList<>();
    for (Topic<?> topic : topics.all()) {
      if (missing.contains(topic.name())) {
        Optional<Short> copies = replication < 0 ? Optional.empty() : Optional.of(replication);
        wanted.add(
            new NewTopic(topic.name(), Optional.of(topic.partitions()), copies)
                .configs(configs(topic)));
      }
    }
    List<String> created = new ArrayList<>();
    for (Map.Entry<String, KafkaFuture<Void>> each :
        admin.createTopics(wanted).values().entrySet()) {
      try {
        each.getValue().get();
        created.add(each.getKey());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof TopicAuthorizationException refused) {
          throw new ExecutionException(
              new TopicAuthorizationException(
                  "CREATE on the topic or the cluster; the broker says: " + refused.getMessage(),
                  Set.of(each.getKey())));
        }
        // Another process of the same deployment was faster.
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
    return missing.stream().filter(created::contains).toList();
  }

  /**
   * The names of the given topics that do not exist, in the order given.
   *
   * @throws ExecutionException when the cluster does not answer, with its reason as the cause
   * @throws InterruptedException when this thread is interrupted
   */
  public List<String> missing(List<? extends Topic<?>> topics)
      throws ExecutionException, InterruptedException {
    Set<String> existing = admin.listTopics().names().get();
    return topics.stream().map(Topic::name).filter(name -> !existing.contains(name)).toList();
  }

  /**
   * Gives the dead letters the partitions that they would be created with, where they have fewer.
   * No other topic may grow: the later records of a key would go to another partition than its
   * earlier ones, and the stages' stores would not have what belongs to them.
   *
   * @return the topics that grew
   * @throws ExecutionException when the cluster refuses, with its reason as the cause
   * @throws InterruptedException when this thread is interrupted
   */
  public List<String> grow(Topics topics, int partitions)
      throws ExecutionException, InterruptedException {
    String letters = topics.deadLetters().name();
    if (partitions(topics).getOrDefault(letters, partitions) >= partitions) {
      return List.of();
    }
    admin.createPartitions(Map.of(letters, NewPartitions.increaseTo(partitions))).all().get();
    return List.of(letters);
  }

  /**
   * What is wrong with the topics that exist, a sentence each with what to do: too few copies, a
   * clean-up that loses rows or keeps too many, records that would be refused for their length. How
   * long a topic keeps its records is for whoever runs the cluster to say.
   *
   * @param replication copies that each partition should have at least; less than 1 for any
   * @throws ExecutionException when the cluster refuses, with its reason as the cause
   * @throws InterruptedException when this thread is interrupted
   */
  public List<String> faults(Topics topics, int replication)
      throws ExecutionException, InterruptedException {
    List<String> out = new ArrayList<>();
    Map<Integer, List<String>> few = new TreeMap<>();
    Map<String, TopicDescription> found = describe(topics);
    Map<ConfigResource, Config> configs =
        admin
            .describeConfigs(
                found.keySet().stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList())
            .all()
            .get();
    for (Topic<?> topic : topics.all()) {
      @Nullable TopicDescription description = found.get(topic.name());
      if (description == null) {
        continue;
      }
      if (copies(description) < replication) {
        few.computeIfAbsent(copies(description), copies -> new ArrayList<>()).add(topic.name());
      }
      @Nullable Config config =
          configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
      if (config != null) {
        configs(topic)
            .forEach((key, wanted) -> fault(topic, config, key, wanted).ifPresent(out::add));
      }
    }
    few.forEach(
        (copies, names) ->
            out.add(
                String.join(", ", names)
                    + ": "
                    + (copies == 1 ? "1 copy" : copies + " copies")
                    + " of a partition, not "
                    + replication
                    + ": more are given with Kafka's kafka-reassign-partitions.sh"));
    return out;
  }

  private static Optional<String> fault(Topic<?> topic, Config config, String key, String wanted) {
    @Nullable ConfigEntry entry = config.get(key);
    String has = entry == null ? "" : String.valueOf(entry.value());
    boolean good =
        switch (key) {
          case TopicConfig.CLEANUP_POLICY_CONFIG -> has.equals(wanted);
          case TopicConfig.MAX_MESSAGE_BYTES_CONFIG ->
              has.isEmpty() || Long.parseLong(has) >= Long.parseLong(wanted);
          default -> true;
        };
    return good
        ? Optional.empty()
        : Optional.of(
            topic.name()
                + " has "
                + key
                + "="
                + has
                + ", but needs "
                + wanted
                + ": kafka-configs.sh --alter --entity-type topics --entity-name "
                + topic.name()
                + " --add-config "
                + key
                + "="
                + wanted);
  }

  /** The fewest copies that one of its partitions has. */
  private static int copies(TopicDescription description) {
    return description.partitions().stream()
        .mapToInt(partition -> partition.replicas().size())
        .min()
        .orElse(0);
  }

  /**
   * How many copies the topics that exist have of each partition, at least; none where none exists.
   *
   * @throws ExecutionException when the cluster refuses, with its reason as the cause
   * @throws InterruptedException when this thread is interrupted
   */
  public OptionalInt copies(Topics topics) throws ExecutionException, InterruptedException {
    return describe(topics).values().stream().mapToInt(TopicAdmin::copies).min();
  }

  private static Map<String, String> configs(Topic<?> topic) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        topic.keeping().compacted()
            ? TopicConfig.CLEANUP_POLICY_COMPACT
            : TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(topic.keeping().retention().toMillis()),
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
        Integer.toString(StageSettings.MAX_RECORD_BYTES),
        // Whatever a stage sends with: every client can read it, some can read nothing else.
        TopicConfig.COMPRESSION_TYPE_CONFIG,
        GZIP);
  }

  /**
   * The catalogue's topics that exist.
   *
   * @throws ExecutionException when the cluster refuses, with its reason as the cause
   * @throws InterruptedException when this thread is interrupted
   */
  public Map<String, TopicDescription> describe(Topics topics)
      throws ExecutionException, InterruptedException {
    Set<String> existing = admin.listTopics().names().get();
    List<String> names = topics.all().stream().map(Topic::name).filter(existing::contains).toList();
    return admin.describeTopics(names).allTopicNames().get();
  }

  /**
   * The partitions of the catalogue's topics that exist, by the topic's whole name.
   *
   * @throws ExecutionException when the cluster refuses, with its reason as the cause
   * @throws InterruptedException when this thread is interrupted
   */
  public Map<String, Integer> partitions(Topics topics)
      throws ExecutionException, InterruptedException {
    Map<String, Integer> out = new LinkedHashMap<>();
    describe(topics).forEach((name, description) -> out.put(name, description.partitions().size()));
    return out;
  }
}
