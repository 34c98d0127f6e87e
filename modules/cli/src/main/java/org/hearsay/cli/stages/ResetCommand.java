package org.hearsay.cli.stages;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Utils;
import org.hearsay.cli.options.ClusterOptions;
import org.hearsay.cli.options.UserException;
import org.hearsay.records.topics.Stage;
import org.hearsay.server.reset.StageReset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets stages forget what they keep. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = {
      "Lets stages that are stopped forget what they keep, so that they start as if they were new.",
      "Deletes the internal topics of their applications, how far these were read, and their state"
          + " in this machine's --state-dir; not what is in any other topic. Says what it deletes."
    })
public final class ResetCommand implements Callable<Integer> {
  /** A process that was stopped counts as running for session.timeout.ms. */
  private static final long FORGOTTEN_SECONDS = 60;

  @Mixin ClusterOptions cluster;
  @Mixin ApplicationOptions application;

  @Option(
      names = "--from-start",
      description =
          "Let them read again all that lies in the topics that they read: rows under their keys"
              + " are written again. Without it they go on where they were.")
  boolean fromStart;

  @Option(names = "--dry-run", description = "Say what would be deleted, and delete nothing.")
  boolean dryRun;

  @Parameters(
      arity = "1..*",
      paramLabel = "STAGE",
      description = "read, annotate, trace, profile: some of them.")
  List<String> stages = List.of();

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException, IOException {
    Set<Stage> wanted = StageNames.of(stages);
    for (Stage stage : wanted) {
      String id = application.prefix + stage.label();
      cluster.<Integer>with(
          admin -> {
            reset(stage, id, admin);
            return 0;
          });
      Path state = application.stateDirectory.resolve(id);
      if (Files.isDirectory(state)) {
        say(stage, "the state in " + state);
        if (!dryRun) {
          Utils.delete(state.toFile());
        }
      }
    }
    if (dryRun) {
      spec.commandLine().getOut().println("nothing was deleted (--dry-run)");
    }
    return 0;
  }

  private void reset(Stage stage, String id, Admin admin)
      throws ExecutionException, InterruptedException {
    StageReset reset = new StageReset(admin, id);
    if (!dryRun) {
      requireStopped(stage, reset);
    }
    Set<String> topics = reset.topics();
    topics.forEach(topic -> say(stage, "the topic " + topic));
    List<String> read = new ArrayList<>(reset.read());
    if (!fromStart) {
      read.retainAll(topics);
    }
    read.forEach(topic -> say(stage, "how far it has read " + topic));
    if (!dryRun) {
      reset.run(fromStart);
    }
  }

  private void requireStopped(Stage stage, StageReset reset)
      throws ExecutionException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(FORGOTTEN_SECONDS);
    boolean told = false;
    for (Set<String> left = reset.members(); !left.isEmpty(); left = reset.members()) {
      if (System.nanoTime() > end) {
        throw new UserException(
            "stage "
                + stage.label()
                + " still runs: "
                + String.join(", ", left)
                + ". Stop all its processes first; nothing of it was deleted");
      }
      if (!told) {
        told = true;
        err.println(
            "hearsay: stage "
                + stage.label()
                + " has members that run or have just been stopped; waits until the cluster has"
                + " forgotten them ("
                + FORGOTTEN_SECONDS
                + " s at most)");
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private void say(Stage stage, String what) {
    spec.commandLine()
        .getOut()
        .println(stage.label() + (dryRun ? " would lose " : " loses ") + what);
  }
}
