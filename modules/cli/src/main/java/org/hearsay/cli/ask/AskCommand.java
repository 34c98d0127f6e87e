package org.hearsay.cli.ask;

import org.hearsay.store.questions.Questions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Questions that people ask. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = {
      "Answers a question over what was read: pages (--pages), a store (--store), or the topics of a"
          + " cluster.",
      "docs/questions.md has each with its SQL and an answer."
    })
public final class AskCommand implements Runnable {
  @Spec CommandSpec spec;

  /** For picocli. */
  public AskCommand() {}

  /** Gives the command a subcommand for each question. */
  public static void addQuestions(CommandLine ask) {
    Questions.builtIn().forEach(q -> ask.addSubcommand(q.name(), QuestionCommand.of(q)));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say which question: "
            + String.join(", ", spec.subcommands().keySet())
            + "; hearsay ask --help says what they answer");
  }
}
