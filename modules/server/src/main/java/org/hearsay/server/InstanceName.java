package org.hearsay.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Under which name a process is a member of its stages' groups: one that lasts as long as its state
 * directory. A process that starts again, killed or not, so takes the place that it had, at once
 * and without moving any partition; under a new name it waits until the group has given up the old
 * one.
 */
final class InstanceName {
  private static final String FILE = "instance-id";

  private InstanceName() {}

  /**
   * Adds it to what a stage hands to Kafka Streams, unless the user has said how the stage is to be
   * a member.
   *
   * @throws UncheckedIOException when the state directory cannot be written
   */
  static void addTo(Properties settings, Path stateDirectory) {
    Set<String> given = settings.stringPropertyNames();
    boolean said =
        given.stream()
            .anyMatch(
                key ->
                    key.endsWith(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG)
                        || key.endsWith(StreamsConfig.GROUP_PROTOCOL_CONFIG));
    if (!said) {
      settings.put(
          StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
          of(stateDirectory));
    }
  }

  private static String of(Path stateDirectory) {
    Path file = stateDirectory.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(stateDirectory);
        // Whole or not at all, should the process be killed now.
        Path fresh = Files.createTempFile(stateDirectory, FILE, ".new");
        Files.writeString(fresh, UUID.randomUUID().toString(), StandardCharsets.UTF_8);
        Files.move(fresh, file);
      }
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the state directory " + stateDirectory, e);
    }
  }
}
