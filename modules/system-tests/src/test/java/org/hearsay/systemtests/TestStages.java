package org.hearsay.systemtests;

import java.nio.file.Path;
import java.util.Map;
import org.hearsay.local.LocalBroker;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.StageSettings;

/** How stages of tests run that need no schema registry. */
final class TestStages {
  /** A stage does not leave its group when it stops: so the next is soon let in. */
  static final Map<String, String> SOON_AGAIN =
      Map.of("session.timeout.ms", "6000", "heartbeat.interval.ms", "1500");

  private TestStages() {}

  /** One thread, with its state in that folder. */
  static StageSettings settings(
      LocalBroker broker, Topics topics, String prefix, Path state, Map<String, String> more) {
    return new StageSettings(
        broker.bootstrapServers(),
        "http://nowhere.invalid",
        topics,
        prefix,
        1,
        state,
        64L << 20,
        more);
  }
}
