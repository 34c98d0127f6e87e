package org.hearsay.cli.ask;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.MemoryOption;
import org.hearsay.cli.options.Stopping;
import org.hearsay.cli.options.TemporaryFolder;
import org.hearsay.cli.options.UserException;
import org.hearsay.store.Limits;
import org.hearsay.store.StoreException;
import org.hearsay.store.loading.LoadSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps a store. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the topics into the tables of a file, and goes on as records come, until Ctrl-C.",
      "Meanwhile hearsay query --store FILE and hearsay ask --store FILE answer from it. A store"
          + " that is stopped, or killed, goes on where it was: nothing is lost, nothing is there"
          + " twice."
    })
public final class StoreCommand implements Callable<Integer> {

  @Option(
      names = "--file",
      required = true,
      paramLabel = "FILE",
      description = "The store; made where there is none.")
  Path file;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description =
          "Keep what came in no longer ago, by when its page was sent to Kafka, whenever it was"
              + " published (default: all that the topics have).")
  @Nullable Integer days;

  @Option(names = "--until-end", description = "End when what the topics have now is read.")
  boolean untilEnd;

  @Mixin MemoryOption memory;
  @Mixin ClusterOptions cluster;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    TemporaryFolder.require(TemporaryFolder.LIBRARIES);
    cluster.require(List.of(cluster.topics().claims()));
    PrintWriter err = spec.commandLine().getErr();
    Limits limits = memory.limits(Runtime.getRuntime().availableProcessors());
    LoadSettings settings =
        LoadSettings.of(
            cluster.client(), cluster.registry(), Optional.ofNullable(days).map(Duration::ofDays));
    try (Stopping stopping = Stopping.begin();
        StoreKeeper keeper =
            StoreKeeper.open(file, limits, told -> err.println("hearsay: " + told))) {
      LoadTelling telling = new LoadTelling(err);
      keeper.connect(cluster.topics(), settings, telling);
      err.println(
          "hearsay: reading the topics into "
              + file
              + keeper.socket().map(socket -> "; it answers at " + socket).orElse(""));
      keeper.readToEnd(stopping::isTold);
      if (!stopping.isTold()) {
        err.println(
            "hearsay: "
                + file
                + " has what the topics have"
                + telling.last().map(read -> ": " + read).orElse(""));
      }
      if (!untilEnd) {
        keeper.follow(stopping::isTold);
      }
    } catch (StoreException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
    return 0;
  }
}
