package org.hearsay.cli.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hearsay.cli.options.NearNames;
import org.hearsay.cli.options.UserException;
import org.hearsay.store.Answering;
import org.hearsay.store.questions.Numbers;
import org.hearsay.store.questions.Question;
import org.hearsay.store.questions.Question.Kind;
import org.hearsay.store.questions.Question.Parameter;
import org.hearsay.store.questions.UnknownName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One question; what may be said beside comes from its file. */
@Command(mixinStandardHelpOptions = true)
final class QuestionCommand implements Callable<Integer> {
  /** So many names are told whole, where none is near. */
  private static final int FEW = 20;

  private final Question question;
  private final Map<String, String> given = new LinkedHashMap<>();

  @Option(names = "--sql", description = "Print the question as SQL, and end.")
  boolean sql;

  @Mixin AskedOptions asked;
  @Mixin AnswerOptions answer;

  @Spec CommandSpec spec;

  private QuestionCommand(Question question) {
    this.question = question;
  }

  /** The command of a question. */
  static CommandLine of(Question question) {
    QuestionCommand command = new QuestionCommand(question);
    CommandSpec spec = CommandSpec.forAnnotatedObject(command);
    spec.name(question.name());
    spec.usageMessage().description(question.title(), question.notes());
    int word = 0;
    for (Parameter parameter : question.parameters()) {
      if (parameter.kind() == Kind.WORD) {
        spec.addPositional(command.word(parameter, word));
        word++;
      } else {
        spec.addOption(command.option(parameter));
      }
    }
    return new CommandLine(spec);
  }

  private PositionalParamSpec word(Parameter parameter, int index) {
    @Nullable String fallback = parameter.fallback();
    return PositionalParamSpec.builder()
        .index(Integer.toString(index))
        .arity(fallback == null ? "1" : "0..1")
        .paramLabel(label(parameter))
        .type(String.class)
        .description(described(parameter))
        .setter(setter(parameter))
        .build();
  }

  private OptionSpec option(Parameter parameter) {
    boolean flag = parameter.kind() == Kind.FLAG;
    return OptionSpec.builder("--" + hyphens(parameter.name()))
        .arity(flag ? "0" : "1")
        .type(flag ? Boolean.class : String.class)
        .paramLabel(flag ? "" : "VALUE")
        .description(described(parameter))
        .setter(setter(parameter))
        .build();
  }

  private static String described(Parameter parameter) {
    String doc = parameter.doc().replace("%", "%%");
    @Nullable String fallback = parameter.fallback();
    return fallback == null || fallback.isEmpty() || parameter.kind() == Kind.FLAG
        ? doc
        : doc + " (default: " + fallback + ")";
  }

  private ISetter setter(Parameter parameter) {
    return new ISetter() {
      @Override
      @SuppressWarnings("TypeParameterUnusedInFormals")
      public <T> @Nullable T set(@Nullable T value) {
        if (value == null || value.equals(false)) {
          given.remove(parameter.name());
        } else {
          given.put(parameter.name(), value.toString());
        }
        return null;
      }
    };
  }

  @Override
  public Integer call() throws InterruptedException {
    if (sql) {
      spec.commandLine().getOut().println(question.sql());
      spec.commandLine().getOut().flush();
      return 0;
    }
    question.parameters().forEach(this::require);
    answer.check();
    Map<String, @Nullable String> values = question.values(given);
    refuseUnknown(asked.unknown(question, values));
    try (Answering open = asked.open()) {
      answer.answer(
          open,
          question.sql(),
          values,
          () -> refuseUnknown(UnknownName.among(open, question, values)));
    }
    return asked.status();
  }

  /** Refuses what no answer can come of, before anything is read. */
  private void require(Parameter parameter) {
    @Nullable String value = given.get(parameter.name());
    if (value == null) {
      if (parameter.kind() == Kind.WORD && parameter.fallback() == null) {
        throw new ParameterException(
            spec.commandLine(), "give " + label(parameter) + ": " + parameter.doc());
      }
      return;
    }
    Numbers numbers = question.numbers(parameter);
    if (!numbers.take(value)) {
      throw new ParameterException(
          spec.commandLine(), option(parameter, value) + ": give " + numbers.told());
    }
    List<String> words = KnownWords.of(parameter);
    if (!words.isEmpty() && words.stream().noneMatch(value::equalsIgnoreCase)) {
      throw new ParameterException(
          spec.commandLine(),
          "%s: there are %s%s"
              .formatted(
                  option(parameter, value),
                  String.join(", ", words),
                  NearNames.meant(value, words)));
    }
  }

  /** No answer is one, too, but not to a name that is misspelt. */
  private static void refuseUnknown(List<UnknownName> unknown) {
    if (!unknown.isEmpty()) {
      throw new UserException(
          unknown.stream().map(QuestionCommand::told).collect(Collectors.joining("; ")));
    }
  }

  private static String told(UnknownName unknown) {
    Parameter parameter = unknown.parameter();
    String meant = NearNames.meant(unknown.wanted(), unknown.near());
    boolean few = meant.isEmpty() && unknown.near().size() <= FEW;
    return "%s: nothing that was read, and nothing in the catalogue, is called so%s"
        .formatted(
            option(parameter, unknown.wanted()),
            few && !unknown.near().isEmpty()
                ? " (there are " + String.join(", ", unknown.near()) + ")"
                : meant);
  }

  /** As it is typed. */
  private static String option(Parameter parameter, String value) {
    String name =
        parameter.kind() == Kind.WORD ? label(parameter) : "--" + hyphens(parameter.name());
    return name + " " + value;
  }

  private static String label(Parameter parameter) {
    return hyphens(parameter.name()).toUpperCase(Locale.ROOT);
  }

  private static String hyphens(String name) {
    return name.replace('_', '-');
  }
}
