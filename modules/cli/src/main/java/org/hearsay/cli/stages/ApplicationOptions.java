package org.hearsay.cli.stages;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What stages are called on the cluster, and where they keep what they know. */
final class ApplicationOptions {
  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      description =
          "Where local state is kept, of one process alone (default: hearsay-state in the"
              + " temporary folder). A process that was killed starts again at once on the one that"
              + " it had.")
  Path stateDirectory = Path.of(System.getProperty("java.io.tmpdir"), "hearsay-state");

  @Option(
      names = "--application-prefix",
      defaultValue = DEFAULT_PREFIX,
      description = "What the stages' application ids start with (default: ${DEFAULT-VALUE}).")
  String prefix = DEFAULT_PREFIX;

  private static final String DEFAULT_PREFIX = "hearsay-";
}
