package org.hearsay.cli.topics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.output.ClaimTable;
import org.hearsay.cli.output.ClusterTable;
import org.hearsay.cli.output.Format;
import org.hearsay.cli.output.ProfileTable;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.Comment;
import org.hearsay.records.EntityProfile;
import org.hearsay.records.Mention;
import org.hearsay.records.OutletEntityProfile;
import org.hearsay.records.OutletProfile;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.registry.RegistryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a topic as it grows. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = "Shows a topic as it grows, as a table or as JSON lines, until Ctrl-C.")
public final class WatchCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(500);

  @Mixin ClusterOptions cluster;

  @Parameters(
      paramLabel = "TOPIC",
      description = {
        "pages, articles, comments, mentions, claims, framing, annotations, lineage,",
        "outlet-profiles, entity-profiles, outlet-entity-profiles, claim-clusters or dead-letters."
      })
  String topic;

  @Option(names = "--from-beginning", description = "Show what the topic already holds, too.")
  boolean fromBeginning;

  @Option(names = "--max", paramLabel = "ROWS", description = "Stop after this many rows.")
  long max = Long.MAX_VALUE;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Format format = Format.table;

  @Option(
      names = "--outlet",
      description = "Only rows of this outlet: its id, or a part of its name.")
  @Nullable String outlet;

  @Option(
      names = "--speaker",
      description = "Only claims or clusters of this speaker: the id, or a part of the name.")
  @Nullable String speaker;

  @Option(
      names = "--entity",
      description =
          "Only mentions or profiles of this entity, or claims with it in their chain: its id, or a"
              + " part of the name.")
  @Nullable String entity;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Topics topics = cluster.topics();
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
    if (speaker != null && !List.of(topics.claims(), topics.claimClusters()).contains(found)) {
      throw new UserException(
          "--speaker filters claims and their clusters, but the topic is " + found.name());
    }
    if (entity != null
        && !List.of(
                topics.claims(),
                topics.mentions(),
                topics.entityProfiles(),
                topics.outletEntityProfiles())
            .contains(found)) {
      throw new UserException(
          "--entity filters claims, mentions and profiles of entities, not " + found.name());
    }
    cluster.require(List.of(found));
    watch(found);
    return 0;
  }

  private <V extends SpecificRecord> void watch(Topic<V> found) {
    PrintWriter out = spec.commandLine().getOut();
    long shown = 0;
    try (TopicReader<V> reader =
        new TopicReader<>(found, cluster.client(), cluster.registry(), fromBeginning)) {
      // An output that nobody reads any more (| head) is the end, too.
      while (shown < max && !out.checkError()) {
        for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
          @Nullable V value = value(reader, record);
          if (shown < max && matches(record, value)) {
            out.println(show(record, value));
            shown++;
          }
        }
      }
    }
  }

  private <V extends SpecificRecord> @Nullable V value(
      TopicReader<V> reader, ConsumerRecord<String, byte[]> record) {
    try {
      return reader.value(record);
    } catch (RegistryException e) {
      if (e.reason() == RegistryException.Reason.UNREACHABLE) {
        throw e;
      }
      String place = record.topic() + "-" + record.partition() + " at offset " + record.offset();
      spec.commandLine()
          .getErr()
          .println("hearsay: " + place + " cannot be read: " + e.getMessage());
      return null;
    }
  }

  private boolean matches(ConsumerRecord<String, byte[]> record, @Nullable SpecificRecord value) {
    return (outlet == null || isFrom(record, value, outlet))
        && (speaker == null
            || (value instanceof Claim claim
                && is(speaker, claim.getSpeakerId(), claim.getSpeakerName()))
            || (value instanceof ClaimCluster claims
                && is(speaker, claims.getSpeakerId(), claims.getSpeakerName())))
        && (entity == null || concerns(value, entity));
  }

  private static boolean isFrom(
      ConsumerRecord<String, byte[]> record, @Nullable SpecificRecord value, String outlet) {
    if (is(outlet, TopicReader.header(record, "outlet"), null)) {
      return true;
    }
    if (value instanceof Article article) {
      return is(outlet, article.getOutletId(), article.getOutletName());
    }
    if (value instanceof ClaimCluster claims) {
      return claims.getReports().stream()
          .anyMatch(report -> is(outlet, report.getOutletId(), report.getOutletName()));
    }
    if (value instanceof OutletProfile profile) {
      return is(outlet, profile.getOutletId(), profile.getOutletName());
    }
    if (value instanceof OutletEntityProfile profile) {
      return is(outlet, profile.getOutletId(), profile.getOutletName());
    }
    return value instanceof Claim claim
        && claim.getChain().stream()
            .filter(link -> link.getRole().equals("PUBLISHER"))
            .anyMatch(link -> is(outlet, link.getId(), link.getName()));
  }

  private static boolean concerns(@Nullable SpecificRecord value, String entity) {
    if (value instanceof Mention mention) {
      return is(entity, mention.getEntityId(), mention.getName());
    }
    if (value instanceof EntityProfile profile) {
      return is(entity, profile.getEntityId(), profile.getName());
    }
    if (value instanceof OutletEntityProfile profile) {
      return is(entity, profile.getEntityId(), profile.getName());
    }
    return value instanceof Claim claim
        && claim.getChain().stream().anyMatch(link -> is(entity, link.getId(), link.getName()));
  }

  private static boolean is(String wanted, @Nullable String id, @Nullable String name) {
    String folded = wanted.toLowerCase(Locale.ROOT);
    return wanted.equalsIgnoreCase(id)
        || (name != null && name.toLowerCase(Locale.ROOT).contains(folded));
  }

  private String show(ConsumerRecord<String, byte[]> record, @Nullable SpecificRecord value) {
    if (format == Format.json) {
      return value == null ? raw(record) : value.toString();
    }
    if (value instanceof Claim claim) {
      return ClaimTable.row(
          claim.getChain().stream().map(ChainLink::getName).toList(),
          claim.getForm(),
          claim.getCueText(),
          claim.getContentText());
    }
    if (value instanceof Mention mention) {
      return columns(
          String.format("%-24s", ClaimTable.cut(mention.getName())),
          String.format("%-16s", Objects.requireNonNullElse(mention.getOutletId(), "-")),
          String.format("%-9s", mention.getVoice()),
          mention.getSentence());
    }
    if (value instanceof Article article) {
      return columns(
          String.format("%-20s", Objects.requireNonNullElse(article.getOutletName(), "-")),
          article.getCommentCount() + " comments",
          Objects.requireNonNullElse(article.getTitle(), "(no title)"));
    }
    if (value instanceof Comment comment) {
      return columns(
          String.format("%-20s", Objects.requireNonNullElse(comment.getAuthor(), "-")),
          comment.getText());
    }
    if (value instanceof OutletProfile
        || value instanceof EntityProfile
        || value instanceof OutletEntityProfile) {
      return ProfileTable.row(value);
    }
    if (value instanceof ClaimCluster claims) {
      return ClusterTable.row(claims);
    }
    if (value == null) {
      return record.key() + ": " + TopicReader.rejection(record) + " (" + size(record) + " bytes)";
    }
    return ClaimTable.cut(value.toString());
  }

  private static String columns(String... columns) {
    return ClaimTable.cut(String.join("  ", Stream.of(columns).toList()));
  }

  /** A record of raw bytes: what is known of it without decoding. */
  private static String raw(ConsumerRecord<String, byte[]> record) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("key", record.key());
      json.writeNumberField("bytes", size(record));
      for (Header header : record.headers()) {
        if (!header.key().endsWith("stacktrace")) {
          json.writeStringField(header.key(), TopicReader.header(record, header.key()));
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a string takes what is written to it", e);
    }
    return out.toString();
  }

  private static int size(ConsumerRecord<String, byte[]> record) {
    return record.value() == null ? 0 : record.value().length;
  }
}
