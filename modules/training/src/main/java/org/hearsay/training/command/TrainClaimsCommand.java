package org.hearsay.training.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.encoder.WordPiece;
import org.hearsay.training.card.ClaimsCard;
import org.hearsay.training.card.Made;
import org.hearsay.training.claims.AnnotatedArticle;
import org.hearsay.training.claims.ClaimCorpus;
import org.hearsay.training.claims.ClaimEvaluation;
import org.hearsay.training.claims.Example;
import org.hearsay.training.claims.Paragraph;
import org.hearsay.training.models.Exporter;
import org.hearsay.training.network.Schedule;
import org.hearsay.training.tagger.Outcome;
import org.hearsay.training.tagger.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains the claim tagger on annotated articles. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the model that finds claims, from DIR/train.jsonl: one article a line, {\"id\","
          + " \"text\", \"attributions\": [{\"source\", \"cue\", \"content\"}]}, each part a list of"
          + " [start, end] in code points.",
      "Writes claim-tagger.onnx and MODEL_CARD.md. An interrupted training goes on when the same"
          + " command is given again."
    })
final class TrainClaimsCommand implements Callable<Integer> {
  private static final double WARM_UP = .06;
  private static final double DROPOUT = .1;
  private static final double CUE_WEIGHT = 2;
  private static final int EVALUATIONS = 4;
  private static final int PATIENCE = 2;

  @Spec CommandSpec spec;

  @Mixin TrainingOptions options;

  @Mixin PaceOptions pace;

  @Option(
      names = "--epochs",
      defaultValue = "3",
      description = "how often the data is read (default: ${DEFAULT-VALUE})")
  double epochs;

  @Option(
      names = "--rate",
      defaultValue = "1.5e-4",
      description = "the highest learning rate (default: ${DEFAULT-VALUE})")
  double rate;

  @Option(
      names = "--marked-share",
      defaultValue = "1",
      description =
          "the share of the marked windows, two thirds of all, that an epoch reads: less leaves more"
              + " of a short training to finding cues (default: ${DEFAULT-VALUE})")
  double markedShare;

  TrainClaimsCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    if (!(epochs > 0)
        || !(options.validation > 0 && options.validation < 1)
        || !(rate > 0)
        || pace.batchPieces < 256
        || !(markedShare >= 0 && markedShare <= 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "--epochs and --rate are above 0, --validation and --marked-share between 0 and 1, --batch"
              + " 256 or more");
    }
    Settings settings =
        new Settings(
            new Settings.Length(epochs, pace.minutes()),
            options.seed,
            pace.batchPieces,
            new Schedule(rate, WARM_UP),
            DROPOUT,
            new Settings.Weighing(markedShare, CUE_WEIGHT),
            new Settings.Judging(options.validation, EVALUATIONS, PATIENCE));
    Files.createDirectories(options.out);
    WordPiece wordPiece = WordPiece.bundled();
    ClaimCorpus corpus =
        ClaimCorpus.read(options.data.resolve("train.jsonl"), options.validation, options.seed);
    List<Example> examples = examples(corpus.training(), wordPiece);
    List<Example> kept = examples(corpus.validation(), wordPiece);
    Outcome outcome = options.train(settings, examples, kept, progress);
    Path model = options.out.resolve("claim-tagger.onnx");
    Exporter.write(outcome.weights(), true, model);
    ClaimsCard.write(
        options.out.resolve("MODEL_CARD.md"),
        corpus,
        new Made(settings, outcome, Files.size(model)),
        ClaimEvaluation.of(wordPiece, model, corpus.validation()));
    progress.println("written: " + model + " and its MODEL_CARD.md");
    return 0;
  }

  private static List<Example> examples(List<AnnotatedArticle> articles, WordPiece wordPiece) {
    List<Example> examples = new ArrayList<>();
    for (AnnotatedArticle article : articles) {
      for (Paragraph paragraph : Paragraph.of(article, wordPiece)) {
        examples.addAll(paragraph.plain());
        examples.addAll(paragraph.marked());
      }
    }
    return examples;
  }
}
