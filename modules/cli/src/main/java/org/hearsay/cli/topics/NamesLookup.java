package org.hearsay.cli.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hearsay.cli.options.NearNames;
import org.hearsay.registry.RegistryException;
import org.jspecify.annotations.Nullable;

/** Looks whether a topic has rows of a name that is filtered by, before somebody waits in vain. */
final class NamesLookup {
  private static final Duration POLL = Duration.ofMillis(500);

  /** A long topic is not read to its end for this. */
  private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();

  private NamesLookup() {}

  /**
   * Reads until every filter has matched, or the topic's end.
   *
   * @param reader of the topic from its beginning
   * @return what is to be said of filters that matched nothing, with names that are near; empty
   *     when each matched, and where the topic is too long to know
   */
  static <V extends SpecificRecord> List<String> complaints(
      TopicReader<V> reader, List<NameFilter> filters, String topic) {
    Map<NameFilter, Set<String>> waiting = new LinkedHashMap<>();
    filters.forEach(filter -> waiting.put(filter, new LinkedHashSet<>()));
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!waiting.isEmpty() && !reader.isAtEnd()) {
      if (System.nanoTime() > end) {
        return List.of();
      }
      for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
        @Nullable V row = value(reader, record);
        waiting.keySet().removeIf(filter -> filter.matches(record, row));
        waiting.forEach((filter, names) -> names.addAll(filter.names(record, row)));
      }
    }
    List<String> out = new ArrayList<>();
    waiting.forEach(
        (filter, names) ->
            out.add(
                filter.kind().option()
                    + " "
                    + filter.wanted()
                    + ": "
                    + topic
                    + " has no row of such "
                    + (filter.kind() == NameFilter.Kind.SPEAKER ? "a " : "an ")
                    + filter.kind().label()
                    + NearNames.meant(filter.wanted(), names)));
    return out;
  }

  private static <V extends SpecificRecord> @Nullable V value(
      TopicReader<V> reader, ConsumerRecord<String, byte[]> record) {
    try {
      return reader.value(record);
    } catch (RegistryException e) {
      if (e.reason() == RegistryException.Reason.UNREACHABLE) {
        throw e;
      }
      // Whoever reads the row to show it says so.
      return null;
    }
  }
}
