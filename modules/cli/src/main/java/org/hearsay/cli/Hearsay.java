package org.hearsay.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code hearsay}: who said what, through whom it reached this page. */
@Command(
    name = "hearsay",
    mixinStandardHelpOptions = true,
    version = "hearsay 0.1.0",
    description = "Who said what in the news, through whom it reached this page.",
    subcommands = {
      DemoCommand.class,
      AnalyzeCommand.class,
      RunCommand.class,
      TopicsCommand.class,
      IngestCommand.class,
      WatchCommand.class,
      CatalogueCommand.class
    })
public final class Hearsay implements Runnable {
  @Spec CommandSpec spec;

  /** For picocli. */
  public Hearsay() {}

  /** Runs the command and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(commandLine(System.getenv()::get).execute(arguments));
  }

  /** The command line, with settings from the given environment and its properties file. */
  static CommandLine commandLine(SettingsProvider.Environment environment) {
    CommandLine out = new CommandLine(new Hearsay());
    out.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    out.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    out.setCaseInsensitiveEnumValuesAllowed(true);
    out.setDefaultValueProvider(new SettingsProvider(environment));
    out.setExecutionExceptionHandler(
        (e, line, parsed) -> {
          String reason =
              e instanceof UncheckedIOException && e.getCause() != null
                  ? String.valueOf(e.getCause().getMessage())
                  : String.valueOf(e.getMessage());
          if (e instanceof UserException || e instanceof UncheckedIOException) {
            line.getErr().println("hearsay: " + reason);
          } else {
            e.printStackTrace(line.getErr());
          }
          return CommandLine.ExitCode.SOFTWARE;
        });
    return out;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say which command; see hearsay --help");
  }
}
