package org.hearsay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says how a command is used, as its {@code --help} does. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    description = "Says how a command is used, as its --help does.")
final class HelpCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "Of which command, such as analyze or catalogue show (default: of all).")
  List<String> words = new ArrayList<>();

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine told = spec.root().commandLine();
    List<String> left = words;
    while (!left.isEmpty()) {
      @Nullable CommandLine next = told.getSubcommands().get(left.get(0));
      if (next == null) {
        refuse(told, left);
        break;
      }
      told = next;
      left = left.subList(1, left.size());
    }
    told.usage(spec.commandLine().getOut());
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** Refuses words that are no command's, unless the command itself takes them. */
  private static void refuse(CommandLine told, List<String> left) {
    if (!told.getSubcommands().isEmpty()) {
      throw new UnmatchedArgumentException(told, left);
    }
    told.parseArgs(left.toArray(String[]::new));
  }
}
