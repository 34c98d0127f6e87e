package org.hearsay.training.command;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.encoder.WordPiece;
import org.hearsay.training.JsonLines;
import org.hearsay.training.card.ModelCard;
import org.hearsay.training.claims.AnnotatedArticle;
import org.hearsay.training.claims.ClaimCorpus;
import org.hearsay.training.claims.ClaimEvaluation;
import org.hearsay.training.models.Exporter;
import org.hearsay.training.models.TaggerModel;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.roles.RoleExample;
import org.hearsay.training.roles.RoleTrainer;
import org.hearsay.training.trainer.Outcome;
import org.hearsay.training.trainer.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains the layers that tell a cue's source and content from the middle of a claim tagger on. */
@Command(
    name = "roles",
    mixinStandardHelpOptions = true,
    description = {
      "Trains layers that read on from the middle of a claim tagger, so that what belongs to a cue is"
          + " found without a whole pass of its own. The tagger itself teaches them, beside what"
          + " people marked in DIR/train.jsonl (as hearsay train claims reads it).",
      "Writes claim-tagger.onnx (the same tagger, readable in its middle), claim-roles.onnx and"
          + " ROLES_MODEL_CARD.md; the first two belong together. Everything that was read is kept in"
          + " memory: 1.5 KB a word, so set HEARSAY_HEAP (8g for two million words)."
    })
final class TrainRolesCommand implements Callable<Integer> {
  private static final int EVALUATIONS = 8;
  private static final int PATIENCE = 3;

  @Spec CommandSpec spec;

  @Mixin TrainingOptions options;

  @Mixin PaceOptions pace;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "the claim tagger: claim-tagger.onnx of hearsay train claims or export")
  Path model;

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description =
          "texts that nobody annotated, which the tagger teaches alone: {\"text\"} a line,"
              + " paragraphs by newlines")
  @Nullable Path texts;

  @Option(
      names = "--from",
      defaultValue = "3",
      description = "how many of the tagger's layers are shared (default: ${DEFAULT-VALUE})")
  int from;

  @Option(
      names = "--epochs",
      defaultValue = "4",
      description = "how often the data is read (default: ${DEFAULT-VALUE})")
  double epochs;

  @Option(
      names = "--rate",
      defaultValue = "2e-4",
      description = "the highest learning rate (default: ${DEFAULT-VALUE})")
  double rate;

  @Option(
      names = "--teacher",
      defaultValue = "0.5",
      description =
          "how much the tagger's word counts where people marked, too, 0..1 (default:"
              + " ${DEFAULT-VALUE})")
  double teacher;

  TrainRolesCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Architecture whole = Architecture.miniLm();
    if (from < 1
        || from >= whole.layers()
        || !(epochs > 0)
        || !(rate > 0)
        || pace.batchPieces < 256
        || !(teacher >= 0 && teacher <= 1)
        || !(options.validation > 0 && options.validation < 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "--from is 1 to "
              + (whole.layers() - 1)
              + ", --epochs and --rate are above 0, --teacher is 0 to 1, --validation between 0 and"
              + " 1, --batch 256 or more");
    }
    Files.createDirectories(options.out);
    WordPiece wordPiece = WordPiece.bundled();
    TaggerModel start = TaggerModel.read(model, whole);
    Path tagger = options.out.resolve("claim-tagger.onnx");
    start.writeReadable(from, tagger);
    ClaimCorpus corpus =
        ClaimCorpus.read(options.data.resolve("train.jsonl"), options.validation, options.seed);
    List<RoleExample> examples = new ArrayList<>();
    List<RoleExample> kept;
    int annotated;
    ClaimEvaluation before;
    try (ClaimTagger teaching = ClaimTagger.load(wordPiece, tagger)) {
      kept = RoleExample.of(teaching, wordPiece, corpus.validation(), true, options.seed);
      progress.printf("%d cues to judge by%n", kept.size());
      before = ClaimEvaluation.of(teaching, corpus.validation());
      examples.addAll(RoleExample.of(teaching, wordPiece, corpus.training(), true, options.seed));
      annotated = examples.size();
      progress.printf("%d cues of annotated articles%n", annotated);
      if (texts != null) {
        List<AnnotatedArticle> plain =
            JsonLines.read(
                texts,
                line ->
                    new AnnotatedArticle("", JsonLines.field(line, "text").asText(), List.of()));
        examples.addAll(RoleExample.of(teaching, wordPiece, plain, false, options.seed));
        progress.printf("%d cues of plain texts%n", examples.size() - annotated);
      }
    }
    progress.printf(
        Locale.ROOT,
        "%d pieces an epoch; on what is kept to judge by, the tagger's own loss a word is %.4f%n",
        examples.stream().mapToLong(RoleExample::length).sum(),
        RoleTrainer.teacherLoss(kept));
    Settings settings =
        new Settings(
            epochs,
            pace.minutes(),
            options.seed,
            pace.batchPieces,
            rate,
            .06,
            .1,
            1,
            1,
            options.validation,
            EVALUATIONS,
            PATIENCE);
    Engine.getInstance();
    JniUtils.setNumThreads(options.cores());
    Outcome outcome;
    try (RoleTrainer trainer =
        new RoleTrainer(
            settings, teacher, start.upper(from), examples, kept, progress, System::nanoTime)) {
      outcome = trainer.train();
    }
    Path roles = options.out.resolve("claim-roles.onnx");
    Exporter.writeRoles(outcome.weights(), true, Map.of(ClaimTagger.NOTE, start.name()), roles);
    try (ClaimTagger trained = ClaimTagger.load(wordPiece, tagger, roles)) {
      ModelCard.writeRoles(
          options.out.resolve("ROLES_MODEL_CARD.md"),
          corpus,
          settings,
          new ModelCard.Roles(from, teacher, annotated, examples.size() - annotated),
          outcome,
          Files.size(roles),
          before,
          ClaimEvaluation.of(trained, corpus.validation()));
    }
    progress.println("written: " + tagger + ", " + roles + " and ROLES_MODEL_CARD.md");
    return 0;
  }
}
