package org.hearsay.topology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.hearsay.records.topics.Topic;

/** A stage on Kafka Streams' test driver, fed and read by topic; records are plain Avro. */
public final class StageDriver implements AutoCloseable {
  private final TopicNodes nodes = new TopicNodes(new PlainAvro());
  private final TopologyTestDriver driver;

  private StageDriver(Topology topology, Path folder, Properties settings) {
    try {
      settings.put(
          StreamsConfig.STATE_DIR_CONFIG, Files.createTempDirectory(folder, "stage").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    driver = new TopologyTestDriver(topology, settings);
  }

  /**
   * A stage to whose caller a record's failure is thrown.
   *
   * @param folder where it may keep its stores, in a folder of its own
   */
  public static StageDriver of(Topology topology, Path folder) {
    return new StageDriver(topology, folder, new Properties());
  }

  /** A stage that sends what it cannot process to the dead letters, as a deployed one does. */
  public static StageDriver goingOn(Topology topology, Topic<?> deadLetters, Path folder) {
    Properties settings = new Properties();
    settings.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueProcessingExceptionHandler.class);
    settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, deadLetters.name());
    return new StageDriver(topology, folder, settings);
  }

  /** What goes into a topic. */
  public <V extends SpecificRecord> TestInputTopic<String, V> input(Topic<V> topic) {
    return driver.createInputTopic(
        topic.name(), new StringSerializer(), nodes.values(topic).serializer());
  }

  /** What has come out on a topic. */
  public <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
    return output(topic.name(), nodes.values(topic).deserializer());
  }

  /** What has come out on a topic that no catalogue names. */
  public <V> TestOutputTopic<String, V> output(String topic, Deserializer<V> values) {
    return driver.createOutputTopic(topic, new StringDeserializer(), values);
  }

  /** What has come out on a topic, undecoded. */
  public TestOutputTopic<String, byte[]> bytes(Topic<?> topic) {
    return output(topic.name(), new ByteArrayDeserializer());
  }

  /** The values that have come out on a topic since it was last read. */
  public <V extends SpecificRecord> List<V> values(Topic<V> topic) {
    return output(topic).readValuesToList();
  }

  /** The topics on which anything has come out, internal ones too. */
  public Set<String> written() {
    return driver.producedTopicNames();
  }

  @Override
  public void close() {
    driver.close();
  }

  /** A topology's description as golden files have it. */
  public static String described(Topology topology) {
    return topology.describe().toString().strip();
  }

  /** A golden description, which lies beside the test. */
  public static String golden(Class<?> test, String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
