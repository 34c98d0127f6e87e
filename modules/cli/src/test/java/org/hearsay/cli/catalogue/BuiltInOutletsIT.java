package org.hearsay.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.hearsay.cli.topics.RecordPublisher;
import org.hearsay.cli.topics.TopicReader;
import org.hearsay.entities.Catalogue;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.Outlet;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.TopicAdmin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class BuiltInOutletsIT {
  @Test
  void theTopicHasTheBuiltInOutletsOnceAndNoneThatThereIsNotAnyMore() throws Exception {
    Topics topics = new Topics("builtin.", 1);
    try (LocalCluster cluster = LocalCluster.startTemporary()) {
      Map<String, Object> client = Map.of("bootstrap.servers", cluster.bootstrapServers());
      Map<String, Object> registry = Map.of("schema.registry.url", cluster.registryUrl());
      try (Admin admin = Admin.create(client)) {
        new TopicAdmin(admin).create(topics, (short) 1);
      }
      try (RecordPublisher publisher = new RecordPublisher(client, registry)) {
        Outlet gone = Outlet.newBuilder().setId("gone").setName("Gone Gazette").build();
        publisher.send(topics.builtInOutlets(), "gone", gone);
        publisher.confirm();
      }
      int all = Catalogue.builtIn().outlets().size();
      assertThat(BuiltInOutlets.publish(topics, client, registry)).isEqualTo(all + 1);
      assertThat(BuiltInOutlets.publish(topics, client, registry)).isZero();
      Map<String, Outlet> read = new HashMap<>();
      try (TopicReader<Outlet> reader =
          new TopicReader<>(topics.builtInOutlets(), client, registry, true)) {
        reader.readToEnd(
            CatalogueCommand.POLL, record -> read.put(record.key(), reader.value(record)));
      }
      read.values().removeIf(value -> value == null);
      assertThat(read).hasSize(all).doesNotContainKey("gone");
      assertThat(Objects.requireNonNull(read.get("rt")).getOwner()).isEqualTo("state");
    }
  }
}
