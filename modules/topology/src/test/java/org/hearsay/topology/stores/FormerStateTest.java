package org.hearsay.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;
import org.hearsay.records.topics.Topics;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.PlainAvro;
import org.hearsay.topology.profile.ProfileStage;
import org.hearsay.topology.profile.ProfileWindows;
import org.hearsay.topology.trace.TraceStage;
import org.junit.jupiter.api.Test;

class FormerStateTest {
  private static final String APPLICATION = "app";

  private final Topics topics = new Topics("test.", 1);
  private final PlainAvro serdes = new PlainAvro();

  @Test
  void traceStillHasNothingThatItCallsFormer() {
    Set<String> now =
        internalTopics(
            new TraceStage(topics, serdes, TraceStage.RETENTION, ReadingLanguage.CODE).topology());
    assertThat(now)
        .contains("app-trace-edges-store-changelog", "app-trace-hits-repartition")
        .doesNotContainAnyElementsOf(TraceStage.FORMER.topics(APPLICATION));
  }

  @Test
  void profileStillHasNothingThatItCallsFormer() {
    Set<String> now =
        internalTopics(
            new ProfileStage(
                    topics,
                    serdes,
                    ProfileWindows.DEFAULT,
                    text -> new float[0],
                    ReadingLanguage.CODE)
                .topology());
    assertThat(now)
        .contains("app-profile-facts-store-changelog", "app-profile-facts-repartition")
        .doesNotContainAnyElementsOf(ProfileStage.FORMER.topics(APPLICATION));
  }

  @Test
  void itsTopicsAreNamedAsKafkaStreamsNamesThem() {
    assertThat(TraceStage.FORMER.topics("hearsay-trace"))
        .containsExactly(
            "hearsay-trace-trace-articles-repartition",
            "hearsay-trace-trace-origins-store-changelog");
    assertThat(FormerState.NONE.topics("hearsay-read")).isEmpty();
  }

  /** As Kafka Streams names them; a description leaves the application id out. */
  private static Set<String> internalTopics(Topology topology) {
    Set<String> out = new TreeSet<>();
    for (Subtopology part : topology.describe().subtopologies()) {
      for (Node node : part.nodes()) {
        if (node instanceof Processor processor) {
          processor.stores().forEach(store -> out.add(APPLICATION + "-" + store + "-changelog"));
        } else if (node instanceof Source source) {
          source.topicSet().stream()
              .filter(topic -> topic.endsWith("-repartition"))
              .forEach(topic -> out.add(APPLICATION + "-" + topic));
        }
      }
    }
    return out;
  }
}
