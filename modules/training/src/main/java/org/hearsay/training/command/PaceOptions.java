package org.hearsay.training.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a training of the claim tagger's models may take, and how much it reads at once. */
final class PaceOptions {
  @Option(
      names = "--minutes",
      description =
          "the longest that the training may take; the learning rate then falls by time, and the"
              + " weights depend on the machine's speed")
  @Nullable Double minutes;

  @Option(
      names = "--batch",
      defaultValue = "2048",
      description = "pieces of a batch (default: ${DEFAULT-VALUE})")
  int batchPieces;

  PaceOptions() {}

  /** The longest that it may take, in minutes; infinite where nothing was said. */
  double minutes() {
    return minutes == null ? Double.POSITIVE_INFINITY : minutes;
  }
}
