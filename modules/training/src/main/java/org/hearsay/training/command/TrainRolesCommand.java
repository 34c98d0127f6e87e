package org.hearsay.training.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hearsay.encoder.ClaimTagger;
import org.hearsay.encoder.WordPiece;
import org.hearsay.training.card.Made;
import org.hearsay.training.card.RolesCard;
import org.hearsay.training.claims.AnnotatedArticle;
import org.hearsay.training.claims.ClaimCorpus;
import org.hearsay.training.claims.ClaimEvaluation;
import org.hearsay.training.models.Exporter;
import org.hearsay.training.models.TaggerModel;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.Schedule;
import org.hearsay.training.network.Weights;
import org.hearsay.training.roles.RoleExample;
import org.hearsay.training.roles.RoleTrainer;
import org.hearsay.training.tagger.Outcome;
import org.hearsay.training.tagger.Settings;
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
  private static final double WARM_UP = .06;
  private static final double DROPOUT = .1;
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

  /** What there is to learn, and to judge by. */
  private record Lessons(
      List<RoleExample> annotated,
      List<RoleExample> plain,
      List<RoleExample> kept,
      ClaimEvaluation before) {
    List<RoleExample> all() {
      return Stream.concat(annotated.stream(), plain.stream()).toList();
    }
  }

  @Override
  public Integer call() throws IOException {
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Architecture whole = Architecture.miniLm();
    check(whole);
    Files.createDirectories(options.out);
    WordPiece wordPiece = WordPiece.bundled();
    TaggerModel start = TaggerModel.read(model, whole);
    Path tagger = options.out.resolve("claim-tagger.onnx");
    start.writeReadable(from, tagger);
    ClaimCorpus corpus =
        ClaimCorpus.read(options.data.resolve("train.jsonl"), options.validation, options.seed);
    Lessons lessons;
    try (ClaimTagger teaching = ClaimTagger.load(wordPiece, tagger)) {
      lessons = lessons(teaching, wordPiece, corpus, progress);
    }
    Settings settings = settings();
    Outcome outcome = train(settings, start.upper(from), lessons, progress);
    Path roles = options.out.resolve("claim-roles.onnx");
    Exporter.writeRoles(outcome.weights(), true, Map.of(ClaimTagger.NOTE, start.name()), roles);
    try (ClaimTagger trained = ClaimTagger.load(wordPiece, tagger, roles)) {
      RolesCard.write(
          options.out.resolve("ROLES_MODEL_CARD.md"),
          corpus,
          new RolesCard.Lessons(from, teacher, lessons.annotated().size(), lessons.plain().size()),
          new Made(settings, outcome, Files.size(roles)),
          lessons.before(),
          ClaimEvaluation.of(trained, corpus.validation()));
    }
    progress.println("written: " + tagger + ", " + roles + " and ROLES_MODEL_CARD.md");
    return 0;
  }

  private void check(Architecture whole) {
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
  }

  private Settings settings() {
    return new Settings(
        new Settings.Length(epochs, pace.minutes()),
        options.seed,
        pace.batchPieces,
        new Schedule(rate, WARM_UP),
        DROPOUT,
        Settings.Weighing.EVEN,
        new Settings.Judging(options.validation, EVALUATIONS, PATIENCE));
  }

  private Lessons lessons(
      ClaimTagger teaching, WordPiece wordPiece, ClaimCorpus corpus, PrintStream progress)
      throws IOException {
    List<RoleExample> kept =
        RoleExample.of(teaching, wordPiece, corpus.validation(), true, options.seed);
    progress.printf("%d cues to judge by%n", kept.size());
    ClaimEvaluation before = ClaimEvaluation.of(teaching, corpus.validation());
    List<RoleExample> annotated =
        RoleExample.of(teaching, wordPiece, corpus.training(), true, options.seed);
    progress.printf("%d cues of annotated articles%n", annotated.size());
    List<RoleExample> plain = List.of();
    if (texts != null) {
      plain =
          RoleExample.of(teaching, wordPiece, AnnotatedArticle.plain(texts), false, options.seed);
      progress.printf("%d cues of plain texts%n", plain.size());
    }
    return new Lessons(annotated, plain, kept, before);
  }

  private Outcome train(Settings settings, Weights start, Lessons lessons, PrintStream progress) {
    List<RoleExample> examples = lessons.all();
    progress.printf(
        Locale.ROOT,
        "%d pieces an epoch; on what is kept to judge by, the tagger's own loss a word is %.4f%n",
        examples.stream().mapToLong(RoleExample::length).sum(),
        RoleTrainer.teacherLoss(lessons.kept()));
    options.startEngine();
    try (RoleTrainer trainer =
        new RoleTrainer(
            settings, teacher, start, examples, lessons.kept(), progress, System::nanoTime)) {
      return trainer.train();
    }
  }
}
