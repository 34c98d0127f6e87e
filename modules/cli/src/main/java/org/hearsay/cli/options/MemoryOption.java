package org.hearsay.cli.options;

import org.hearsay.store.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much memory the tables may use. */
public final class MemoryOption {
  @Option(
      names = "--memory",
      paramLabel = "MB",
      description =
          "What the tables may use beside Java's heap (default: 1024; 320 where a file is served).")
  @Nullable Integer megabytes;

  /** What the tables may use, with so many threads. */
  public Limits limits(int threads) {
    return new Limits(megabytes == null ? Limits.standard().memoryMegabytes() : megabytes, threads);
  }

  /** The same where a file is shown to many. */
  public Limits served(int threads) {
    int usual = Limits.served().memoryMegabytes();
    return new Limits(megabytes == null ? usual : megabytes, threads).forMany();
  }
}
