package org.hearsay.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.records.topics.Topics;
import picocli.CommandLine.Option;

/** How to reach a cluster and its registry: the same options on every command that needs them. */
final class ClusterOptions {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "Kafka brokers, comma separated (default: ${DEFAULT-VALUE}).")
  String bootstrapServers = "localhost:9092";

  @Option(
      names = "--schema-registry",
      paramLabel = "URL",
      defaultValue = "http://localhost:8081",
      description = "Schema registry addresses, comma separated (default: ${DEFAULT-VALUE}).")
  String schemaRegistry = "http://localhost:8081";

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      defaultValue = Topics.DEFAULT_PREFIX,
      description = "What the topics' names start with (default: ${DEFAULT-VALUE}).")
  String prefix = Topics.DEFAULT_PREFIX;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Any Kafka client, Streams or registry setting; may be repeated.")
  Map<String, String> settings = new LinkedHashMap<>();

  Topics topics(int partitions) {
    return new Topics(prefix, partitions);
  }

  /** The settings that any Kafka client takes. */
  Map<String, Object> client() {
    Map<String, Object> out = new LinkedHashMap<>(settings);
    out.put("bootstrap.servers", bootstrapServers);
    return out;
  }

  /** The settings that the Avro serde takes. */
  Map<String, Object> registry() {
    Map<String, Object> out = new LinkedHashMap<>(settings);
    out.put("schema.registry.url", schemaRegistry);
    return out;
  }
}
