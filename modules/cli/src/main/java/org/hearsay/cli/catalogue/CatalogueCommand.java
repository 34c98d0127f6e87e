package org.hearsay.cli.catalogue;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks, publishes and shows the catalogue of entities and outlets. */
@Command(
    name = "catalogue",
    mixinStandardHelpOptions = true,
    description = {
      "Checks, publishes and shows the catalogue of entities and outlets.",
      "What is published takes effect within seconds in the stages that run."
    },
    subcommands = {
      CheckCommand.class,
      PublishCommand.class,
      ShowCommand.class,
      ExportCatalogueCommand.class,
      ReplayCommand.class
    })
public final class CatalogueCommand implements Runnable {
  /** How long one look at a topic waits for records. */
  static final Duration POLL = Duration.ofMillis(500);

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do; see hearsay catalogue --help");
  }
}
