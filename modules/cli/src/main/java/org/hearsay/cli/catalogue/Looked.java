package org.hearsay.cli.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.topics.TopicReader;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.Entity;
import org.hearsay.entities.Outlet;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.records.CatalogueRecords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which catalogue is looked at. */
final class Looked {
  @Mixin ClusterOptions cluster;
  @Mixin CatalogueOptions files;

  @Option(
      names = "--published",
      description = "With what stands in the catalogue's topics, as the stages see it.")
  boolean published;

  Catalogue load() {
    Catalogue catalogue = files.load();
    if (!published) {
      return catalogue;
    }
    Topics topics = cluster.topics();
    List<Entity> entities = new ArrayList<>();
    List<Outlet> outlets = new ArrayList<>();
    Set<String> removed = new HashSet<>();
    for (org.hearsay.records.Entity record : table(topics.entities())) {
      if (record.getRemoved()) {
        removed.add(record.getId());
      } else {
        entities.add(CatalogueRecords.entity(record));
      }
    }
    for (org.hearsay.records.Outlet record : table(topics.outlets())) {
      if (record.getRemoved()) {
        removed.add(record.getId());
      } else {
        outlets.add(CatalogueRecords.outlet(record));
      }
    }
    return catalogue.with(entities, outlets, removed);
  }

  private <V extends SpecificRecord> Iterable<V> table(Topic<V> topic) {
    Map<String, V> last = new LinkedHashMap<>();
    try (TopicReader<V> reader =
        new TopicReader<>(topic, cluster.client(), cluster.registry(), true)) {
      reader.readToEnd(
          CatalogueCommand.POLL,
          record -> {
            @Nullable V value = reader.value(record);
            last.remove(record.key());
            if (value != null) {
              last.put(record.key(), value);
            }
          });
    }
    return last.values();
  }
}
