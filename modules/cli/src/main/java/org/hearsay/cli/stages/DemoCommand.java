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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.hearsay.cli.ask.StoreKeeper;
import org.hearsay.cli.logs.Logs;
import org.hearsay.cli.options.TemporaryFolder;
import org.hearsay.cli.output.Wrap;
import org.hearsay.cli.pages.PageList;
import org.hearsay.cli.pages.PageList.ListedPage;
import org.hearsay.cli.serve.ServedStore;
import org.hearsay.cli.topics.PagePublisher;
import org.hearsay.entities.Catalogue;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.topics.Stage;
import org.hearsay.store.Limits;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.profile.ProfileWindows;
import org.hearsay.web.WebSettings;
import org.jspecify.annotations.Nullable;
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

  /** Where {@code serve} listens, too. */
  private static final int DASHBOARD = 8089;

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
      Logs.showStages();
    }
    PageList list = PageList.in(samples == null ? PageList.samples() : samples);
    List<ListedPage> pages = list.pages();
    Catalogue catalogue = list.catalogue();
    TemporaryFolder.require(data == null ? TEMPORARY : TemporaryFolder.LIBRARIES);
    err().println("hearsay: starting a broker and a schema registry on this machine");
    try (LocalCluster cluster =
        data == null ? LocalCluster.startTemporary() : LocalCluster.start(data)) {
      err().printf("hearsay: they run after %.1f s; loading models%n", seconds());
      LocalPipeline pipeline =
          LocalPipeline.on(cluster, PARTITIONS, err(), "--data DIR puts them elsewhere");
      pipeline.publish(catalogue);
      Models models =
          Models.load(
              catalogue, FramingTerms.builtIn(ReadingLanguage.CODE), EnumSet.allOf(Stage.class));
      pipeline.start(catalogue, ONE_WINDOW, Runtime.getRuntime().availableProcessors(), models);
      DemoResults results;
      // Before the pages are sent: what comes from now on is of this run.
      try (DemoCollector collector =
          new DemoCollector(pipeline.topics(), pipeline.client(), pipeline.registry())) {
        publish(pages, pipeline);
        err().printf("hearsay: %d pages sent after %.1f s%n", pages.size(), seconds());
        results = collector.collect(pages, Duration.ofSeconds(timeout), pipeline.runner());
      }
      new DemoReport(spec.commandLine().getOut(), Wrap.width(spec)).print(results);
      err().printf("hearsay: done after %.1f s%n", seconds());
      if (keep) {
        leaveRunning(cluster, pipeline);
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

  /** Shows a store of what there is, says how to reach all, and waits for a fault or Ctrl-C. */
  private void leaveRunning(LocalCluster cluster, LocalPipeline pipeline)
      throws InterruptedException {
    Path file = cluster.folder().resolve("store.duckdb");
    StoreKeeper keeper =
        StoreKeeper.open(file, Limits.standard(), told -> err().println("hearsay: " + told));
    ServedStore store =
        ServedStore.start(
            keeper, WebSettings.local(DASHBOARD).withSql(true), WebSettings.local(0).withSql(true));
    pipeline.keep(
        store,
        Optional.empty(),
        () -> {
          err()
              .println(
                  "hearsay: still running, until Ctrl-C. For other commands, in another shell:");
          err().println("  export HEARSAY_BOOTSTRAP_SERVERS=" + cluster.bootstrapServers());
          err().println("  export HEARSAY_SCHEMA_REGISTRY=" + cluster.registryUrl());
          err().println("  bin/hearsay ask sources --about kfor --store " + file);
          err().println("  bin/hearsay watch claims --from-beginning");
          err().println("  bin/hearsay ingest --url https://where.it.was/found page.html");
          err().println("hearsay: the dashboard: http://localhost:" + store.port());
        });
    pipeline.await();
  }

  private static void publish(List<ListedPage> pages, LocalPipeline pipeline)
      throws IOException, InterruptedException {
    try (PagePublisher publisher =
        new PagePublisher(pipeline.topics(), pipeline.client(), pipeline.registry())) {
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
