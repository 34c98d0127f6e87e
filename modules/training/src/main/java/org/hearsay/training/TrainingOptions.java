package org.hearsay.training;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
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

  /** How many threads the arithmetic has. */
  int cores() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /** Loads the engine, with that many threads: its first use loads the library that counts them. */
  void startEngine() {
    Engine.getInstance();
    JniUtils.setNumThreads(cores());
  }
}
