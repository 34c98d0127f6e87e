package org.hearsay.cli.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hearsay.cli.options.NearNames;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.Entity;
import org.hearsay.entities.Outlet;
import org.hearsay.registry.RegistryException;
import org.jspecify.annotations.Nullable;

/** Looks whether a topic has rows of a name that is filtered by, before somebody waits in vain. */
final class NamesLookup {
  private static final Duration POLL = Duration.ofMillis(500);

  /** A long topic is not read to its end for this. */
  private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();

  private NamesLookup() {}

  /**
   * A filter that matched nothing.
   *
   * @param told what is to be said of it
   * @param known whether the catalogue knows the name: it is no mistake, then
   */
  record Unmatched(String told, boolean known) {}

  /**
   * Reads until every filter has matched, or the topic's end.
   *
   * @param reader of the topic from its beginning
   * @param catalogue is asked for names where some filter matched nothing
   * @return what is to be said of filters that matched nothing, with names that are near, of the
   *     topic and of the catalogue; empty when each matched, and where the topic is too long to
   *     know
   */
  static <V extends SpecificRecord> List<Unmatched> unmatched(
      TopicReader<V> reader,
      List<NameFilter> filters,
      String topic,
      Supplier<Catalogue> catalogue) {
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
    if (waiting.isEmpty()) {
      return List.of();
    }
    Catalogue known = catalogue.get();
    List<Unmatched> out = new ArrayList<>();
    waiting.forEach((filter, names) -> out.add(unmatched(filter, names, topic, known)));
    return out;
  }

  private static Unmatched unmatched(
      NameFilter filter, Set<String> names, String topic, Catalogue catalogue) {
    List<String> catalogued = catalogued(filter.kind(), catalogue);
    List<String> meant =
        catalogued.stream().filter(name -> RowFilter.isPartOf(name, filter.wanted())).toList();
    String no =
        filter.kind().option()
            + " "
            + filter.wanted()
            + ": "
            + topic
            + " has no row of such "
            + (filter.kind() == NameFilter.Kind.SPEAKER ? "a " : "an ")
            + filter.kind().label();
    if (!meant.isEmpty()) {
      return new Unmatched(no + " yet; the catalogue knows " + meant.get(0), true);
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(catalogued);
    return new Unmatched(no + NearNames.meant(filter.wanted(), all), false);
  }

  /** The names that the catalogue has for what a filter is by. */
  private static List<String> catalogued(NameFilter.Kind kind, Catalogue catalogue) {
    List<String> out = new ArrayList<>();
    for (Outlet outlet : catalogue.outlets()) {
      out.add(outlet.name());
      out.add(outlet.id());
    }
    if (kind != NameFilter.Kind.OUTLET) {
      for (Entity entity : catalogue.entities()) {
        out.add(entity.name());
        out.add(entity.id());
      }
    }
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
