package org.hearsay.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.hearsay.cli.ask.AskCommand;
import org.hearsay.cli.ask.ExportTablesCommand;
import org.hearsay.cli.ask.QueryCommand;
import org.hearsay.cli.ask.StoreCommand;
import org.hearsay.cli.catalogue.CatalogueCommand;
import org.hearsay.cli.deadletters.DeadLettersCommand;
import org.hearsay.cli.evaluate.EvaluateCommand;
import org.hearsay.cli.options.SettingsProvider;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.pages.AnalyzeCommand;
import org.hearsay.cli.pages.ClustersCommand;
import org.hearsay.cli.pages.CompareCommand;
import org.hearsay.cli.pages.LineageCommand;
import org.hearsay.cli.serve.ServeCommand;
import org.hearsay.cli.stages.DemoCommand;
import org.hearsay.cli.stages.ResetCommand;
import org.hearsay.cli.stages.RunCommand;
import org.hearsay.cli.topics.IngestCommand;
import org.hearsay.cli.topics.TopicsCommand;
import org.hearsay.cli.topics.WatchCommand;
import org.hearsay.cli.up.UpCommand;
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
    footer = "Training the models is a program of its own: bin/hearsay train --help",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      // Pages of one's own, questions, then a cluster: as README.md has them.
      AnalyzeCommand.class,
      CompareCommand.class,
      LineageCommand.class,
      ClustersCommand.class,
      AskCommand.class,
      QueryCommand.class,
      ExportTablesCommand.class,
      TopicsCommand.class,
      RunCommand.class,
      ResetCommand.class,
      IngestCommand.class,
      StoreCommand.class,
      ServeCommand.class,
      WatchCommand.class,
      DeadLettersCommand.class,
      CatalogueCommand.class,
      EvaluateCommand.class,
      HelpCommand.class
    })
public final class Hearsay implements Runnable {
  @Spec CommandSpec spec;

  /** For picocli. */
  public Hearsay() {}

  /** Runs the command and exits with its status. */
  public static void main(String[] arguments) {
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> endWith(e, thread.getName()));
    int status = CommandLine.ExitCode.SOFTWARE;
    try {
      status = commandLine(System.getenv(), Hearsay::isEnding).execute(arguments);
    } catch (UserException e) {
      System.err.println("hearsay: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      System.err.println("hearsay: " + Complaints.NO_MEMORY);
    } catch (Error e) {
      // Threads that are still there would keep a process that does nothing.
      e.printStackTrace();
      System.err.println("hearsay: a fault in Hearsay: " + UserException.why(e));
    }
    System.exit(status);
  }

  /**
   * What a thread dies of that nobody waits for is shown; where a class, a library or memory is
   * missing, the process ends: whatever that thread did, nobody does it any more.
   */
  private static void endWith(Throwable e, String thread) {
    System.err.println("hearsay: the thread " + thread + " has died");
    e.printStackTrace();
    boolean full = e instanceof OutOfMemoryError;
    if (full || e instanceof LinkageError || e instanceof InternalError) {
      System.err.println("hearsay: " + (full ? Complaints.NO_MEMORY : UserException.why(e)));
      System.exit(CommandLine.ExitCode.SOFTWARE);
    }
  }

  /**
   * Whether this process is told to end. Asked of the JVM itself: a hook that notes it may run
   * later than what fails because of it.
   */
  private static boolean isEnding() {
    Thread probe = new Thread("probe");
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /**
   * The command line.
   *
   * @param environment where settings are looked up that the command does not give
   * @param ending whether the user has stopped the command: what fails from then on is no news
   * @throws UserException when the settings file is wrong
   */
  public static CommandLine commandLine(Map<String, String> environment, BooleanSupplier ending) {
    SettingsProvider settings = new SettingsProvider(environment);
    CommandLine out = new CommandLine(new Hearsay());
    AskCommand.addQuestions(Objects.requireNonNull(out.getSubcommands().get("ask")));
    settings.requireKnownKeys(out);
    out.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    out.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    out.setCaseInsensitiveEnumValuesAllowed(true);
    out.setDefaultValueProvider(settings);
    Complaints complaints = new Complaints(ending);
    out.setExecutionStrategy(complaints);
    out.setParameterExceptionHandler(complaints);
    out.setExecutionExceptionHandler(complaints);
    out.registerConverter(Duration.class, Complaints::duration);
    return out;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say which command; see hearsay --help");
  }
}
