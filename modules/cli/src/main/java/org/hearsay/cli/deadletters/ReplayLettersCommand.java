package org.hearsay.cli.deadletters;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends dead letters to where they came from. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Sends dead letters, as they were, to the partition that they came from, each record once:",
      "not one that lies there again by now, or whose key has a newer record there. Mend first what"
          + " they failed of: what still fails becomes a dead letter again."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:all that were chosen were sent, or lay there again already",
      "1:some could not be sent; the output says which and why"
    })
public final class ReplayLettersCommand implements Callable<Integer> {
  @Mixin ClusterOptions cluster;
  @Mixin DeadLetterChoice choice;

  @Parameters(arity = "0..*", paramLabel = "ID", description = "These, as list has them.")
  List<String> ids = List.of();

  @Option(names = "--all", description = "All of them, where nothing else chooses.")
  boolean all;

  @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
  boolean dryRun;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (ids.isEmpty() && choice.isAll() && !all) {
      throw new ParameterException(
          spec.commandLine(),
          "say which: ids as hearsay dead-letters list has them, --reason, --stage, --topic, --key,"
              + " --since or --until; or --all");
    }
    DeadLetterChoice.Chosen chosen = choice.chosen(ids, cluster, Instant.now());
    cluster.require(List.of(cluster.topics().deadLetters()));
    PrintWriter out = spec.commandLine().getOut();
    try (Replay replay = new Replay(cluster)) {
      List<Replay.Decision> decisions = replay.decide(chosen);
      for (Replay.Decision decision : decisions) {
        out.println(decision.told(dryRun));
      }
      long sent = decisions.stream().filter(Replay.Decision::isSent).count();
      if (!dryRun) {
        replay.send(decisions);
      }
      out.println(
          (dryRun ? "would send " : "sent ")
              + sent
              + " of "
              + decisions.size()
              + (decisions.size() == 1 ? " dead letter" : " dead letters"));
      return decisions.stream().anyMatch(Replay.Decision::isRefused) ? 1 : 0;
    } catch (ExecutionException e) {
      throw new UserException("the cluster refused a record: " + UserException.why(e), e);
    }
  }
}
