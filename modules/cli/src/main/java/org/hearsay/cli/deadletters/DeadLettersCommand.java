package org.hearsay.cli.deadletters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Works with what could not be processed. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    description = {
      "Lists, shows, writes out and sends again what could not be processed.",
      "A dead letter is the record as it was, with the reason and where it lay in its headers."
    },
    subcommands = {
      ListLettersCommand.class,
      ShowLetterCommand.class,
      ExportLettersCommand.class,
      ReplayLettersCommand.class
    })
public final class DeadLettersCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do; see hearsay dead-letters --help");
  }
}
