package org.hearsay.cli.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hearsay.cli.topics.TopicReader;
import org.hearsay.records.topics.DeadLetterHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that a stage could not process, as it lies among the dead letters.
 *
 * @param record with the key and the value of the one that failed, and the headers of both
 */
record DeadLetter(ConsumerRecord<byte[], byte[]> record) {
  private static final Pattern ID = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

  /**
   * Where a record lies.
   *
   * @param partition from 0
   * @param offset from 0
   */
  record Place(String topic, int partition, long offset) {
    @Override
    public String toString() {
      return topic + "-" + partition + "@" + offset;
    }
  }

  /** Whether a text is the id of one. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** What it is called: its partition and its offset among the dead letters. */
  String id() {
    return record.partition() + ":" + record.offset();
  }

  /** Where the record lies that failed; none where the headers do not say so. */
  Optional<Place> source() {
    @Nullable String topic = header(DeadLetterHeaders.TOPIC);
    Matcher place =
        ID.matcher(header(DeadLetterHeaders.PARTITION) + ":" + header(DeadLetterHeaders.OFFSET));
    return topic == null || !place.matches()
        ? Optional.empty()
        : Optional.of(
            new Place(topic, Integer.parseInt(place.group(1)), Long.parseLong(place.group(2))));
  }

  /** The stage that gave it up; empty where it does not say. */
  String stage() {
    return Objects.requireNonNullElse(header(DeadLetterHeaders.STAGE), "");
  }

  /** Why; empty where it does not say. */
  String reason() {
    return TopicReader.rejection(record);
  }

  /** The same without the record's key, as the store groups them: equal reasons are equal. */
  String kind() {
    String key = key();
    return key.isEmpty() ? reason() : reason().replace(key + ": ", "").replace(key, "…");
  }

  /** The key as text; empty for none. */
  String key() {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }

  /** When the record that failed was written, or says that it was. */
  Instant time() {
    return Instant.ofEpochMilli(record.timestamp());
  }

  /** How many bytes its value has. */
  int size() {
    return record.value() == null ? 0 : record.value().length;
  }

  private @Nullable String header(String name) {
    return TopicReader.header(record, name);
  }
}
