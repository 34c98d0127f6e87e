package org.hearsay.server.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.records.topics.DeadLetterHeaders;
import org.hearsay.topology.RejectedRecordException;
import org.junit.jupiter.api.Test;

class DeadLetterLogTest {
  private final AtomicLong clock = new AtomicLong();
  private final List<String> lines = new ArrayList<>();
  private final DeadLetterLog log = new DeadLetterLog(clock::get, lines::add);
  private final UnprocessableRecordHandler handler = new UnprocessableRecordHandler();

  private ProducerRecord<byte[], byte[]> letter(Exception why) {
    handler.configure(
        Map.of(
            StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
            "letters",
            DeadLetterLog.SETTING,
            log,
            DeadLetterLog.STAGE,
            "annotate"));
    return handler
        .handleError(context(), new Record<>("k", "v", 0), why)
        .deadLetterQueueRecords()
        .get(0);
  }

  private static DefaultErrorHandlerContext context() {
    return new DefaultErrorHandlerContext(
        null,
        "hearsay.articles",
        3,
        17,
        new RecordHeaders(),
        "annotator",
        new TaskId(0, 3),
        0,
        "key".getBytes(UTF_8),
        "value".getBytes(UTF_8));
  }

  @Test
  void aDeadLetterNamesItsStageInItsHeaderAndInALine() {
    ProducerRecord<byte[], byte[]> letter =
        letter(new RejectedRecordException("a record", new SerializationException("cut short")));
    assertThat(letter.headers().lastHeader(DeadLetterHeaders.STAGE).value())
        .asString(UTF_8)
        .isEqualTo("annotate");
    assertThat(lines)
        .containsExactly(
            "dead letter: stage annotate cannot process hearsay.articles-3@17 (key key): cut"
                + " short");
  }

  @Test
  void aFloodGetsSomeLinesAMinuteAndTheirNumber() {
    for (int i = 0; i < 100; i++) {
      letter(new RejectedRecordException("bad"));
    }
    assertThat(lines).hasSize(DeadLetterLog.LINES);
    clock.addAndGet(Duration.ofMinutes(1).toNanos());
    letter(new RejectedRecordException("bad"));
    assertThat(lines)
        .hasSize(DeadLetterLog.LINES + 2)
        .contains((100 - DeadLetterLog.LINES) + " more records went to the dead letters before");
    assertThat(log.count()).isEqualTo(101);
  }
}
