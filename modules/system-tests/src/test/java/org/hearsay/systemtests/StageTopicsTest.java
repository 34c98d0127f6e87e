package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.hearsay.analysis.Analyzer;
import org.hearsay.analysis.publishing.Publisher;
import org.hearsay.encoder.sentences.MeaningEncoder;
import org.hearsay.entities.Catalogue;
import org.hearsay.page.PageReader;
import org.hearsay.records.topics.Stage;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.PlainAvro;
import org.hearsay.topology.annotate.AnnotateStage;
import org.hearsay.topology.profile.ProfileStage;
import org.hearsay.topology.profile.ProfileWindows;
import org.hearsay.topology.read.ReadStage;
import org.hearsay.topology.trace.TraceStage;
import org.junit.jupiter.api.Test;

/** The catalogue of topics says who reads and who writes each: the topologies do just that. */
class StageTopicsTest {
  private static final String PREFIX = "hearsay.";

  private final Topics topics = new Topics(PREFIX, 1);
  private final PlainAvro serdes = new PlainAvro();
  private final Catalogue catalogue = Catalogue.builtIn();

  @Test
  void readReadsAndWritesWhatTheCatalogueOfTopicsSays() {
    requireAgreement(
        Stage.READ,
        new ReadStage(topics, serdes, new PageReader(), new Publisher(catalogue)).topology());
  }

  @Test
  void annotateReadsAndWritesWhatTheCatalogueOfTopicsSays() {
    try (Analyzer analyzer = Analyzer.load(catalogue, ReadingLanguage.CODE)) {
      requireAgreement(Stage.ANNOTATE, new AnnotateStage(topics, serdes, analyzer).topology());
    }
  }

  @Test
  void traceReadsAndWritesWhatTheCatalogueOfTopicsSays() {
    requireAgreement(
        Stage.TRACE,
        new TraceStage(topics, serdes, TraceStage.RETENTION, ReadingLanguage.CODE).topology());
  }

  @Test
  void profileReadsAndWritesWhatTheCatalogueOfTopicsSays() {
    try (MeaningEncoder meanings = MeaningEncoder.load()) {
      requireAgreement(
          Stage.PROFILE,
          new ProfileStage(
                  topics, serdes, ProfileWindows.DEFAULT, meanings::meaning, ReadingLanguage.CODE)
              .topology());
    }
  }

  private void requireAgreement(Stage stage, Topology topology) {
    Set<String> read = new TreeSet<>();
    Set<String> written = new TreeSet<>();
    TopologyDescription description = topology.describe();
    for (TopologyDescription.Subtopology part : description.subtopologies()) {
      for (TopologyDescription.Node node : part.nodes()) {
        if (node instanceof TopologyDescription.Source source) {
          read.addAll(source.topicSet());
        } else if (node instanceof TopologyDescription.Sink sink) {
          written.add(sink.topic());
        }
      }
    }
    for (TopologyDescription.GlobalStore store : description.globalStores()) {
      read.addAll(store.source().topicSet());
    }
    // What has not the prefix is internal to the stage.
    read.removeIf(topic -> !topic.startsWith(PREFIX));
    written.removeIf(topic -> !topic.startsWith(PREFIX));
    assertThat(read).as("read by " + stage).isEqualTo(names(topics.readBy(stage)));
    // Dead letters are written by Kafka Streams' own handlers, past the topology.
    written.add(topics.deadLetters().name());
    assertThat(written).as("written by " + stage).isEqualTo(names(topics.writtenBy(stage)));
  }

  private static Set<String> names(List<Topic<? extends SpecificRecord>> topics) {
    return new TreeSet<>(topics.stream().map(Topic::name).toList());
  }
}
