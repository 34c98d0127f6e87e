package org.hearsay.cli.options;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.hearsay.registry.AvroSerdes;
import org.hearsay.server.StageSettings;

/**
 * Looks at what is passed through to Kafka and the registry's client: both take any name, and leave
 * aside what they do not know.
 */
final class PassedSettings {
  /** What Kafka Streams takes off a name; of a topic's own settings it knows no list. */
  private static final List<String> PREFIXES =
      List.of(
          StreamsConfig.MAIN_CONSUMER_PREFIX,
          StreamsConfig.RESTORE_CONSUMER_PREFIX,
          StreamsConfig.GLOBAL_CONSUMER_PREFIX,
          StreamsConfig.CONSUMER_PREFIX,
          StreamsConfig.PRODUCER_PREFIX,
          StreamsConfig.ADMIN_CLIENT_PREFIX);

  /** Names with these go on with what the user, or a class of the user's, makes up. */
  private static final List<String> OPEN =
      List.of(StreamsConfig.TOPIC_PREFIX, "request.header.", "listener.name.");

  /** Another name so near is one that was mistyped. */
  private static final int SLIPS = 2;

  private final Set<String> known = new TreeSet<>();

  /** Of the clients of this version. */
  PassedSettings() {
    known.addAll(AdminClientConfig.configNames());
    known.addAll(ConsumerConfig.configNames());
    known.addAll(ProducerConfig.configNames());
    known.addAll(StreamsConfig.configDef().names());
    known.addAll(AvroSerdes.settings());
    known.add(StageSettings.STALLED_AFTER);
    known.add(StageSettings.STALLED_RECORD_AFTER);
    // The registry's client has its own set of keys and certificates.
    known.stream()
        .filter(name -> name.startsWith("ssl."))
        .map(name -> "schema.registry." + name)
        .toList()
        .forEach(known::add);
  }

  /**
   * Refuses what was mistyped, and tells of what nobody here knows: a class of the user's may.
   *
   * @throws UserException for a name that is nearly a known one
   */
  void check(Map<String, String> settings, Consumer<String> tell) {
    for (String name : settings.keySet()) {
      if (isKnown(name)) {
        continue;
      }
      List<String> near = NearNames.within(bare(name), known, SLIPS);
      if (!near.isEmpty()) {
        throw new UserException(
            "--set "
                + name
                + " (or set."
                + name
                + " in the settings file, or HEARSAY_SET_…) is no setting; did you mean "
                + String.join(" or ", near)
                + "?");
      }
      tell.accept(
          "the setting "
              + name
              + " is none of Kafka's, of Kafka Streams' or of the registry's client; it is passed"
              + " on to them");
    }
  }

  private boolean isKnown(String name) {
    return known.contains(name)
        || known.contains(bare(name))
        || OPEN.stream().anyMatch(name::startsWith);
  }

  private static String bare(String name) {
    return PREFIXES.stream()
        .filter(name::startsWith)
        .map(prefix -> name.substring(prefix.length()))
        .findFirst()
        .orElse(name);
  }
}
