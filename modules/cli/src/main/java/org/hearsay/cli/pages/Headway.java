package org.hearsay.cli.pages;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hearsay.cli.output.Telling;

/** How far the work on several inputs is. Shared by threads. */
final class Headway {
  /** Work that takes longer tells how far it is. */
  private static final Duration FIRST = Duration.ofSeconds(5);

  /** When the work on each began that is worked on, the longest first. */
  private final Map<String, Long> begun = new LinkedHashMap<>();

  private int done;

  /** Begins to tell on a stream, until that ends. */
  Telling told(PrintWriter err) {
    return Telling.begin(err, FIRST, passed -> line());
  }

  /** Work on one input, while which it counts as worked on. */
  <T> T of(String input, Callable<T> work) throws Exception {
    begin(input);
    try {
      return work.call();
    } finally {
      end(input);
    }
  }

  private synchronized void begin(String input) {
    begun.put(input, System.nanoTime());
  }

  private synchronized void end(String input) {
    begun.remove(input);
    done++;
  }

  private synchronized String line() {
    if (done == 0 && begun.isEmpty()) {
      return "loading the models";
    }
    StringBuilder out = new StringBuilder().append(done).append(" done");
    begun.entrySet().stream()
        .findFirst()
        .ifPresent(
            longest ->
                out.append(
                    String.format(
                        Locale.ROOT,
                        ", at work on %s for %d s",
                        longest.getKey(),
                        Duration.ofNanos(System.nanoTime() - longest.getValue()).toSeconds())));
    return out.toString();
  }
}
