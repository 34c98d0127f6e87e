package org.hearsay.cli.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import org.slf4j.Logger;

/**
 * How Logback begins, in place of a file that it would look for: little is logged beside results,
 * and nothing of what a command tells itself as an exception. {@code -Dhearsay.log.NAME=LEVEL} (in
 * {@code HEARSAY_JAVA_OPTS}) sets the level of a logger.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
  private static final String GIVEN = "hearsay.log.";

  private static final Map<String, Level> BESIDE_RESULTS =
      Map.of(
          Logger.ROOT_LOGGER_NAME,
          Level.ERROR,
          "org.hearsay",
          Level.WARN,
          "org.hearsay.local",
          Level.OFF,
          "org.apache.kafka",
          Level.OFF,
          // A stage asks for its changelogs before it makes them.
          "org.apache.kafka.clients.admin.internals.PartitionLeaderStrategy",
          Level.OFF,
          "org.apache.flink.avro.registry.confluent.shaded",
          Level.OFF,
          "kafka",
          Level.OFF,
          "state.change",
          Level.OFF);

  /** For Logback, which makes one by its class name. */
  public LogSetup() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    BESIDE_RESULTS.forEach((name, level) -> context.getLogger(name).setLevel(level));
    StandardErrors.attach(context, LogForm.PLAIN);
    given(context);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** What the user sets wins, whatever a command shows. */
  static void given(LoggerContext context) {
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(GIVEN)) {
        context
            .getLogger(name.substring(GIVEN.length()))
            .setLevel(Level.toLevel(System.getProperty(name), Level.DEBUG));
      }
    }
  }
}
