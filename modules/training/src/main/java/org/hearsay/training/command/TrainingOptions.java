package org.hearsay.training.command;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hearsay.training.claims.Example;
import org.hearsay.training.models.StartWeights;
import org.hearsay.training.tagger.Outcome;
import org.hearsay.training.tagger.Settings;
import org.hearsay.training.tagger.Trainer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every training of a network is told. */
final class TrainingOptions {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "the folder of train.jsonl; nothing else in it is read")
  Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "where to write the model, its card and the checkpoint")
  Path out;

  @Option(
      names = "--seed",
      defaultValue = "7",
      description = "of everything random (default: ${DEFAULT-VALUE})")
  long seed;

  @Option(
      names = "--validation",
      defaultValue = "0.05",
      description =
          "the share of the articles or sentences that is kept apart to end the training early and"
              + " to judge the model (default: ${DEFAULT-VALUE})")
  double validation;

  @Option(names = "--threads", description = "threads of the arithmetic (default: one a core)")
  @Nullable Integer threads;

  TrainingOptions() {}

  /**
   * Trains from the start's weights.
   *
   * @param settings how
   * @param examples what to learn
   * @param kept what to judge by
   * @throws IOException when a checkpoint cannot be read or written
   */
  Outcome train(Settings settings, List<Example> examples, List<Example> kept, PrintStream progress)
      throws IOException {
    progress.printf(
        Locale.ROOT,
        "%d examples, %d more to validate; %d pieces an epoch; %d threads%n",
        examples.size(),
        kept.size(),
        examples.stream().mapToLong(e -> e.window().length()).sum(),
        cores());
    startEngine();
    try (Trainer trainer =
        new Trainer(
            settings,
            StartWeights.read(StartWeights.Start.STUDENT, seed),
            examples,
            kept,
            out,
            progress,
            System::nanoTime)) {
      return trainer.train();
    }
  }

  /** Loads the arithmetic and tells it its number of threads. */
  void startEngine() {
    // The engine's first use loads the library that the setting is in.
    Engine.getInstance();
    JniUtils.setNumThreads(cores());
  }

  /** How many threads the arithmetic has. */
  private int cores() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
