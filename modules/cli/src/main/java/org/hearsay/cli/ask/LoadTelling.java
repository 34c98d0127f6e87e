package org.hearsay.cli.ask;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearsay.store.loading.LoadProgress;
import org.jspecify.annotations.Nullable;

/** Tells how far topics are read, every two seconds. One thread reads them; others may ask. */
public final class LoadTelling implements Consumer<LoadProgress> {
  private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();

  private final PrintWriter err;
  private long told = System.nanoTime();
  private volatile @Nullable LoadProgress last;

  /** On that stream. */
  public LoadTelling(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void accept(LoadProgress progress) {
    last = progress;
    long now = System.nanoTime();
    if (now - told >= EVERY_NANOS) {
      told = now;
      err.println("hearsay: " + line(progress));
    }
  }

  /** How far it came; none where nothing was read. */
  Optional<String> last() {
    return Optional.ofNullable(last).map(LoadTelling::line);
  }

  /** How far it is, in one line. */
  static String line(LoadProgress progress) {
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
