package org.hearsay.cli.stages;

import java.util.Map;

/** How much the stages and Kafka log: little beside results, more where nothing else is shown. */
public final class StageLogs {
  private static final String LEVEL = "org.slf4j.simpleLogger.log.";

  private static final Map<String, String> SHOWN =
      Map.of("org.hearsay", "info", "org.apache.kafka", "error", "kafka", "error");

  private StageLogs() {}

  /** Shows them from now on; what HEARSAY_JAVA_OPTS sets stays. Before the loggers are made. */
  public static void show() {
    SHOWN.forEach(
        (logger, level) -> {
          if (System.getProperty(LEVEL + logger) == null) {
            System.setProperty(LEVEL + logger, level);
          }
        });
  }
}
