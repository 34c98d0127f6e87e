package org.hearsay.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.hearsay.cli.options.NearNames;
import org.hearsay.cli.options.NumberRanges;
import org.hearsay.cli.options.UserException;
import org.hearsay.local.LocalException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that is wrong, or of work that failed: one line, the last. */
final class Complaints
    implements IExecutionStrategy, IParameterExceptionHandler, IExecutionExceptionHandler {
  /** What stands for a letter that the locale does not have. */
  private static final char LOST = '\uFFFD';

  /** What is said when the heap is full. */
  static final String NO_MEMORY =
      "Java's memory is too small for this: give more with HEARSAY_HEAP (such as HEARSAY_HEAP=4g),"
          + " or fewer --threads";

  /** What no command is called by. */
  private static final Pattern FILE = Pattern.compile("[/\\\\.]");

  private final BooleanSupplier ending;

  /**
   * With nothing to complain of yet.
   *
   * @param ending whether the user has stopped the command: what fails from then on is no news
   */
  Complaints(BooleanSupplier ending) {
    this.ending = ending;
  }

  @Override
  public int execute(ParseResult parsed) {
    List<CommandLine> commands = parsed.asCommandLineList();
    CommandLine last = commands.get(commands.size() - 1);
    // Help, asked for beside a name that there is not, would be another command's.
    List<String> unknown = last.getUnmatchedArguments();
    if (!unknown.isEmpty() && !last.getSubcommands().isEmpty()) {
      throw new UnmatchedArgumentException(last, unknown);
    }
    if (commands.stream().noneMatch(CommandLine::isUsageHelpRequested)) {
      try {
        NumberRanges.check(parsed);
      } catch (UserException e) {
        throw new ExecutionException(last, String.valueOf(e.getMessage()), e);
      }
    }
    return new RunLast().execute(parsed);
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    @Nullable String lost =
        Arrays.stream(arguments).filter(each -> each.indexOf(LOST) >= 0).findFirst().orElse(null);
    line.getErr()
        .println(
            "hearsay: "
                + (lost == null ? told(e) : UserException.why(new InvalidPathException(lost, ""))));
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String told(ParameterException e) {
    CommandLine line = e.getCommandLine();
    String help = "; " + line.getCommandSpec().qualifiedName() + " --help says more";
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unknown(line, unmatched.getUnmatched().get(0)) + help;
    }
    @Nullable String values = values(e);
    if (values != null) {
      return values + help;
    }
    String said = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    return said.contains("--help") ? said : said + help;
  }

  /** Of an argument that takes some words and was given another: those, and which was meant. */
  private static @Nullable String values(ParameterException e) {
    @Nullable ArgSpec argument = e.getArgSpec();
    @Nullable String given = e.getValue();
    if (argument == null || given == null || !argument.type().isEnum()) {
      return null;
    }
    List<String> words =
        Arrays.stream(argument.type().getEnumConstants()).map(String::valueOf).toList();
    return "%s %s: there are %s%s"
        .formatted(
            argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel(),
            given,
            String.join(", ", words),
            NearNames.meant(given, words));
  }

  /** A duration as ISO 8601 writes it. */
  static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is no duration: write P1D for a day, PT6H for six hours");
    }
  }

  private static String unknown(CommandLine line, String word) {
    String command = line.getCommandSpec().qualifiedName();
    if (word.startsWith("-")) {
      List<String> options = new ArrayList<>();
      for (OptionSpec option : line.getCommandSpec().options()) {
        options.addAll(Arrays.asList(option.names()));
      }
      return command
          + " has no option "
          + word
          + NearNames.meant(word.replaceFirst("=.*", ""), options);
    }
    if (line.getSubcommands().isEmpty()) {
      return command + " does not know what to do with " + word;
    }
    if (FILE.matcher(word).find()) {
      return "say which command before "
          + word
          + ": "
          + String.join(", ", line.getSubcommands().keySet());
    }
    return "there is no command "
        + (command + " " + word).replaceFirst("^hearsay ", "")
        + NearNames.meant(word, line.getSubcommands().keySet());
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    if (!ending.getAsBoolean()) {
      if (!isForTheUser(e)) {
        // For those who mend Hearsay.
        line.getErr().println(line.getColorScheme().richStackTraceString(e));
        line.getErr().println("hearsay: a fault in Hearsay: " + UserException.why(e));
        return CommandLine.ExitCode.SOFTWARE;
      }
      // The registry's client speaks of its setting, people of the option that sets it.
      String told = UserException.told(e).replace("schema.registry.url", "--schema-registry");
      line.getErr().println("hearsay: " + told);
    }
    return e instanceof UserException known ? known.status() : CommandLine.ExitCode.SOFTWARE;
  }

  /** Whether the user can mend it, going by its message. */
  private static boolean isForTheUser(Exception e) {
    return e instanceof UserException
        || e instanceof LocalException
        || e instanceof KafkaException
        || e instanceof IOException
        || e instanceof UncheckedIOException
        || e instanceof InvalidPathException;
  }
}
