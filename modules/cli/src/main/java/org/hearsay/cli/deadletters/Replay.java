package org.hearsay.cli.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.hearsay.cli.deadletters.DeadLetter.Place;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.topics.RecordPublisher;
import org.hearsay.cli.topics.TopicReader;
import org.hearsay.records.topics.DeadLetterHeaders;
import org.hearsay.records.topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Decides which dead letters are sent to where they came from, and sends them. A record counts by
 * its key: what was written after it under the same key replaces it, and so does the record itself
 * once it was sent again. That is how a second replay sends nothing twice, wherever the first one
 * was killed, and how an old version never comes after a newer one. Not safe for use by several
 * threads.
 */
final class Replay implements AutoCloseable {
  /** Where a record lay that was sent again: the mark of those that have no key. */
  private static final String REPLAYED = DeadLetterHeaders.REPLAYED;

  private final ClusterOptions cluster;
  private final String letters;
  private final Set<String> known;
  private final RawTopic topics;

  /** Of a cluster. */
  Replay(ClusterOptions cluster) {
    this.cluster = cluster;
    this.letters = cluster.topics().deadLetters().name();
    this.known = cluster.topics().all().stream().map(Topic::name).collect(Collectors.toSet());
    this.topics = new RawTopic(cluster.client());
  }

  /** What becomes of a dead letter. */
  enum Outcome {
    SENT,
    /**
     * It lies there again, another one of the same record is sent, or a newer one of its key is.
     */
    NOT_NEEDED,
    REFUSED
  }

  /**
   * What becomes of one.
   *
   * @param id the dead letter
   * @param source where it came from; null where it does not say
   * @param why it is not sent; empty where it is
   */
  record Decision(String id, String key, @Nullable Place source, Outcome outcome, String why) {
    boolean isSent() {
      return outcome == Outcome.SENT;
    }

    boolean isRefused() {
      return outcome == Outcome.REFUSED;
    }

    String told(boolean dryRun) {
      return isSent() && source != null
          ? "%s %s %s-%d again: %s"
              .formatted(
                  id, dryRun ? "would go to" : "goes to", source.topic(), source.partition(), key)
          : id + " stays: " + why;
    }
  }

  /** What is known of a candidate before the topics were looked at. */
  private record Candidate(int at, String id, ByteBuffer key, String text, Place source) {}

  /** Decides of all that are chosen, in the order in which they lie. */
  List<Decision> decide(DeadLetterChoice.Chosen chosen) {
    List<Decision> out = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    Set<Place> places = new HashSet<>();
    topics.readAll(
        letters,
        record -> {
          DeadLetter letter = new DeadLetter(record);
          if (chosen.has(letter)) {
            @Nullable Place source = letter.source().orElse(null);
            String why = refused(source);
            if (source == null || !why.isEmpty()) {
              out.add(new Decision(letter.id(), letter.key(), source, Outcome.REFUSED, why));
            } else if (!places.add(source)) {
              why = "another dead letter is of the same record, " + source;
              out.add(new Decision(letter.id(), letter.key(), source, Outcome.NOT_NEEDED, why));
            } else {
              candidates.add(
                  new Candidate(out.size(), letter.id(), key(record), letter.key(), source));
              out.add(new Decision(letter.id(), letter.key(), source, Outcome.SENT, ""));
            }
          }
          return true;
        });
    replaced(candidates)
        .forEach(
            (one, by) ->
                out.set(
                    one.at,
                    new Decision(
                        one.id,
                        one.text,
                        one.source,
                        Outcome.NOT_NEEDED,
                        "its key has a newer record, " + by)));
    return out;
  }

  private String refused(@Nullable Place source) {
    if (source == null) {
      return "its headers do not say where it came from";
    }
    if (!known.contains(source.topic())) {
      return source.topic()
          + " is a topic of a stage's own, or of another --prefix: send the article or the page"
          + " again in its place";
    }
    return topics.partitions(source.topic()).size() > source.partition()
        ? ""
        : source.topic() + " has no partition " + source.partition() + " any more";
  }

  /** Those that a later record of their partition replaces, and where that lies. */
  private Map<Candidate, Place> replaced(List<Candidate> candidates) {
    Map<Candidate, Place> out = new HashMap<>();
    Map<TopicPartition, List<Candidate>> byPartition =
        candidates.stream()
            .collect(
                Collectors.groupingBy(
                    one -> new TopicPartition(one.source.topic(), one.source.partition())));
    if (byPartition.isEmpty()) {
      return out;
    }
    Map<TopicPartition, Long> from = new HashMap<>();
    byPartition.forEach(
        (partition, ones) ->
            from.put(
                partition,
                ones.stream().mapToLong(one -> one.source.offset() + 1).min().orElse(0)));
    topics.readFrom(
        from,
        record -> {
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          for (Candidate one : byPartition.getOrDefault(partition, List.of())) {
            if (record.offset() > one.source.offset() && replaces(record, one)) {
              out.putIfAbsent(one, new Place(record.topic(), record.partition(), record.offset()));
            }
          }
          return true;
        });
    return out;
  }

  private static boolean replaces(ConsumerRecord<byte[], byte[]> record, Candidate one) {
    return record.key() == null
        ? one.source.toString().equals(TopicReader.header(record, REPLAYED))
        : one.key.hasRemaining() && one.key.equals(ByteBuffer.wrap(record.key()));
  }

  private static ByteBuffer key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(record.key());
  }

  /**
   * Sends those that are to be sent, and waits until the cluster has them.
   *
   * @throws ExecutionException when it refuses one
   */
  void send(List<Decision> decisions) throws ExecutionException, InterruptedException {
    Set<String> ids =
        decisions.stream().filter(Decision::isSent).map(Decision::id).collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return;
    }
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            RecordPublisher.producer(cluster.client()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      topics.readAll(
          letters,
          record -> {
            DeadLetter letter = new DeadLetter(record);
            if (ids.contains(letter.id())) {
              letter.source().ifPresent(source -> sent.add(producer.send(again(record, source))));
            }
            return true;
          });
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }
  }

  /** The record as it was, but for the mark. */
  private static ProducerRecord<byte[], byte[]> again(
      ConsumerRecord<byte[], byte[]> letter, Place source) {
    RecordHeaders headers = new RecordHeaders();
    for (Header header : letter.headers()) {
      boolean ofLetter =
          header.key().startsWith(DeadLetterHeaders.PREFIX)
              || header.key().equals(DeadLetterHeaders.STAGE)
              || header.key().equals(REPLAYED);
      if (!ofLetter) {
        headers.add(header);
      }
    }
    headers.add(REPLAYED, source.toString().getBytes(StandardCharsets.UTF_8));
    return new ProducerRecord<>(
        source.topic(),
        source.partition(),
        letter.timestamp(),
        letter.key(),
        letter.value(),
        headers);
  }

  @Override
  public void close() {
    topics.close();
  }
}
