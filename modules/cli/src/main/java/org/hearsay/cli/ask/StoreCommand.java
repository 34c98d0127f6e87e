package org.hearsay.cli.ask;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.TemporaryFolder;
import org.hearsay.cli.options.UserException;
import org.hearsay.store.Limits;
import org.hearsay.store.StoreException;
import org.hearsay.store.StoreInUseException;
import org.hearsay.store.loading.LoadProgress;
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
  private static final long TELLING_NANOS = Duration.ofSeconds(2).toNanos();

  @Option(
      names = "--file",
      required = true,
      paramLabel = "FILE",
      description = "The store; made where there is none.")
  Path file;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description = "Keep what is no older (default: all that the topics have).")
  @Nullable Integer days;

  @Option(names = "--until-end", description = "End when what the topics have now is read.")
  boolean untilEnd;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "1024",
      description = "What the tables may use beside Java's heap (default: ${DEFAULT-VALUE}).")
  int memory = 1024;

  @Mixin ClusterOptions cluster;

  @Spec CommandSpec spec;

  private long told = System.nanoTime();

  @Override
  public Integer call() throws InterruptedException {
    TemporaryFolder.require(TemporaryFolder.LIBRARIES);
    cluster.require(List.of(cluster.topics().claims()));
    try {
      keep();
    } catch (StoreInUseException e) {
      throw new UserException(
          file + ": another process keeps this store; ask it with hearsay query --store " + file,
          e);
    } catch (StoreException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
    return 0;
  }

  private void keep() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Limits limits = new Limits(memory, Runtime.getRuntime().availableProcessors());
    LoadSettings settings =
        LoadSettings.of(
            cluster.client(), cluster.registry(), Optional.ofNullable(days).map(Duration::ofDays));
    AtomicBoolean stopping = new AtomicBoolean();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopping.set(true);
                  await(stopped);
                },
                "store-stop"));
    try (StoreKeeper keeper =
        StoreKeeper.open(
            file,
            limits,
            cluster.topics(),
            settings,
            told -> err.println("hearsay: " + told),
            this::tell)) {
      err.println(
          "hearsay: reading the topics into " + file + "; it answers at " + keeper.socket());
      keeper.readToEnd(stopping::get);
      if (!stopping.get()) {
        err.println("hearsay: " + file + " has what the topics have");
      }
      if (!untilEnd) {
        keeper.follow(stopping::get);
      }
    } finally {
      stopped.countDown();
    }
  }

  private static void await(CountDownLatch stopped) {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(LoadProgress progress) {
    long now = System.nanoTime();
    if (now - told >= TELLING_NANOS) {
      told = now;
      spec.commandLine().getErr().println("hearsay: " + told(progress));
    }
  }

  /** How far it is, in one line. */
  static String told(LoadProgress progress) {
    String read =
        String.format(
            Locale.ROOT,
            "%,d records read, %,d claims among them, %,.0f records a second",
            progress.records(),
            progress.claims(),
            progress.recordsPerSecond());
    return progress.waiting() == 0
        ? read
        : String.format(
            Locale.ROOT,
            "%s; %,d are left, about %,d s",
            read,
            progress.waiting(),
            progress.left().toSeconds());
  }
}
