package org.hearsay.server.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.hearsay.records.topics.DeadLetterHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of records that cannot be decoded and stand in a topic that every process reads whole at
 * every start, as a table: those of the catalogue. Kafka Streams cannot write a dead letter for
 * such a record and dies of it when asked to, at every start again, since what is in the topic
 * stays there. So the record is left out, and this writes a line to the log and a dead letter of
 * its own, once for each record as long as the process lives. Every process writes one: the headers
 * say of which record it is.
 *
 * <p>Threading: shared by all threads of all stages of a process.
 */
public final class LeftOutRecords implements AutoCloseable {
  /** The setting of a stage that holds the one of its process. */
  public static final String SETTING = "hearsay.left.out.records";

  private static final Logger LOG = LoggerFactory.getLogger(LeftOutRecords.class);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final Set<String> tables;
  private final String deadLetters;
  private final Supplier<Producer<byte[], byte[]>> connector;

  /** The last offset that was told of, by partition: each is read in its order. */
  private final Map<TopicPartition, Long> told = new HashMap<>();

  private long count;
  private boolean closed;
  private @Nullable Producer<byte[], byte[]> producer;

  /**
   * With none yet.
   *
   * @param tables the topics that are read whole
   * @param deadLetters where dead letters go
   * @param connector makes what sends them, once there is one to send; closed with this
   */
  public LeftOutRecords(
      Set<String> tables, String deadLetters, Supplier<Producer<byte[], byte[]>> connector) {
    this.tables = Set.copyOf(tables);
    this.deadLetters = deadLetters;
    this.connector = connector;
  }

  /** Whether a record is one of those that this is for. */
  boolean isFor(ConsumerRecord<?, ?> record) {
    return tables.contains(record.topic());
  }

  /** How many there were since the process began. */
  public synchronized long count() {
    return count;
  }

  /**
   * Tells of a record, unless it has been told of. Returns at once, or after some seconds where the
   * cluster does not answer; a dead letter that cannot be sent is told and given up, since the
   * record itself stays where it is.
   */
  synchronized void tell(ConsumerRecord<byte[], byte[]> record, Exception why) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    @Nullable Long last = told.get(partition);
    if (closed || (last != null && last >= record.offset())) {
      return;
    }
    told.put(partition, record.offset());
    count++;
    String place = partition + "@" + record.offset();
    LOG.warn(
        "the catalogue's record {} (key {}) is left out, the rest of the catalogue holds: {}",
        place,
        record.key() == null ? "none" : new String(record.key(), UTF_8),
        why.getMessage());
    try {
      Future<RecordMetadata> unused =
          sender()
              .send(
                  letter(record, why),
                  (metadata, failure) -> {
                    if (failure != null) {
                      giveUp(place, failure);
                    }
                  });
    } catch (KafkaException e) {
      giveUp(place, e);
    }
  }

  private static void giveUp(String place, Exception why) {
    LOG.warn("no dead letter could be written of the record {}: {}", place, why.getMessage());
  }

  private Producer<byte[], byte[]> sender() {
    Producer<byte[], byte[]> known = producer;
    if (known == null) {
      known = connector.get();
      producer = known;
    }
    return known;
  }

  /** As Kafka Streams writes them: the record as it was, where it stood, and why. */
  private ProducerRecord<byte[], byte[]> letter(
      ConsumerRecord<byte[], byte[]> record, Exception why) {
    ProducerRecord<byte[], byte[]> out =
        new ProducerRecord<>(
            deadLetters, null, record.timestamp(), record.key(), record.value(), record.headers());
    List<Header> more =
        List.of(
            header(DeadLetterHeaders.EXCEPTION, why.getClass().getName()),
            header(DeadLetterHeaders.MESSAGE, String.valueOf(why.getMessage())),
            header(DeadLetterHeaders.TOPIC, record.topic()),
            header(DeadLetterHeaders.PARTITION, Integer.toString(record.partition())),
            header(DeadLetterHeaders.OFFSET, Long.toString(record.offset())));
    more.forEach(out.headers()::add);
    return out;
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }

  /** Sends what is on its way, within seconds. */
  @Override
  public synchronized void close() {
    closed = true;
    if (producer != null) {
      producer.close(CLOSE);
      producer = null;
    }
  }
}
