package org.hearsay.server.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.hearsay.records.topics.DeadLetterHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of each dead letter which stage it comes from: in a header, and in a line of the log, so
 * that nobody has to look into the topic to learn that there are some. A flood of them, as where
 * somebody writes other bytes into a topic, gets some lines a minute and their number.
 *
 * <p>Threading: shared by all threads of all stages of a process.
 */
public final class DeadLetterLog {
  /** The setting of a stage that holds the one of its process. */
  public static final String SETTING = "hearsay.dead.letter.log";

  /** The setting of a stage that holds its name. */
  public static final String STAGE = "hearsay.stage";

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterLog.class);
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** So many lines a minute. */
  static final int LINES = 20;

  private final LongSupplier clock;
  private final Consumer<String> lines;
  private long count;
  private long since;
  private int told;
  private long untold;

  /**
   * With none yet.
   *
   * @param clock nanoseconds since whenever
   */
  public DeadLetterLog(LongSupplier clock) {
    this(clock, LOG::warn);
  }

  DeadLetterLog(LongSupplier clock, Consumer<String> lines) {
    this.clock = clock;
    this.lines = lines;
    this.since = clock.getAsLong();
  }

  /** What a handler of a stage notes its dead letters with; none where it is given none. */
  static @Nullable Noting of(Map<String, ?> settings) {
    return settings.get(SETTING) instanceof DeadLetterLog log
        ? new Noting(log, String.valueOf(settings.get(STAGE)))
        : null;
  }

  /**
   * Notes the dead letters of one stage.
   *
   * @param log where
   * @param stage its name
   */
  record Noting(DeadLetterLog log, String stage) {
    void note(
        ErrorHandlerContext context, Throwable why, List<ProducerRecord<byte[], byte[]>> letters) {
      byte[] named = stage.getBytes(UTF_8);
      letters.forEach(letter -> letter.headers().add(DeadLetterHeaders.STAGE, named));
      log.tell(stage, context, why);
    }
  }

  /** How many there were since the process began. */
  public synchronized long count() {
    return count;
  }

  private synchronized void tell(String stage, ErrorHandlerContext context, Throwable why) {
    count++;
    long now = clock.getAsLong();
    if (now - since >= MINUTE) {
      if (untold > 0) {
        lines.accept(untold + " more records went to the dead letters before");
      }
      since = now;
      told = 0;
      untold = 0;
    }
    if (told == LINES) {
      untold++;
      return;
    }
    told++;
    byte @Nullable [] key = context.sourceRawKey();
    lines.accept(
        "dead letter: stage "
            + stage
            + " cannot process "
            + new TopicPartition(context.topic(), context.partition())
            + "@"
            + context.offset()
            + " (key "
            + (key == null ? "none" : new String(key, UTF_8))
            + "): "
            + reason(why));
  }

  /** The innermost cause: what is around it says only that something failed. */
  private static String reason(Throwable why) {
    Throwable e = why;
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      e = cause;
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
