package org.hearsay.cli.stages;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.StreamsConfig;
import org.hearsay.cli.catalogue.BuiltInOutlets;
import org.hearsay.cli.logs.LogForm;
import org.hearsay.cli.logs.Logs;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.LexiconOptions;
import org.hearsay.cli.options.TemporaryFolder;
import org.hearsay.cli.options.TopicOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.options.WindowOptions;
import org.hearsay.entities.Catalogue;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.records.topics.Stage;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.ExitStatus;
import org.hearsay.server.HealthServer;
import org.hearsay.server.RocksDbMemory;
import org.hearsay.server.StageRunner;
import org.hearsay.server.StageSettings;
import org.hearsay.topology.profile.ProfileWindows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs stages against a cluster and a registry until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs stages against a cluster and a registry, until it is stopped (Ctrl-C) or one fails.",
      "Stopping or killing it loses nothing and writes nothing twice (exactly_once_v2).",
      "It ends with 3 where disk, memory, broker or registry failed: start it again then."
    })
public final class RunCommand implements Callable<Integer> {
  private static final int DEFAULT_STORE_MEGABYTES = (int) (RocksDbMemory.DEFAULT_BYTES >> 20);

  @Mixin ClusterOptions cluster;
  @Mixin TopicOptions created;
  @Mixin CatalogueOptions catalogue;
  @Mixin LexiconOptions lexicon;
  @Mixin WindowOptions windows;
  @Mixin ApplicationOptions application;

  @Option(names = "--threads", description = "Stream threads of each stage (default: one a core).")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--store-memory",
      paramLabel = "MB",
      defaultValue = "" + DEFAULT_STORE_MEGABYTES,
      description = {
        "Memory for the state of all stages of this process, beside the Java heap (default:",
        "${DEFAULT-VALUE}). What does not fit is read from the disk: trace keeps about 10 KB an",
        "article of the last two weeks."
      })
  int storeMegabytes = DEFAULT_STORE_MEGABYTES;

  @Option(
      names = "--health-port",
      defaultValue = "8088",
      description = "Answers GET /live and /ready; 0 takes a free port, -1 none (default: 8088).")
  int healthPort = 8088;

  @Option(
      names = "--health-address",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Where it answers: others reach it on 0.0.0.0 alone, and nothing asks them who they are"
              + " (default: ${DEFAULT-VALUE}).")
  String healthAddress = "127.0.0.1";

  @Option(
      names = "--log-format",
      defaultValue = "text",
      description =
          "How a line of the log is written: text, with time, level and thread, or json, an object"
              + " a line; plain leaves out the time (default: ${DEFAULT-VALUE}).")
  LogForm logForm = LogForm.TEXT;

  @Option(
      names = "--create-topics",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Create the topics that are missing first (default: yes).")
  boolean createTopics = true;

  @Parameters(
      arity = "0..*",
      paramLabel = "STAGE",
      description = "read, annotate, trace, profile (default: all of them).")
  List<String> stages = List.of();

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try {
      return run();
    } catch (KafkaException e) {
      throw new UserException(UserException.told(e), e, ExitStatus.of(e));
    } catch (UserException e) {
      @Nullable Throwable cause = e.getCause();
      throw cause == null
          ? e
          : new UserException(String.valueOf(e.getMessage()), cause, ExitStatus.of(cause));
    }
  }

  private int run() throws InterruptedException {
    Logs.ofStages(logForm);
    Set<Stage> wanted = StageNames.of(stages);
    ProfileWindows counted = windows.windows();
    Catalogue known = catalogue.load();
    FramingTerms terms = lexicon.load();
    TemporaryFolder.require(TemporaryFolder.LIBRARIES);
    Topics topics = topics();
    StageSettings settings = settings(topics);
    if (createTopics && wanted.contains(Stage.READ)) {
      BuiltInOutlets.publish(topics, cluster.client(), cluster.registry());
    }
    PrintWriter err = spec.commandLine().getErr();
    String names = wanted.stream().map(Stage::label).collect(Collectors.joining(", "));
    err.println("hearsay: loading " + names);
    // Closed before the failure of one is told, which is the last word.
    try (Stages running =
            Stages.build(
                settings, known, () -> Models.load(known, terms, wanted), counted, wanted);
        @Nullable HealthServer health = health(running.runner())) {
      // Ctrl-C and SIGTERM end here; System.exit after a failure does, too.
      Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop-stages"));
      running.runner().start();
      err.println("hearsay: running " + names + "; Ctrl-C stops");
      if (health != null) {
        err.println("hearsay: health at http://localhost:" + health.port() + "/ready");
      }
      @Nullable Throwable failed = running.runner().await();
      if (failed != null) {
        throw new UserException(
            "a stage failed: " + UserException.why(failed), failed, ExitStatus.of(failed));
      }
    }
    return 0;
  }

  /** The topics as the cluster has them once those that were missing are made. */
  private Topics topics() throws InterruptedException {
    Topics planned = created.topics(cluster);
    created.requireNoContradiction(planned);
    if (!createTopics) {
      cluster.require(planned.all());
      return planned;
    }
    List<String> made = cluster.admin(admin -> admin.create(planned, created.replication()));
    made.forEach(name -> spec.commandLine().getErr().println("hearsay: created topic " + name));
    // Another process may have made some of them meanwhile, its own way.
    Topics topics = created.topics(cluster);
    created.requireNoContradiction(topics);
    return topics;
  }

  private StageSettings settings(Topics topics) throws InterruptedException {
    Map<String, String> passed = new LinkedHashMap<>(cluster.settings());
    if (!passed.containsKey(StreamsConfig.REPLICATION_FACTOR_CONFIG)) {
      internalCopies(topics)
          .ifPresent(
              copies ->
                  passed.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, Integer.toString(copies)));
    }
    return new StageSettings(
        cluster.bootstrapServers,
        cluster.schemaRegistry,
        topics,
        application.prefix,
        threads,
        application.stateDirectory,
        (long) storeMegabytes << 20,
        passed);
  }

  /** Stages lose with a broker what topics of their own have one copy of, whatever others have. */
  private OptionalInt internalCopies(Topics topics) throws InterruptedException {
    return created.replication() > 0
        ? OptionalInt.of(created.replication())
        : cluster.admin(admin -> admin.copies(topics));
  }

  private @Nullable HealthServer health(StageRunner runner) {
    if (healthPort < 0) {
      return null;
    }
    try {
      return HealthServer.start(
          new InetSocketAddress(InetAddress.getByName(healthAddress), healthPort), runner);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException(
          "cannot listen on --health-address "
              + healthAddress
              + " --health-port "
              + healthPort
              + ": "
              + UserException.why(e),
          e);
    }
  }
}
