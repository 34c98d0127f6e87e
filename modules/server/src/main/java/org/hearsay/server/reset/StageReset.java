package org.hearsay.server.reset;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Lets a stage forget what it keeps on the cluster, so that it starts as if it were new: its
 * application's internal topics, and how far it had read them. Its inputs and outputs stay.
 */
public final class StageReset {
  private final Admin admin;
  private final String application;

  /**
   * Of one stage.
   *
   * @param admin the caller's to close
   * @param application the stage's application id
   */
  public StageReset(Admin admin, String application) {
    this.admin = admin;
    this.application = application;
  }

  /**
   * Its internal topics that exist, as Kafka Streams names them.
   *
   * @throws ExecutionException when the cluster refuses, with its reason as the cause
   */
  public NavigableSet<String> topics() throws ExecutionException, InterruptedException {
    return admin.listTopics().names().get().stream()
        .filter(this::isInternal)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isInternal(String topic) {
    return topic.startsWith(application + "-")
        && (topic.endsWith("-changelog") || topic.endsWith("-repartition"));
  }

  /**
   * The processes that the cluster takes for its members, by the names of their clients. One that
   * was stopped is one until its session times out.
   *
   * @throws ExecutionException when the cluster refuses, with its reason as the cause
   */
  public Set<String> members() throws ExecutionException, InterruptedException {
    try {
      return admin.describeConsumerGroups(List.of(application)).all().get().values().stream()
          .flatMap(group -> group.members().stream())
          .map(member -> member.clientId() + " on " + member.host())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Set.of();
      }
      throw e;
    }
  }

  /**
   * The topics of which it knows how far it has read them.
   *
   * @throws ExecutionException when the cluster refuses, with its reason as the cause
   */
  public NavigableSet<String> read() throws ExecutionException, InterruptedException {
    return committed().stream()
        .map(TopicPartition::topic)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<TopicPartition> committed() throws ExecutionException, InterruptedException {
    try {
      return admin
          .listConsumerGroupOffsets(application)
          .partitionsToOffsetAndMetadata()
          .get()
          .keySet();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Set.of();
      }
      throw e;
    }
  }

  /**
   * Deletes them. It may be done again where it was cut short.
   *
   * @param fromStart whether it reads its inputs again from their beginning; else it goes on where
   *     it was
   * @throws ExecutionException when the cluster refuses, with its reason as the cause; while
   *     processes of the stage run, it does
   */
  public void run(boolean fromStart) throws ExecutionException, InterruptedException {
    // Positions first: one in a topic that is made anew would skip what comes there.
    Set<TopicPartition> forgotten =
        committed().stream()
            .filter(partition -> fromStart || isInternal(partition.topic()))
            .collect(Collectors.toSet());
    if (!forgotten.isEmpty()) {
      admin.deleteConsumerGroupOffsets(application, forgotten).all().get();
    }
    admin.deleteTopics(topics()).all().get();
  }
}
