package org.hearsay.training;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code hearsay train}, a program of its own. */
@Command(
    name = "hearsay train",
    mixinStandardHelpOptions = true,
    description = "Trains the models that Hearsay reads with.",
    subcommands = {
      TrainClaimsCommand.class,
      TrainToneCommand.class,
      TrainFramingCommand.class,
      TrainCheckWorthinessCommand.class,
      ExamplesCommand.class,
      ExportCommand.class
    })
public final class TrainCommand implements Runnable {
  @Spec CommandSpec spec;

  /** For picocli. */
  public TrainCommand() {}

  /** Runs the command and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new TrainCommand());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          if (e instanceof TrainingException) {
            failed.getErr().println("hearsay: " + e.getMessage());
          } else {
            e.printStackTrace(failed.getErr());
          }
          return CommandLine.ExitCode.SOFTWARE;
        });
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to train; see hearsay train --help");
  }
}
