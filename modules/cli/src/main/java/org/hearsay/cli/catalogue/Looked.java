package org.hearsay.cli.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.topics.TopicReader;
import org.hearsay.entities.Catalogue;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.records.CatalogueChanges;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which catalogue is looked at. */
final class Looked {
  @Mixin ClusterOptions cluster;
  @Mixin CatalogueOptions files;

  @Option(
      names = "--published",
      description = "With what stands in the catalogue's topics, as the stages see it.")
  boolean published;

  /** The command's that this is a part of. */
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  Catalogue load() {
    Catalogue catalogue = files.load();
    if (!published) {
      return catalogue;
    }
    Topics topics = cluster.topics();
    CatalogueChanges changes =
        new CatalogueChanges(problem -> spec.commandLine().getErr().println("hearsay: " + problem));
    table(topics.entities()).forEach(changes::add);
    table(topics.outlets()).forEach(changes::add);
    return changes.appliedTo(catalogue);
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
