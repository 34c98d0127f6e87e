package org.hearsay.training;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hearsay.encoder.WordPiece;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains the model that says how a sentence speaks of a mention. */
@Command(
    name = "tone",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the model that says how a sentence speaks of what it mentions, from DIR/train.jsonl:"
          + " one mention a line, {\"id\", \"text\", \"start\", \"end\", \"label\"}, start and end in"
          + " code points, the label -1, 0 or 1.",
      "Writes tone.onnx and its card. An interrupted training goes on when the same command is given"
          + " again."
    })
final class TrainToneCommand implements Callable<Integer> {
  private static final int EVALUATIONS = 8;
  private static final int PATIENCE = 4;

  @Spec CommandSpec spec;

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
      names = "--epochs",
      defaultValue = "4",
      description = "how often the data is read (default: ${DEFAULT-VALUE})")
  double epochs;

  @Option(
      names = "--seed",
      defaultValue = "7",
      description = "of everything random (default: ${DEFAULT-VALUE})")
  long seed;

  @Option(
      names = "--rate",
      defaultValue = "1e-4",
      description = "the highest learning rate (default: ${DEFAULT-VALUE})")
  double rate;

  @Option(names = "--threads", description = "threads of the arithmetic (default: one a core)")
  @Nullable Integer threads;

  @Option(
      names = "--validation",
      defaultValue = "0.05",
      description =
          "the share of the sentences that is kept apart to end the training early and to judge the"
              + " model (default: ${DEFAULT-VALUE})")
  double validation;

  TrainToneCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    if (!(epochs > 0) || !(validation > 0 && validation < 1) || !(rate > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--epochs and --rate are above 0, --validation between 0 and 1");
    }
    int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    Settings settings =
        new Settings(
            epochs,
            Double.POSITIVE_INFINITY,
            seed,
            1024,
            rate,
            .1,
            .1,
            1,
            1,
            validation,
            EVALUATIONS,
            PATIENCE);
    Files.createDirectories(out);
    WordPiece wordPiece = WordPiece.bundled();
    ToneCorpus corpus = ToneCorpus.read(data.resolve("train.jsonl"), validation, seed);
    Map<String, int[]> seen = new HashMap<>();
    List<Example> examples = Tone.examples(corpus.training(), wordPiece, seen);
    List<Example> kept = Tone.examples(corpus.validation(), wordPiece, seen);
    progress.printf(
        Locale.ROOT,
        "%d mentions to train on, %d to validate; %d pieces an epoch; %d threads%n",
        examples.size(),
        kept.size(),
        examples.stream().mapToLong(e -> e.window().length()).sum(),
        cores);
    // The engine's first use loads the library that the setting is in.
    Engine.getInstance();
    JniUtils.setNumThreads(cores);
    Trainer.Outcome outcome;
    try (Trainer trainer =
        new Trainer(
            settings,
            StartWeights.read(StartWeights.Start.STUDENT, seed),
            examples,
            kept,
            out,
            progress,
            System::nanoTime)) {
      outcome = trainer.train();
    }
    Path model = out.resolve("tone.onnx");
    Exporter.write(outcome.weights(), true, model);
    ToneEvaluation evaluation = ToneEvaluation.of(wordPiece, model, corpus.validation());
    ModelCard.writeTone(
        out.resolve("TONE_MODEL_CARD.md"),
        corpus,
        settings,
        outcome,
        Files.size(model),
        evaluation);
    progress.printf(
        Locale.ROOT,
        "on %d mentions kept apart: macro-F1 %.3f, right %.3f%nwritten: %s and its card%n",
        evaluation.mentions(),
        evaluation.macroF1(),
        evaluation.accuracy(),
        model);
    return 0;
  }
}
