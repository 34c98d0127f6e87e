package org.hearsay.cli.output;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Tells people, now and then, that long work goes on; of short work it says nothing. */
public final class Telling {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final ScheduledExecutorService clock;

  private Telling(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  /**
   * Begins to tell, until {@link #end}.
   *
   * @param first after how long for the first time
   * @param line what is told after how long the work has gone on
   */
  public static Telling begin(PrintWriter err, Duration first, Function<Duration, String> line) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread out = new Thread(work, "telling");
              out.setDaemon(true);
              return out;
            });
    long began = System.nanoTime();
    var unused =
        clock.scheduleAtFixedRate(
            () ->
                err.println("hearsay: " + line.apply(Duration.ofNanos(System.nanoTime() - began))),
            first.toMillis(),
            EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
    return new Telling(clock);
  }

  /** Says no more. */
  public void end() {
    clock.shutdownNow();
  }
}
