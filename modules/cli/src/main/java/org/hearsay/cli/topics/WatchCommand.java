package org.hearsay.cli.topics;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.NearNames;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.output.Format;
import org.hearsay.cli.output.RowTable;
import org.hearsay.cli.output.Wrap;
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
    description =
        "Shows a topic as it grows, as a table or as JSON lines, until Ctrl-C"
            + " or, with --until-end, up to where it ends now.")
public final class WatchCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(500);

  /** Fields that tell rows of one key apart. */
  private static final List<String> IDENTITIES = List.of("id", "position");

  /** The topics' names without their prefix, for the help. */
  static final class TopicNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return all().iterator();
    }

    List<String> all() {
      return new Topics("", 1).all().stream().map(Topic::name).toList();
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

  @Option(
      names = "--until-end",
      description = "Show what the topic holds now, from the beginning, and end.")
  boolean untilEnd;

  @Option(
      names = "--latest",
      description =
          "Show the newest row of each key that the topic holds now, and end: rows are written"
              + " again when more is known.")
  boolean latest;

  @Option(names = "--max", paramLabel = "ROWS", description = "Stop after this many rows.")
  long max = Long.MAX_VALUE;

  @Option(
      names = "--format",
      defaultValue = "table",
      description =
          "${COMPLETION-CANDIDATES}: for people, or each record as an object with its key, time and"
              + " headers beside its fields (default: ${DEFAULT-VALUE}).")
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

  private List<NameFilter> filters = List.of();
  private int width = Wrap.USUAL_WIDTH;

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
                            + NearNames.meant(topic, new TopicNames().all())
                            + "; there are "
                            + topics.all().stream()
                                .map(Topic::name)
                                .collect(Collectors.joining(", "))));
    if (speaker != null && !RowFilter.namesSpeakers(found)) {
      throw refused("--speaker", found, topics, RowFilter::namesSpeakers);
    }
    if (entity != null && !RowFilter.namesEntities(found)) {
      throw refused("--entity", found, topics, RowFilter::namesEntities);
    }
    filters = NameFilter.given(outlet, speaker, entity);
    width = Wrap.width(spec);
    cluster.require(List.of(found));
    if (!filters.isEmpty()) {
      lookUp(found);
    }
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

  /** Says at once which filters match nothing that the topic has. */
  private <V extends SpecificRecord> void lookUp(Topic<V> found) {
    List<NamesLookup.Unmatched> unmatched;
    try (TopicReader<V> reader =
        new TopicReader<>(found, cluster.client(), cluster.registry(), true)) {
      unmatched =
          NamesLookup.unmatched(
              reader, filters, found.name(), () -> CatalogueOptions.with(List.of()));
    }
    if (unmatched.isEmpty()) {
      return;
    }
    String told =
        unmatched.stream().map(NamesLookup.Unmatched::told).collect(Collectors.joining("; "));
    boolean ends = untilEnd || latest;
    if (ends && !unmatched.stream().allMatch(NamesLookup.Unmatched::known)) {
      throw new UserException(told);
    }
    // There may be some tomorrow.
    spec.commandLine()
        .getErr()
        .println("hearsay: " + told + (ends ? "" : "; waiting for one, Ctrl-C ends"));
  }

  private <V extends SpecificRecord> void watch(Topic<V> found) {
    PrintWriter out = spec.commandLine().getOut();
    try (TopicReader<V> reader =
        new TopicReader<>(
            found, cluster.client(), cluster.registry(), fromBeginning || untilEnd || latest)) {
      if (latest) {
        newest(reader).values().stream().limit(max).forEach(out::println);
        out.flush();
        return;
      }
      long shown = 0;
      // An output that nobody reads any more (| head) is the end, too.
      while (shown < max && !out.checkError() && !(untilEnd && reader.isAtEnd())) {
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

  /** What is shown of the newest row of each identity, in the order in which those were written. */
  private <V extends SpecificRecord> Map<String, String> newest(TopicReader<V> reader) {
    Map<String, String> out = new LinkedHashMap<>();
    reader.readToEnd(
        POLL,
        record -> {
          @Nullable V value = value(reader, record);
          if (record.value() == null) {
            out.keySet().removeIf(identity -> identity.startsWith(record.key() + ' '));
            return;
          }
          String identity = identity(record, value);
          out.remove(identity);
          if (matches(record, value)) {
            out.put(identity, show(record, value));
          }
        });
    return out;
  }

  /** What two rows have in common of which the newer one counts. */
  private static String identity(
      ConsumerRecord<String, byte[]> record, @Nullable SpecificRecord value) {
    for (String field : IDENTITIES) {
      Schema.@Nullable Field found = value == null ? null : value.getSchema().getField(field);
      if (found != null && value != null) {
        // Several rows of one key: the comments of an article, say.
        return record.key() + ' ' + value.get(found.pos());
      }
    }
    return record.key() + ' ';
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
    return filters.stream().allMatch(filter -> filter.matches(record, value));
  }

  private String show(ConsumerRecord<String, byte[]> record, @Nullable SpecificRecord value) {
    if (format == Format.json) {
      return RowJson.of(record, value);
    }
    return value == null
        ? Wrap.hanging(
            record.key() + ": ",
            TopicReader.rejection(record) + " (" + RowJson.size(record) + " bytes)",
            6,
            width)
        : RowTable.row(value, width);
  }
}
