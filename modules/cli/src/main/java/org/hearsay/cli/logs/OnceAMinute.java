package org.hearsay.cli.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets a warning of Kafka's pass once a minute and kind: its clients tell several times a second
 * that a broker is away. A kind is a logger and the message without what is filled into it. How
 * many were left out is told with the next that passes.
 */
final class OnceAMinute extends TurboFilter {
  private static final String KAFKA = "org.apache.kafka";
  private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(OnceAMinute.class);
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** So many kinds are told apart; more are one kind each, for some write all into the message. */
  private static final int KINDS = 1000;

  private final LongSupplier clock;
  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

  /**
   * With none passed yet.
   *
   * @param clock nanoseconds since whenever
   */
  OnceAMinute(LongSupplier clock) {
    this.clock = clock;
  }

  /** When the last passed, and how many have been left out since. */
  private record Kind(AtomicLong passed, AtomicLong leftOut) {}

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] values,
      @Nullable Throwable thrown) {
    if (format == null
        || level.levelInt < Level.WARN_INT
        || !logger.getName().startsWith(KAFKA)
        || !logger.isEnabledFor(level)) {
      return FilterReply.NEUTRAL;
    }
    long now = clock.getAsLong();
    String name = kinds.size() < KINDS ? logger.getName() + format : logger.getName();
    Kind kind =
        kinds.computeIfAbsent(
            name, any -> new Kind(new AtomicLong(now - MINUTE), new AtomicLong()));
    long last = kind.passed().get();
    if (now - last < MINUTE || !kind.passed().compareAndSet(last, now)) {
      kind.leftOut().incrementAndGet();
      return FilterReply.DENY;
    }
    long leftOut = kind.leftOut().getAndSet(0);
    if (leftOut > 0) {
      LOG.warn("{} more like the next came before it", leftOut);
    }
    return FilterReply.NEUTRAL;
  }
}
