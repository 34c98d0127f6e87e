package org.hearsay.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.hearsay.records.Claim;
import org.hearsay.records.Mention;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows an enriched topic as it grows. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = "Shows a topic as it grows, as a table or as JSON lines, until Ctrl-C.")
final class WatchCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(500);

  @Mixin ClusterOptions cluster;

  @Parameters(
      paramLabel = "TOPIC",
      description = "articles, comments, mentions, claims, annotations, pages or dead-letters.")
  String topic;

  @Option(names = "--from-beginning", description = "Show what the topic already holds, too.")
  boolean fromBeginning;

  @Option(names = "--max", description = "Stop after this many rows.")
  long max = Long.MAX_VALUE;

  @Option(names = "--format", defaultValue = "table", description = "table or json.")
  AnalyzeCommand.Format format = AnalyzeCommand.Format.table;

  @Option(names = "--outlet", description = "Only rows of this outlet (id or name).")
  @Nullable String outlet;

  @Option(
      names = "--speaker",
      description = "Only claims of this speaker (id, or part of the name).")
  @Nullable String speaker;

  @Option(
      names = "--entity",
      description = "Only mentions of this entity (id, or part of the name).")
  @Nullable String entity;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    Topics topics = cluster.topics(Topics.DEFAULT_PARTITIONS);
    Topic<? extends SpecificRecord> found =
        topics
            .named(topic)
            .orElseThrow(
                () ->
                    new UserException(
                        "there is no topic "
                            + topic
                            + "; there are "
                            + topics.all().stream().map(Topic::name).toList()));
    return watch(found);
  }

  private <V extends SpecificRecord> int watch(Topic<V> found) {
    PrintWriter out = spec.commandLine().getOut();
    long shown = 0;
    try (TopicReader<V> reader =
        new TopicReader<>(found, cluster.client(), cluster.registry(), fromBeginning)) {
      while (shown < max) {
        for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
          @Nullable V value = reader.value(record);
          if (shown < max && matches(record, value)) {
            out.println(show(record, value));
            shown++;
          }
        }
        out.flush();
      }
    } catch (WakeupException e) {
      return 0;
    }
    return 0;
  }

  private boolean matches(ConsumerRecord<String, byte[]> record, @Nullable SpecificRecord value) {
    if (outlet != null && !outlet.equalsIgnoreCase(header(record, "outlet"))) {
      return false;
    }
    if (speaker != null
        && !(value instanceof Claim claim
            && (speaker.equals(claim.getSpeakerId())
                || contains(claim.getSpeakerName(), speaker)))) {
      return false;
    }
    return entity == null
        || (value instanceof Mention mention
            && (entity.equals(mention.getEntityId()) || contains(mention.getName(), entity)));
  }

  private static boolean contains(@Nullable String name, String part) {
    return name != null
        && name.toLowerCase(java.util.Locale.ROOT)
            .contains(part.toLowerCase(java.util.Locale.ROOT));
  }

  private String show(ConsumerRecord<String, byte[]> record, @Nullable SpecificRecord value) {
    if (value == null) {
      int bytes = record.value() == null ? 0 : record.value().length;
      return record.key()
          + ": "
          + Objects.requireNonNullElse(header(record, "__streams.errors.message"), "")
          + " ("
          + bytes
          + " bytes)";
    }
    if (format == AnalyzeCommand.Format.json) {
      return value.toString();
    }
    if (value instanceof Claim claim) {
      return ClaimTable.row(
          claim.getChain().stream().map(link -> link.getName()).toList(),
          claim.getForm(),
          claim.getCueText(),
          claim.getContentText());
    }
    if (value instanceof Mention mention) {
      return String.format(
          "%-24s %-10s %-9s %s",
          ClaimTable.cut(mention.getName()),
          Objects.requireNonNullElse(mention.getOutletId(), "-"),
          mention.getVoice(),
          ClaimTable.cut(mention.getSentence()));
    }
    return ClaimTable.cut(value.toString());
  }

  private static @Nullable String header(ConsumerRecord<?, ?> record, String key) {
    @Nullable Header header = record.headers().lastHeader(key);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
