package org.hearsay.cli.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.cli.topics.RecordPublisher;
import org.hearsay.cli.topics.TopicReader;
import org.hearsay.entities.Catalogue;
import org.hearsay.records.Outlet;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.topology.records.CatalogueRecords;
import org.jspecify.annotations.Nullable;

/** Keeps the topic of built-in outlets as this release has them. */
public final class BuiltInOutlets {
  private BuiltInOutlets() {}

  /**
   * Writes what the topic lacks or has otherwise, and takes back what this release does not have.
   * Several processes may do so at once: each writes the same.
   *
   * @return how many records that took
   * @throws org.hearsay.cli.options.UserException when the cluster refuses one
   */
  public static int publish(Topics topics, Map<String, Object> client, Map<String, Object> registry)
      throws InterruptedException {
    Topic<Outlet> topic = topics.builtInOutlets();
    Map<String, Outlet> gone = there(topic, client, registry);
    int sent = 0;
    try (RecordPublisher publisher = new RecordPublisher(client, registry)) {
      for (org.hearsay.entities.Outlet outlet : Catalogue.builtIn().outlets()) {
        Outlet row = CatalogueRecords.record(outlet);
        if (!row.equals(gone.remove(outlet.id()))) {
          publisher.send(topic, outlet.id(), row);
          sent++;
        }
      }
      for (String id : gone.keySet()) {
        publisher.send(topic, id, null);
        sent++;
      }
      publisher.confirm();
    }
    return sent;
  }

  private static Map<String, Outlet> there(
      Topic<Outlet> topic, Map<String, Object> client, Map<String, Object> registry) {
    Map<String, Outlet> out = new LinkedHashMap<>();
    try (TopicReader<Outlet> reader = new TopicReader<>(topic, client, registry, true)) {
      reader.readToEnd(
          CatalogueCommand.POLL,
          record -> {
            @Nullable Outlet value = reader.value(record);
            if (value == null) {
              out.remove(record.key());
            } else {
              out.put(record.key(), value);
            }
          });
    }
    return out;
  }
}
