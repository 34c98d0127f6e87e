package org.hearsay.cli.options;

import org.hearsay.store.Limits;
import picocli.CommandLine.Option;

/** How much memory the tables may use. */
public final class MemoryOption {
  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "1024",
      description = "What the tables may use beside Java's heap (default: ${DEFAULT-VALUE}).")
  int megabytes = 1024;

  /** What the tables may use, with so many threads. */
  public Limits limits(int threads) {
    return new Limits(megabytes, threads);
  }
}
