package org.hearsay.cli.serve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hearsay.cli.ask.AskedOptions;
import org.hearsay.cli.ask.LoadTelling;
import org.hearsay.cli.ask.StoreKeeper;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.Stopping;
import org.hearsay.cli.options.TemporaryFolder;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.topics.TopicInbox;
import org.hearsay.store.QueryStore;
import org.hearsay.store.StoreException;
import org.hearsay.store.StoreInUseException;
import org.hearsay.store.loading.LoadSettings;
import org.hearsay.web.WebException;
import org.hearsay.web.WebServer;
import org.hearsay.web.WebSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves what was read to browsers and programs. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what was read: a dashboard for browsers, and an HTTP API, until Ctrl-C.",
      "It follows the topics of a cluster, into memory or, with --file, into a store that lasts;"
          + " with --pages it needs no Kafka: the pages are analysed first."
    })
public final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "Keep a store of the topics in this file, as hearsay store does, and show it; made where"
              + " there is none (default: in memory).")
  @Nullable Path file;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description =
          "Keep what came in no longer ago, by when its page was sent to Kafka, whenever it was"
              + " published (default: all that the topics have).")
  @Nullable Integer days;

  @Mixin ListenOptions listen;
  @Mixin SearchOptions searches;
  @Mixin AskedOptions asked;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    long sources =
        Stream.of(file != null, asked.hasPages(), asked.store().isPresent())
            .filter(given -> given)
            .count();
    if (sources > 1) {
      throw new UserException("give one of --file, --store, --pages");
    }
    if (days != null && (asked.hasPages() || asked.store().isPresent())) {
      throw new UserException("--days bounds what is read from topics: leave it out here");
    }
    WebSettings settings =
        listen.settings(false).with(searches.settings(Optional.ofNullable(file)));
    TemporaryFolder.require(TemporaryFolder.LIBRARIES);
    listen.warn(settings, err());
    try {
      if (asked.hasPages()) {
        show(asked.ofPages(), settings);
      } else if (asked.store().isPresent()) {
        show(read(asked.store().get()), settings);
      } else {
        follow(settings);
      }
    } catch (StoreException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
    return 0;
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private QueryStore read(Path store) {
    QueryStore out;
    try {
      out = QueryStore.read(store, asked.served());
    } catch (StoreInUseException e) {
      throw new UserException(
          store
              + ": another process keeps this store: stop it, and have hearsay serve --file "
              + store
              + " keep and show it",
          e);
    }
    if (!out.hasCurrentForm()) {
      out.close();
      throw new UserException(
          store
              + ": has the form of another version; hearsay serve --file "
              + store
              + " reads it anew from the topics");
    }
    return out;
  }

  /** Shows a store that nothing is written to any more. */
  private void show(QueryStore shown, WebSettings settings) throws InterruptedException {
    try (Stopping stopping = Stopping.begin();
        QueryStore store = shown;
        WebServer server = WebServer.start(store, settings)) {
      announce(settings, server.port());
      stopping.await();
    } catch (WebException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private void follow(WebSettings settings) throws InterruptedException {
    ClusterOptions cluster = asked.cluster();
    cluster.require(List.of(cluster.topics().claims()));
    Map<String, Object> client = cluster.client();
    Map<String, Object> registry = cluster.registry();
    LoadSettings load =
        LoadSettings.of(client, registry, Optional.ofNullable(days).map(Duration::ofDays));
    try (Stopping stopping = Stopping.begin();
        TopicInbox inbox = new TopicInbox(cluster.topics(), client, registry);
        ServedStore store = ServedStore.start(keeper(), settings)) {
      store.state().inbox(inbox);
      announce(settings, store.port());
      String read = file == null ? "memory" : file.toString();
      err().println("hearsay: reading the topics into " + read);
      store.follow(
          cluster.topics(),
          load,
          new LoadTelling(err()),
          () -> err().println("hearsay: " + read + " has what the topics have; following them"),
          stopping::isTold);
    }
  }

  private StoreKeeper keeper() {
    return file == null
        ? StoreKeeper.inMemory(asked.limits().forMany())
        : StoreKeeper.open(file, asked.served(), told -> err().println("hearsay: " + told));
  }

  private void announce(WebSettings settings, int port) {
    String address = listen.address(settings, port);
    err().println("hearsay: " + address + " until Ctrl-C");
    listen.openIfWanted(address, err());
  }
}
