package org.hearsay.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.hearsay.training.TrainingException;
import org.jspecify.annotations.Nullable;
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
      TrainRolesCommand.class,
      TrainToneCommand.class,
      TrainFramingCommand.class,
      TrainCheckWorthinessCommand.class,
      TrainPagesCommand.class,
      ExamplesCommand.class,
      ExportModelCommand.class
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
          String why = forTheUser(e);
          if (why == null) {
            // A fault of ours: picocli shows where.
            throw e;
          }
          failed.getErr().println("hearsay: " + why);
          return CommandLine.ExitCode.SOFTWARE;
        });
    return line;
  }

  /** What the user can mend it by; null where that is nothing. */
  private static @Nullable String forTheUser(Exception e) {
    if (e instanceof TrainingException) {
      return e.getMessage();
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file";
    }
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    return cause instanceof IOException
        ? cause.getClass().getSimpleName() + ": " + cause.getMessage()
        : null;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to train; see hearsay train --help");
  }
}
