package org.hearsay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.RejectedRecordException;
import org.hearsay.topology.stores.RetainedStore;
import org.hearsay.topology.stores.Step;
import org.hearsay.topology.stores.StoreDefinition;
import org.hearsay.topology.stores.UnknownFormException;
import org.hearsay.topology.stores.VersionedForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stage does when it meets what a program of another time has kept. */
class UnknownFormTest {
  private final Topics topics = new Topics("test.", 1);

  @TempDir Path state;

  private static VersionedForm<Integer> form(int version) {
    return VersionedForm.of(
        "count", version, (value, out) -> out.writeInt(value), in -> in.readInt());
  }

  /** Counts records by key; the word "broken" it cannot count. */
  private static final class CountWords extends Step<String, String> {
    private final RetainedStore<String, Integer> counts;

    CountWords(StoreDefinition<String, Integer> counts) {
      this.counts = store(counts);
    }

    @Override
    protected void process(String key, String value, Record<String, @Nullable String> record) {
      if (value.equals("broken")) {
        throw new RejectedRecordException("a broken word");
      }
      @Nullable Integer before = counts.latest(key);
      int after = before == null ? 1 : before + 1;
      counts.put(key, after, record.timestamp());
      send(key, Integer.toString(after), record.timestamp());
    }
  }

  private TopologyTestDriver driver(Serde<Integer> kept, Serde<String> read) {
    StoreDefinition<String, Integer> counts =
        new StoreDefinition<>("word-counts-store", Duration.ofDays(1), Serdes.String(), kept);
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(counts.builder());
    builder.stream("words", Consumed.with(Serdes.String(), read).withName("ingest"))
        .process(() -> new CountWords(counts), Named.as("count"), counts.name())
        .to("counts", Produced.with(Serdes.String(), Serdes.String()).withName("egress"));
    Topology topology = builder.build();
    Properties settings =
        new StageSettings(
                "broker:9092", "http://registry", topics, "app-", 1, state, 7L << 20, Map.of())
            .streams("count");
    return new TopologyTestDriver(topology, settings);
  }

  private static TestInputTopic<String, String> words(TopologyTestDriver driver) {
    return driver.createInputTopic("words", new StringSerializer(), new StringSerializer());
  }

  private TestOutputTopic<String, byte[]> deadLetters(TopologyTestDriver driver) {
    return driver.createOutputTopic(
        topics.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer());
  }

  @Test
  void aStoreOfANewerProgramStopsTheStageAndIsNoFaultOfTheRecord() {
    Serde<Integer> keptByANewerOne =
        Serdes.serdeFrom(form(3).serde().serializer(), form(2).serde().deserializer());
    try (TopologyTestDriver driver = driver(keptByANewerOne, Serdes.String())) {
      words(driver).pipeInput("ferry", "broken", 1);
      assertThat(deadLetters(driver).readValuesToList()).hasSize(1);
      words(driver).pipeInput("ferry", "one", 2);
      assertThatThrownBy(() -> words(driver).pipeInput("ferry", "two", 3))
          .isInstanceOf(StreamsException.class)
          .hasRootCauseInstanceOf(UnknownFormException.class)
          .rootCause()
          .hasMessageContaining("word-counts-store")
          .hasMessageContaining("in version 3 of their form, and this program reads 2")
          .hasMessageContaining("kafka-streams-application-reset");
      assertThat(deadLetters(driver).isEmpty()).isTrue();
    }
  }

  @Test
  void aStoreOfAnEarlierProgramIsReadOn() {
    Serde<Integer> keptByAnEarlierOne =
        Serdes.serdeFrom(
            VersionedForm.<Integer>of("count", 1, (value, out) -> out.writeUTF("" + value), in -> 0)
                .serde()
                .serializer(),
            form(2).reading(1, in -> Integer.valueOf(in.readUTF())).serde().deserializer());
    try (TopologyTestDriver driver = driver(keptByAnEarlierOne, Serdes.String())) {
      words(driver).pipeInput("ferry", "one", 1);
      words(driver).pipeInput("ferry", "two", 2);
      assertThat(
              driver
                  .createOutputTopic("counts", new StringDeserializer(), new StringDeserializer())
                  .readValuesToList())
          .containsExactly("1", "2");
    }
  }

  @Test
  void anInternalTopicOfANewerProgramStopsTheStageToo() {
    VersionedForm<String> known =
        VersionedForm.of("count", 1, (value, out) -> out.writeUTF(value), in -> in.readUTF());
    try (TopologyTestDriver driver = driver(form(1).serde(), known.serde())) {
      TestInputTopic<String, Integer> newer =
          driver.createInputTopic("words", new StringSerializer(), form(2).serde().serializer());
      assertThatThrownBy(() -> newer.pipeInput("ferry", 7, 1))
          .isInstanceOf(StreamsException.class)
          .hasRootCauseInstanceOf(UnknownFormException.class);
      assertThat(deadLetters(driver).isEmpty()).isTrue();
    }
  }
}
