package org.hearsay.cli.stages;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.hearsay.cli.ask.StoreKeeper;
import org.hearsay.cli.catalogue.BuiltInOutlets;
import org.hearsay.cli.options.TemporaryFolder;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.output.Wrap;
import org.hearsay.cli.pages.PageList;
import org.hearsay.cli.pages.PageList.ListedPage;
import org.hearsay.cli.topics.PagePublisher;
import org.hearsay.cli.topics.RecordPublisher;
import org.hearsay.entities.Catalogue;
import org.hearsay.entities.Outlet;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.topics.Stage;
import org.hearsay.records.topics.Topics;
import org.hearsay.server.RocksDbMemory;
import org.hearsay.server.StageRunner;
import org.hearsay.server.StageSettings;
import org.hearsay.server.TopicAdmin;
import org.hearsay.store.Limits;
import org.hearsay.store.loading.LoadSettings;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.profile.ProfileWindows;
import org.hearsay.topology.records.CatalogueRecords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job on one machine: local parts, the sample pages in, their claims out. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a broker and a schema registry on this machine, runs the stages on the sample pages",
      "(fiction written for this project) and prints the claims with their chains."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int PARTITIONS = 2;

  /** All samples at once, and without waiting for a window to end. */
  private static final ProfileWindows ONE_WINDOW =
      new ProfileWindows(Duration.ofDays(3650), Duration.ofDays(3650), Duration.ofDays(1), true);

  /** A run that was killed must not keep the next one on the same data waiting for a minute. */
  private static final Map<String, String> SOON_FORGOTTEN =
      Map.of("session.timeout.ms", "10000", "heartbeat.interval.ms", "3000");

  /** What the data of a run and native libraries take, in MB. */
  private static final int TEMPORARY = 200;

  @Option(names = "--keep", description = "Leave everything running and say how to reach it.")
  boolean keep;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep the broker's and the registry's data there (default: a temporary folder).")
  @Nullable Path data;

  @Option(
      names = "--samples",
      paramLabel = "DIR",
      description = "The folder with pages.tsv (default: the project's samples).")
  @Nullable Path samples;

  @Option(
      names = "--timeout",
      defaultValue = "300",
      description = "Seconds without any progress to give up after (default: ${DEFAULT-VALUE}).")
  int timeout = 300;

  @Option(names = "--verbose", description = "Show what the stages and the broker log, too.")
  boolean verbose;

  @Spec CommandSpec spec;

  private final long began = System.nanoTime();

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    if (verbose) {
      StageLogs.show();
    }
    PageList list = PageList.in(samples == null ? PageList.samples() : samples);
    List<ListedPage> pages = list.pages();
    Catalogue catalogue = list.catalogue();
    TemporaryFolder.require(data == null ? TEMPORARY : TemporaryFolder.LIBRARIES);
    err().println("hearsay: starting a broker and a schema registry on this machine");
    try (LocalCluster cluster =
        data == null ? LocalCluster.startTemporary() : LocalCluster.start(data)) {
      err().printf("hearsay: they run after %.1f s; loading models%n", seconds());
      endWithBroker(cluster);
      Topics topics = new Topics(Topics.DEFAULT_PREFIX, PARTITIONS);
      Map<String, Object> client = Map.of("bootstrap.servers", cluster.bootstrapServers());
      Map<String, Object> registry = Map.of("schema.registry.url", cluster.registryUrl());
      try (Admin admin = Admin.create(client)) {
        new TopicAdmin(admin).create(topics, (short) 1);
      }
      BuiltInOutlets.publish(topics, client, registry);
      publish(catalogue, topics, client, registry);
      try (Stages stages = stages(cluster, topics, catalogue)) {
        Runnable stop = stages::close;
        cluster.beforeStop(
            () -> {
              // Stages would wait for a broker that has given up.
              if (!cluster.failed().isDone()) {
                stop.run();
              }
            });
        stages.runner().start();
        DemoResults results;
        // Before the pages are sent: what comes from now on is of this run.
        try (DemoCollector collector = new DemoCollector(topics, client, registry)) {
          publish(pages, topics, client, registry);
          err().printf("hearsay: %d pages sent after %.1f s%n", pages.size(), seconds());
          results = collector.collect(pages, Duration.ofSeconds(timeout), stages.runner());
        }
        new DemoReport(spec.commandLine().getOut(), Wrap.width(spec)).print(results);
        err().printf("hearsay: done after %.1f s%n", seconds());
        if (keep) {
          leaveRunning(cluster, topics, stages.runner());
        }
      }
    }
    return 0;
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }

  private static Stages stages(LocalCluster cluster, Topics topics, Catalogue catalogue) {
    StageSettings settings =
        new StageSettings(
            cluster.bootstrapServers(),
            cluster.registryUrl(),
            topics,
            "hearsay-",
            Math.min(PARTITIONS, Runtime.getRuntime().availableProcessors()),
            cluster.folder().resolve("stages"),
            RocksDbMemory.DEFAULT_BYTES,
            SOON_FORGOTTEN);
    return Stages.build(
        settings,
        catalogue,
        FramingTerms.builtIn(ReadingLanguage.CODE),
        ONE_WINDOW,
        EnumSet.allOf(Stage.class));
  }

  /** Keeps a store of what there is, says how to reach all, and waits for a fault or Ctrl-C. */
  private void leaveRunning(LocalCluster cluster, Topics topics, StageRunner runner)
      throws InterruptedException {
    Path file = cluster.folder().resolve("store.duckdb");
    LoadSettings settings =
        LoadSettings.of(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            Map.of("schema.registry.url", cluster.registryUrl()),
            Optional.empty());
    try (StoreKeeper keeper =
        StoreKeeper.open(file, Limits.standard(), told -> err().println("hearsay: " + told))) {
      keeper.connect(topics, settings, progress -> {});
      AtomicBoolean stopping = new AtomicBoolean();
      Thread following = new Thread(() -> follow(keeper, stopping), "store");
      following.start();
      Runnable stop =
          () -> {
            stopping.set(true);
            try {
              following.join();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          };
      cluster.beforeStop(stop);
      err().println("hearsay: still running, until Ctrl-C. For other commands, in another shell:");
      err().println("  export HEARSAY_BOOTSTRAP_SERVERS=" + cluster.bootstrapServers());
      err().println("  export HEARSAY_SCHEMA_REGISTRY=" + cluster.registryUrl());
      err().println("  bin/hearsay ask sources --about kfor --store " + file);
      err().println("  bin/hearsay watch claims --from-beginning");
      err().println("  bin/hearsay ingest --url https://where.it.was/found page.html");
      @Nullable Throwable failed = runner.await();
      stop.run();
      if (failed != null) {
        throw new UserException("a stage failed: " + UserException.why(failed), failed);
      }
    }
  }

  private void follow(StoreKeeper keeper, AtomicBoolean stopping) {
    try {
      keeper.follow(stopping::get);
    } catch (RuntimeException e) {
      err().println("hearsay: the store is not kept any more: " + UserException.why(e));
    }
  }

  /** Whatever waits for an answer of a broker that has given up waits for minutes, or for ever. */
  private void endWithBroker(LocalCluster cluster) {
    CompletableFuture<Void> unused =
        cluster
            .failed()
            .thenRunAsync(
                () -> {
                  err()
                      .println(
                          "hearsay: the broker on this machine has failed: has the folder of its"
                              + " data, "
                              + cluster.folder()
                              + ", no room any more? --data DIR puts them elsewhere");
                  System.exit(CommandLine.ExitCode.SOFTWARE);
                });
  }

  /** The outlets of the folder, as {@code catalogue publish} sends them: for those who read on. */
  private static void publish(
      Catalogue catalogue, Topics topics, Map<String, Object> client, Map<String, Object> registry)
      throws InterruptedException {
    Catalogue known = Catalogue.builtIn();
    try (RecordPublisher publisher = new RecordPublisher(client, registry)) {
      for (Outlet outlet : catalogue.outlets()) {
        if (known.outlet(outlet.id()).filter(outlet::equals).isEmpty()) {
          publisher.send(topics.outlets(), outlet.id(), CatalogueRecords.record(outlet));
        }
      }
      publisher.confirm();
    }
  }

  private static void publish(
      List<ListedPage> pages,
      Topics topics,
      Map<String, Object> client,
      Map<String, Object> registry)
      throws IOException, InterruptedException {
    try (PagePublisher publisher = new PagePublisher(topics, client, registry)) {
      Map<String, Future<RecordMetadata>> sent = new LinkedHashMap<>();
      for (ListedPage page : pages) {
        sent.put(
            page.file().toString(),
            publisher.send(page.url(), page.contentType(), Files.readAllBytes(page.file())));
      }
      for (Map.Entry<String, Future<RecordMetadata>> each : sent.entrySet()) {
        PagePublisher.confirm(each.getKey(), each.getValue());
      }
    }
  }
}
