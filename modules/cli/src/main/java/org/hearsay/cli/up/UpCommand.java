package org.hearsay.cli.up;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.hearsay.cli.ask.StoreKeeper;
import org.hearsay.cli.logs.Logs;
import org.hearsay.cli.options.CatalogueOptions;
import org.hearsay.cli.options.LexiconOptions;
import org.hearsay.cli.options.MemoryOption;
import org.hearsay.cli.options.TemporaryFolder;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.serve.ListenOptions;
import org.hearsay.cli.serve.SearchesOption;
import org.hearsay.cli.serve.ServedStore;
import org.hearsay.cli.stages.LocalPipeline;
import org.hearsay.cli.stages.Models;
import org.hearsay.cli.topics.PagePublisher;
import org.hearsay.entities.Catalogue;
import org.hearsay.framing.terms.FramingTerms;
import org.hearsay.local.LocalCluster;
import org.hearsay.records.topics.Stage;
import org.hearsay.server.StageHealth;
import org.hearsay.store.StoreException;
import org.hearsay.topology.profile.ProfileWindows;
import org.hearsay.web.WebSettings;
import org.hearsay.web.searches.SearchSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything on this machine, in a folder that lasts. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Runs everything on this machine until Ctrl-C: a broker, a registry, the stages, a store and"
          + " a dashboard, on a folder that lasts; the next start goes on where this one stops.",
      "Pages are read that are dropped into the folder inbox in it, that feeds name (--feed, or a"
          + " line each in its feeds.txt), or that are sent over HTTP (POST /api/pages). A file is"
          + " moved to taken, or to refused with the reason beside it; a pages.tsv beside pages"
          + " says where they were fetched."
    })
public final class UpCommand implements Callable<Integer> {
  private static final ProfileWindows WINDOWS =
      new ProfileWindows(
          ProfileWindows.DEFAULT.size(),
          ProfileWindows.DEFAULT.advance(),
          ProfileWindows.DEFAULT.grace(),
          true);

  /** More than cores that one machine gives to language work; fewer cost the next one some. */
  private static final int LEAST_PARTITIONS = 4;

  private static final int MOST_PARTITIONS = 12;
  private static final Duration TELLING = Duration.ofSeconds(10);
  private static final Duration ASKING = Duration.ofSeconds(2);
  private static final Duration LOOKING = Duration.ofMillis(500);

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = "hearsay-data",
      description = "Where everything lies; made where there is none (default: ${DEFAULT-VALUE}).")
  Path path = Path.of("hearsay-data");

  @Option(names = "--threads", description = "Stream threads of each stage (default: one a core).")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description =
          "Keep in the store what came in no longer ago, by when its page was read, whenever it was"
              + " published (default: all).")
  @Nullable Integer days;

  @Option(names = "--verbose", description = "Show what the stages and the broker log, too.")
  boolean verbose;

  @Mixin MemoryOption memory;
  @Mixin FeedOptions feeds;
  @Mixin ListenOptions listen;
  @Mixin SearchesOption searches;
  @Mixin CatalogueOptions catalogueOptions;
  @Mixin LexiconOptions lexiconOptions;

  @Spec CommandSpec spec;

  private final long began = System.nanoTime();

  @Override
  public Integer call() throws ExecutionException, InterruptedException {
    if (verbose) {
      Logs.showStages();
    }
    WebSettings settings = listen.settings(listen.isLoopback());
    feeds.check();
    SearchSettings searched =
        SearchesOption.checked(
            new SearchSettings(searches.file(), Optional.empty(), feeds.allowPrivate));
    Catalogue catalogue = catalogueOptions.load();
    FramingTerms lexicon = lexiconOptions.load();
    TemporaryFolder.require(TemporaryFolder.LIBRARIES);
    listen.warn(settings, err());
    try (UpFolder folder = UpFolder.open(path)) {
      requireFree(settings);
      CompletableFuture<LocalCluster> starting =
          beside("cluster", () -> LocalCluster.start(folder.path()));
      ServedStore store =
          ServedStore.start(
              keeper(folder),
              settings.with(
                  new SearchSettings(
                      searched.given(),
                      Optional.of(SearchSettings.file(folder.store())),
                      feeds.allowPrivate)));
      store.state().stages(LocalPipeline::beingStarted);
      announce(store, settings);
      // Not before: who looks at what was read yesterday need not wait for models.
      CompletableFuture<Models> loading =
          beside("models", () -> Models.load(catalogue, lexicon, EnumSet.allOf(Stage.class)));
      try (LocalCluster cluster = join(starting)) {
        say("broker and registry run");
        LocalPipeline pipeline =
            LocalPipeline.on(
                cluster, partitions(), err(), "Make room, and start again: it goes on.");
        pipeline.keep(store, Optional.ofNullable(days).map(Duration::ofDays), () -> {});
        pipeline.publish(catalogue);
        pipeline.start(catalogue, WINDOWS, threads, join(loading));
        take(folder, pipeline);
        tell(cluster, folder, pipeline);
      }
    } catch (StoreException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
    return 0;
  }

  /** Before anything is started that would have to be stopped again. */
  private static void requireFree(WebSettings settings) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException e) {
      throw new UserException(
          "cannot listen on "
              + settings.host()
              + " port "
              + settings.port()
              + ": "
              + UserException.why(e)
              + "; --port takes another one, 0 a free one",
          e);
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private void say(String what) {
    err().printf("hearsay: %s after %.1f s%n", what, (System.nanoTime() - began) / 1e9);
  }

  private int partitions() {
    return Math.min(MOST_PARTITIONS, Math.max(LEAST_PARTITIONS, threads));
  }

  private static <T> CompletableFuture<T> beside(String name, Supplier<T> work) {
    CompletableFuture<T> out = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                out.complete(work.get());
              } catch (Throwable e) {
                out.completeExceptionally(e);
              }
            },
            name + "-start");
    thread.setDaemon(true);
    thread.start();
    return out;
  }

  private static <T> T join(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private StoreKeeper keeper(UpFolder folder) {
    return StoreKeeper.open(
        folder.store(), memory.limits(threads), told -> err().println("hearsay: " + told));
  }

  private void announce(ServedStore store, WebSettings settings) {
    String address = listen.address(settings, store.port());
    say(address + " answers");
    listen.openIfWanted(address, err());
  }

  /** From now on pages are taken, from wherever they come. */
  private void take(UpFolder folder, LocalPipeline pipeline) {
    PagePublisher publisher =
        new PagePublisher(pipeline.topics(), pipeline.client(), pipeline.registry());
    pipeline.endWithBroker(publisher::close);
    Inbox inbox = new Inbox(folder, publisher::send, pipeline::publish, System::nanoTime, err());
    pipeline.endWith(Repeated.start("inbox", LOOKING, inbox::look, err())::close);
    Feeds asked =
        new Feeds(
            new Feeds.Choice(feeds.given, folder.feeds(), fetched(folder), feeds.every),
            feeds.settings(),
            publisher::send,
            System::nanoTime,
            err());
    Repeated asking = Repeated.start("feeds", ASKING, asked::look, err());
    pipeline.endWith(
        () -> {
          asked.stop();
          asking.interrupt();
        });
  }

  private static FetchedNames fetched(UpFolder folder) {
    try {
      return new FetchedNames(folder.fetched());
    } catch (IOException e) {
      throw new UserException(folder.fetched() + ": " + UserException.why(e), e);
    }
  }

  /** Says how it goes, until it ends. */
  private void tell(LocalCluster cluster, UpFolder folder, LocalPipeline pipeline)
      throws InterruptedException {
    while (!pipeline.isReady()) {
      if (pipeline.hasEnded(LOOKING)) {
        return;
      }
    }
    say("pages are read");
    err().println("hearsay: drop pages into " + folder.inbox() + "; Ctrl-C stops");
    err().println("hearsay: for other commands, in another shell:");
    err().println("  export HEARSAY_BOOTSTRAP_SERVERS=" + cluster.bootstrapServers());
    err().println("  export HEARSAY_SCHEMA_REGISTRY=" + cluster.registryUrl());
    err().println("  bin/hearsay ask relays --store " + folder.store());
    long before = 0;
    while (!pipeline.hasEnded(TELLING)) {
      long left = pipeline.health().stream().mapToLong(StageHealth::lag).sum();
      if (left > 0) {
        err().println("hearsay: " + left + " records wait for the stages");
      } else if (before > 0) {
        err().println("hearsay: all that came is read");
      }
      before = left;
    }
  }
}
