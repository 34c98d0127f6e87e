package org.hearsay.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OnceAMinuteTest {
  private final AtomicLong clock = new AtomicLong();
  private final OnceAMinute filter = new OnceAMinute(clock::get);
  private final Logger kafka = new LoggerContext().getLogger("org.apache.kafka.clients.Network");

  private FilterReply decide(Logger logger, Level level, String format) {
    return filter.decide(null, logger, level, format, new Object[] {1}, null);
  }

  @Test
  void aWarningOfKafkasPassesOnceAMinuteAndKind() {
    assertThat(decide(kafka, Level.WARN, "node {} is away")).isEqualTo(FilterReply.NEUTRAL);
    assertThat(decide(kafka, Level.WARN, "node {} is away")).isEqualTo(FilterReply.DENY);
    assertThat(decide(kafka, Level.ERROR, "node {} is lost")).isEqualTo(FilterReply.NEUTRAL);
    clock.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThat(decide(kafka, Level.WARN, "node {} is away")).isEqualTo(FilterReply.DENY);
    clock.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(decide(kafka, Level.WARN, "node {} is away")).isEqualTo(FilterReply.NEUTRAL);
    assertThat(decide(kafka, Level.WARN, "node {} is away")).isEqualTo(FilterReply.DENY);
  }

  @Test
  void linesOfTheHouseAndWhatIsNoWarningAlwaysPass() {
    Logger house = new LoggerContext().getLogger("org.hearsay.server.StageRunner");
    for (int i = 0; i < 3; i++) {
      assertThat(decide(house, Level.WARN, "stage {} failed")).isEqualTo(FilterReply.NEUTRAL);
      assertThat(decide(kafka, Level.INFO, "joined {}")).isEqualTo(FilterReply.NEUTRAL);
    }
  }
}
