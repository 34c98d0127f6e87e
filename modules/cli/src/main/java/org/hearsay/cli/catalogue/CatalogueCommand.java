package org.hearsay.cli.catalogue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.topics.RecordPublisher;
import org.hearsay.cli.topics.TopicReader;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.CatalogueException;
import org.hearsay.entities.CatalogueSource;
import org.hearsay.entities.CatalogueWriter;
import org.hearsay.entities.Entity;
import org.hearsay.entities.Outlet;
import org.hearsay.records.topics.Topic;
import org.hearsay.records.topics.Topics;
import org.hearsay.text.Fold;
import org.hearsay.topology.CatalogueRecords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks, publishes and shows the catalogue of entities and outlets. */
@Command(
    name = "catalogue",
    mixinStandardHelpOptions = true,
    description = {
      "Checks, publishes and shows the catalogue of entities and outlets.",
      "What is published takes effect within seconds in the stages that run."
    },
    subcommands = {
      CatalogueCommand.Check.class,
      CatalogueCommand.Publish.class,
      CatalogueCommand.Show.class,
      CatalogueCommand.Export.class,
      CatalogueCommand.Replay.class
    })
public final class CatalogueCommand implements Runnable {
  private static final Duration POLL = Duration.ofMillis(500);

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do; see hearsay catalogue --help");
  }

  /** Says what is wrong with catalogue files. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Says what is wrong with catalogue files, beside the built-in catalogue: each problem with",
        "its file and line. Exit status 1 where there is one. Names that may be taken for something",
        "else, such as acronyms that are words or that others have too, are told as notes; without a",
        "FILE, those of the built-in catalogue."
      })
  static final class Check implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "FILE", description = "YAML files.")
    List<Path> files = List.of();

    @Option(names = "--alone", description = "Check the files without the built-in catalogue.")
    boolean alone;

    @Option(names = "--strict", description = "Exit status 1 also where there is a note.")
    boolean strict;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try {
        List<CatalogueSource> sources = sources(files);
        Catalogue catalogue = alone ? Catalogue.load(sources) : Catalogue.builtInAnd(sources);
        List<String> doubtful = Catalogue.doubtful(sources);
        doubtful.forEach(doubt -> out.println(doubt.replaceFirst(": ", ": note: ")));
        out.println(
            catalogue.entities().size()
                + " entities and "
                + catalogue.outlets().size()
                + " outlets, nothing wrong"
                + (doubtful.isEmpty() ? "" : ", " + doubtful.size() + " notes"));
        return strict && !doubtful.isEmpty() ? 1 : 0;
      } catch (CatalogueException e) {
        e.problems().forEach(out::println);
        return 1;
      }
    }
  }

  /** Puts catalogue files into the catalogue's topics. */
  @Command(
      name = "publish",
      mixinStandardHelpOptions = true,
      description = {
        "Puts the entries of catalogue files into the catalogue's topics: each takes the place of the",
        "entry with its id. Files that hold a problem are refused as a whole."
      })
  static final class Publish implements Callable<Integer> {
    @Mixin ClusterOptions cluster;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "YAML files.")
    List<Path> files = List.of();

    @Option(names = "--built-in", description = "Publish the built-in catalogue too.")
    boolean builtIn;

    @Option(
        names = "--remove",
        paramLabel = "ID",
        description = "Leave the entry with this id out, built-in or not; may be repeated.")
    List<String> removed = List.of();

    @Option(
        names = "--reset",
        paramLabel = "ID",
        description = "Take back what was published for this id; may be repeated.")
    List<String> reset = List.of();

    @Spec CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      Catalogue known = Catalogue.builtIn();
      Catalogue catalogue = catalogue();
      Topics topics = cluster.topics(Topics.DEFAULT_PARTITIONS);
      int sent = 0;
      try (RecordPublisher publisher = new RecordPublisher(cluster.client(), cluster.registry())) {
        for (Entity entity : catalogue.entities()) {
          if (builtIn || known.entity(entity.id()).filter(entity::equals).isEmpty()) {
            publisher.send(topics.entities(), entity.id(), CatalogueRecords.record(entity));
            sent++;
          }
        }
        for (Outlet outlet : catalogue.outlets()) {
          if (builtIn || known.outlet(outlet.id()).filter(outlet::equals).isEmpty()) {
            publisher.send(topics.outlets(), outlet.id(), CatalogueRecords.record(outlet));
            sent++;
          }
        }
        for (String id : removed) {
          boolean outlet = known.outlet(id).isPresent();
          if (outlet) {
            publisher.send(
                topics.outlets(),
                id,
                org.hearsay.records.Outlet.newBuilder()
                    .setId(id)
                    .setName(id)
                    .setRemoved(true)
                    .build());
          } else {
            publisher.send(
                topics.entities(),
                id,
                org.hearsay.records.Entity.newBuilder()
                    .setId(id)
                    .setName(id)
                    .setType("OTHER")
                    .setRemoved(true)
                    .build());
          }
          sent++;
        }
        for (String id : reset) {
          publisher.send(topics.entities(), id, null);
          publisher.send(topics.outlets(), id, null);
          sent++;
        }
        publisher.confirm();
      }
      spec.commandLine().getErr().println("hearsay: " + sent + " entries published");
      return 0;
    }

    /** What the files say, checked against the built-in catalogue with their entries in place. */
    private Catalogue catalogue() {
      try {
        return Catalogue.builtInAnd(sources(files));
      } catch (CatalogueException e) {
        throw new UserException(String.valueOf(e.getMessage()), e);
      }
    }
  }

  /** Which catalogue is looked at. */
  static final class Looked {
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
      Topics topics = cluster.topics(Topics.DEFAULT_PARTITIONS);
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
            POLL,
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

  /** Shows entries. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows the entries of an id, or of a name or a part of one, as YAML.")
  static final class Show implements Callable<Integer> {
    @Mixin Looked looked;

    @Parameters(paramLabel = "NAME", description = "An id, or a name or a part of one.")
    String name;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      Catalogue catalogue = looked.load();
      String folded = Fold.name(name);
      List<Entity> entities =
          catalogue.entities().stream()
              .filter(
                  e ->
                      e.id().equals(name)
                          || has(folded, e.name(), e.aliases())
                          || has(folded, e.name(), e.shared())
                          || has(folded, e.name(), e.bare()))
              .toList();
      List<Outlet> outlets =
          catalogue.outlets().stream()
              .filter(
                  o ->
                      o.id().equals(name)
                          || has(folded, o.name(), o.aliases())
                          || has(folded, o.name(), o.shared())
                          || o.hosts().contains(name))
              .toList();
      if (entities.isEmpty() && outlets.isEmpty()) {
        throw new UserException("the catalogue knows nothing by the name " + name);
      }
      spec.commandLine().getOut().print(CatalogueWriter.yaml(entities, outlets));
      spec.commandLine().getOut().flush();
      return 0;
    }

    private static boolean has(String folded, String name, List<String> names) {
      return Fold.name(name).contains(folded)
          || names.stream().anyMatch(n -> Fold.name(n).contains(folded));
    }
  }

  /** Prints the whole catalogue. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Prints the whole catalogue as YAML that can be edited and published again.")
  static final class Export implements Callable<Integer> {
    @Mixin Looked looked;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      Catalogue catalogue = looked.load();
      spec.commandLine()
          .getOut()
          .print(CatalogueWriter.yaml(catalogue.entities(), catalogue.outlets()));
      spec.commandLine().getOut().flush();
      return 0;
    }
  }

  /** Sends articles and comments through annotate again. */
  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = {
        "Sends the articles and comments that are still kept through annotate again, so that a change",
        "of the catalogue reaches them. Their rows are written anew under the same ids, with the",
        "header replay."
      })
  static final class Replay implements Callable<Integer> {
    @Mixin ClusterOptions cluster;

    @Option(
        names = "--since",
        paramLabel = "TIME",
        description = "Only what was written since, as 2024-05-01T00:00:00Z.")
    @Nullable Instant since;

    @Option(
        names = "--containing",
        paramLabel = "TEXT",
        description = "Only texts that contain this, case and diacritics folded.")
    @Nullable String containing;

    @Spec CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      Topics topics = cluster.topics(Topics.DEFAULT_PARTITIONS);
      int articles;
      int comments;
      try (RecordPublisher publisher = new RecordPublisher(cluster.client(), cluster.registry())) {
        articles =
            replay(
                topics.articles(),
                publisher,
                article -> article.getId(),
                article -> article.getBody());
        comments =
            replay(
                topics.comments(),
                publisher,
                comment -> comment.getArticleId() + " " + comment.getPosition(),
                comment -> comment.getText());
        publisher.confirm();
      }
      spec.commandLine()
          .getErr()
          .println("hearsay: " + articles + " articles and " + comments + " comments sent again");
      return 0;
    }

    private <V extends SpecificRecord> int replay(
        Topic<V> topic,
        RecordPublisher publisher,
        java.util.function.Function<V, String> identity,
        java.util.function.Function<V, String> text) {
      @Nullable String wanted = containing == null ? null : Fold.name(containing);
      // The last record of each: what was replayed before stands in the topic twice.
      Map<String, ConsumerRecord<String, byte[]>> last = new LinkedHashMap<>();
      try (TopicReader<V> reader =
          new TopicReader<>(topic, cluster.client(), cluster.registry(), true)) {
        reader.readToEnd(
            POLL,
            record -> {
              boolean late = since == null || record.timestamp() >= since.toEpochMilli();
              @Nullable V value = late ? reader.value(record) : null;
              if (value != null
                  && (wanted == null || Fold.name(text.apply(value)).contains(wanted))) {
                last.put(identity.apply(value), record);
              }
            });
      }
      last.values().forEach(record -> publisher.sendAgain(topic, record));
      return last.size();
    }
  }

  private static List<CatalogueSource> sources(List<Path> files) {
    List<CatalogueSource> sources = new ArrayList<>();
    for (Path file : files) {
      try {
        sources.add(
            new CatalogueSource(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(
            new IOException("cannot read the catalogue file " + file + ": " + e, e));
      }
    }
    return sources;
  }
}
