package org.hearsay.cli.topics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  /** The topics' names without their prefix, for the help. */
  static final class TopicNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return new Topics("", 1).all().stream().map(Topic::name).iterator();
    }
  }

  @Mixin ClusterOptions cluster;

  @Parameters(
      paramLabel = "TOPIC",
      completionCandidates = TopicNames.class,
      description = "${COMPLETION-CANDIDATES}; also with the prefix.")
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
    if (speaker != null && !RowFilter.namesSpeakers(found)) {
      throw refused("--speaker", found, topics, RowFilter::namesSpeakers);
    }
    if (entity != null && !RowFilter.namesEntities(found)) {
      throw refused("--entity", found, topics, RowFilter::namesEntities);
    }
    cluster.require(List.of(found));
    watch(found);
    return 0;
  }

  private static UserException refused(
      String option, Topic<?> found, Topics topics, Predicate<Topic<?>> filtered) {
    return new UserException(
        option
            + " filters "
            + topics.all().stream()
                .filter(filtered)
                .map(Topic::name)
                .collect(Collectors.joining(", "))
            + ", not "
            + found.name());
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
    return (outlet == null
            || outlet.equalsIgnoreCase(TopicReader.header(record, "outlet"))
            || (value != null && RowFilter.isFrom(outlet, value)))
        && (speaker == null || (value != null && RowFilter.isBy(speaker, value)))
        && (entity == null || (value != null && RowFilter.concerns(entity, value)));
  }

  private String show(ConsumerRecord<String, byte[]> record, @Nullable SpecificRecord value) {
    if (format == Format.json) {
      return value == null ? raw(record) : value.toString();
    }
    if (value instanceof Claim claim) {
      return ClaimTable.row(
          Stream.concat(
                  claim.getComment() == null ? Stream.empty() : Stream.of("(a reader)"),
                  claim.getChain().stream().map(ChainLink::getName))
              .toList(),
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
