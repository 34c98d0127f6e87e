package org.hearsay.topology;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
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
    return serdes.of(type(topic));
  }

  /**
   * The class of a topic's values.
   *
   * @throws IllegalArgumentException for a topic of raw bytes
   */
  public static <V extends SpecificRecord> Class<V> type(Topic<V> topic) {
    @Nullable Class<V> type = topic.value();
    if (type == null) {
      throw new IllegalArgumentException(topic.name() + " holds no records");
    }
    return type;
  }

  /** A stream of the topic. */
  public <V extends SpecificRecord> KStream<String, V> stream(
      StreamsBuilder from, String node, Topic<V> topic) {
    return from.stream(topic.name(), Consumed.with(Serdes.String(), values(topic)).withName(node));
  }

  /** Ends a stream in the topic. */
  public <V extends SpecificRecord> void sink(KStream<String, V> of, String node, Topic<V> topic) {
    of.to(topic.name(), Produced.with(Serdes.String(), values(topic)).withName(node));
  }

  /** An internal topic with as many partitions as another has in the catalogue of topics. */
  public static <V> Repartitioned<String, V> repartitioned(
      String name, Serde<V> values, Topic<?> like) {
    return Repartitioned.with(Serdes.String(), values)
        .withName(name)
        .withNumberOfPartitions(like.partitions());
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
