package org.hearsay.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;

/** Creates and describes the catalogue's topics on a cluster. */
public final class TopicAdmin {
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

  private static Map<String, String> configs(Topic<?> topic) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        topic.keeping().compacted()
            ? TopicConfig.CLEANUP_POLICY_COMPACT
            : TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(topic.keeping().retention().toMillis()),
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
        Integer.toString(StageSettings.MAX_RECORD_BYTES));
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
