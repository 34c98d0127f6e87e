package org.hearsay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.HealthServer;
import org.hearsay.server.StageRunner;
import org.hearsay.server.StageSettings;
import org.hearsay.server.TopicAdmin;
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
      "Stopping or killing it loses nothing and writes nothing twice (exactly_once_v2)."
    })
final class RunCommand implements Callable<Integer> {
  @Mixin ClusterOptions cluster;
  @Mixin CatalogueOptions catalogue;

  @Option(names = "--threads", description = "Stream threads of each stage (default: one a core).")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      description = "Where local state is kept (default: hearsay-state in the temporary folder).")
  Path stateDirectory = Path.of(System.getProperty("java.io.tmpdir"), "hearsay-state");

  @Option(
      names = "--health-port",
      defaultValue = "8088",
      description = "Answers GET /live and /ready; 0 takes a free port, -1 none (default: 8088).")
  int healthPort = 8088;

  @Option(
      names = "--application-prefix",
      defaultValue = "hearsay-",
      description = "What the stages' application ids start with (default: ${DEFAULT-VALUE}).")
  String applicationPrefix = "hearsay-";

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
      description = "read, annotate (default: all of them).")
  List<String> stages = List.of();

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Set<String> names = new LinkedHashSet<>(stages.isEmpty() ? Stages.NAMES : stages);
    for (String name : names) {
      if (!Stages.NAMES.contains(name)) {
        throw new UserException("no stage is called " + name + "; there are " + Stages.NAMES);
      }
    }
    PrintWriter err = spec.commandLine().getErr();
    Topics topics = cluster.topics(Topics.DEFAULT_PARTITIONS);
    if (createTopics) {
      try (Admin admin = Admin.create(cluster.client())) {
        new TopicAdmin(admin).create(topics, (short) -1);
      } catch (ExecutionException e) {
        throw new UserException(
            "cannot create the topics on "
                + cluster.bootstrapServers
                + ": "
                + e.getCause()
                + "; create them yourself and say --no-create-topics",
            e);
      }
    }
    StageSettings settings =
        new StageSettings(
            cluster.bootstrapServers,
            cluster.schemaRegistry,
            topics,
            applicationPrefix,
            threads,
            stateDirectory,
            cluster.settings);
    err.println("hearsay: loading " + String.join(", ", names));
    Stages running = Stages.build(settings, catalogue.load(), names);
    StageRunner runner = running.runner();
    Thread stop = new Thread(running::close, "stop-stages");
    Runtime.getRuntime().addShutdownHook(stop);
    runner.start();
    err.println("hearsay: running " + String.join(", ", names) + "; Ctrl-C stops");
    @Nullable Throwable failed;
    if (healthPort >= 0) {
      try (HealthServer health = HealthServer.start(new InetSocketAddress(healthPort), runner)) {
        err.println("hearsay: health at http://localhost:" + health.port() + "/ready");
        failed = runner.await();
      }
    } else {
      failed = runner.await();
    }
    if (failed != null) {
      throw new UserException("a stage failed: " + failed, failed);
    }
    return 0;
  }
}
