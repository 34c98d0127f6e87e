package org.hearsay.cli.deadletters;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.output.Wrap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists dead letters, or counts them. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists dead letters: id, time, stage, where the record lay, its size and key, and why.",
      "One bad record makes one in each stage that reads it."
    })
public final class ListLettersCommand implements Callable<Integer> {
  private static final int INDENT = 4;

  @Mixin ClusterOptions cluster;
  @Mixin DeadLetterChoice choice;

  /** By what they are counted. */
  enum By {
    reason,
    stage,
    topic;

    String of(DeadLetter letter) {
      return switch (this) {
        case reason -> letter.kind();
        case stage -> letter.stage();
        case topic -> letter.source().map(DeadLetter.Place::topic).orElse("");
      };
    }
  }

  @Option(
      names = "--by",
      description = "Count them by ${COMPLETION-CANDIDATES}, in place of a line for each.")
  @Nullable By by;

  @Option(names = "--max", paramLabel = "ROWS", description = "Stop after this many.")
  long max = Long.MAX_VALUE;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    DeadLetterChoice.Chosen chosen = choice.chosen(List.of(), cluster, Instant.now());
    cluster.require(List.of(cluster.topics().deadLetters()));
    PrintWriter out = spec.commandLine().getOut();
    int width = Wrap.width(spec);
    Map<String, Long> counts = new HashMap<>();
    long[] shown = {0};
    try (RawTopic letters = new RawTopic(cluster.client())) {
      letters.readAll(
          cluster.topics().deadLetters().name(),
          record -> {
            DeadLetter letter = new DeadLetter(record);
            if (shown[0] < max && chosen.has(letter)) {
              shown[0]++;
              if (by == null) {
                line(out, letter, width);
              } else {
                counts.merge(by.of(letter), 1L, Long::sum);
              }
            }
            return shown[0] < max && !out.checkError();
          });
    }
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            count ->
                out.println(
                    Wrap.hanging(
                        String.format(Locale.ROOT, "%8d  ", count.getValue()),
                        count.getKey().isEmpty() ? "(does not say)" : count.getKey(),
                        10,
                        width)));
    out.println(shown[0] == 1 ? "1 dead letter" : shown[0] + " dead letters");
    return 0;
  }

  private static void line(PrintWriter out, DeadLetter letter, int width) {
    String from = letter.source().map(DeadLetter.Place::toString).orElse("somewhere");
    String head =
        String.join(
            "  ",
            letter.id(),
            letter.time().toString(),
            letter.stage().isEmpty() ? "-" : letter.stage(),
            from,
            letter.size() + " bytes",
            letter.key());
    out.println(Wrap.hanging("", head, INDENT, width));
    out.println(Wrap.hanging(" ".repeat(INDENT), letter.reason(), INDENT, width));
  }
}
