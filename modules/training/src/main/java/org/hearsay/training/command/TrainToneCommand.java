package org.hearsay.training.command;

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
import org.hearsay.training.card.Made;
import org.hearsay.training.card.ToneCard;
import org.hearsay.training.claims.Example;
import org.hearsay.training.models.Exporter;
import org.hearsay.training.network.Schedule;
import org.hearsay.training.tagger.Outcome;
import org.hearsay.training.tagger.Settings;
import org.hearsay.training.tone.ToneCorpus;
import org.hearsay.training.tone.ToneEvaluation;
import org.hearsay.training.tone.TonedMention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  private static final int BATCH_PIECES = 1024;
  private static final double WARM_UP = .1;
  private static final double DROPOUT = .1;
  private static final int EVALUATIONS = 8;
  private static final int PATIENCE = 4;

  @Spec CommandSpec spec;

  @Mixin TrainingOptions options;

  @Option(
      names = "--epochs",
      defaultValue = "4",
      description = "how often the data is read (default: ${DEFAULT-VALUE})")
  double epochs;

  @Option(
      names = "--rate",
      defaultValue = "1e-4",
      description = "the highest learning rate (default: ${DEFAULT-VALUE})")
  double rate;

  TrainToneCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    if (!(epochs > 0) || !(options.validation > 0 && options.validation < 1) || !(rate > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--epochs and --rate are above 0, --validation between 0 and 1");
    }
    Settings settings =
        new Settings(
            new Settings.Length(epochs, Double.POSITIVE_INFINITY),
            options.seed,
            BATCH_PIECES,
            new Schedule(rate, WARM_UP),
            DROPOUT,
            Settings.Weighing.EVEN,
            new Settings.Judging(options.validation, EVALUATIONS, PATIENCE));
    Files.createDirectories(options.out);
    WordPiece wordPiece = WordPiece.bundled();
    ToneCorpus corpus =
        ToneCorpus.read(options.data.resolve("train.jsonl"), options.validation, options.seed);
    Map<String, int[]> seen = new HashMap<>();
    List<Example> examples = TonedMention.examples(corpus.training(), wordPiece, seen);
    List<Example> kept = TonedMention.examples(corpus.validation(), wordPiece, seen);
    Outcome outcome = options.train(settings, examples, kept, progress);
    Path model = options.out.resolve("tone.onnx");
    Exporter.write(outcome.weights(), true, model);
    ToneEvaluation evaluation = ToneEvaluation.of(wordPiece, model, corpus.validation());
    ToneCard.write(
        options.out.resolve("TONE_MODEL_CARD.md"),
        corpus,
        new Made(settings, outcome, Files.size(model)),
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
