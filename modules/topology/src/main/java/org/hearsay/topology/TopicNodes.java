package org.hearsay.topology;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.hearsay.records.topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Sources and sinks of topics: the name and the class of the values are the topic's own, so that a
 * stage cannot write one topic's records to another.
 */
public final class TopicNodes {
  private final ValueSerdes serdes;

  /** With the given serdes of records. */
  public TopicNodes(ValueSerdes serdes) {
    this.serdes = serdes;
  }

  /**
   * The serde of a topic's values.
   *
   * @throws IllegalArgumentException for a topic of raw bytes
   */
  public <V extends SpecificRecord> Serde<V> values(Topic<V> topic) {
    @Nullable Class<V> type = topic.value();
    if (type == null) {
      throw new IllegalArgumentException(topic.name() + " holds no records");
    }
    return serdes.of(type);
  }

  /** How a stream of the topic begins. */
  public <V extends SpecificRecord> Consumed<String, V> consumed(Topic<V> topic, String node) {
    return Consumed.with(Serdes.String(), values(topic)).withName(node);
  }

  /** How a stream ends in the topic. */
  public <V extends SpecificRecord> Produced<String, V> produced(Topic<V> topic, String node) {
    return Produced.with(Serdes.String(), values(topic)).withName(node);
  }

  /** Adds a source that reads the topic. */
  public Topology source(Topology to, String node, Topic<?> topic) {
    return to.addSource(
        node, Serdes.String().deserializer(), values(topic).deserializer(), topic.name());
  }

  /** Adds a sink that writes what the parent gives to the topic. */
  public Topology sink(Topology to, String node, Topic<?> topic, String parent) {
    return to.addSink(
        node, topic.name(), Serdes.String().serializer(), values(topic).serializer(), parent);
  }
}
