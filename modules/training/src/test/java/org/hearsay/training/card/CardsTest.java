package org.hearsay.training.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hearsay.text.Span;
import org.hearsay.training.claims.AnnotatedArticle;
import org.hearsay.training.claims.ClaimCorpus;
import org.hearsay.training.claims.ClaimEvaluation;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.network.Schedule;
import org.hearsay.training.network.Weights;
import org.hearsay.training.tagger.Outcome;
import org.hearsay.training.tagger.Settings;
import org.hearsay.training.tone.ToneEvaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardsTest {
  private static final ClaimCorpus CORPUS =
      new ClaimCorpus(List.of(article(), article()), List.of(article()));

  @TempDir Path folder;

  private static AnnotatedArticle article() {
    List<Span> none = List.of();
    return new AnnotatedArticle(
        "a",
        "It rained.",
        List.of(new AnnotatedArticle.Attribution(none, List.of(new Span(3, 9)), none)));
  }

  private static Made made(double minutes) {
    Settings settings =
        new Settings(
            new Settings.Length(3, minutes),
            7,
            2048,
            new Schedule(1.5e-4, .06),
            .1,
            new Settings.Weighing(.75, 2),
            new Settings.Judging(.05, 4, 2));
    Weights weights = Weights.random(new Architecture(20, 22, 16, 2, 2, 24), 3);
    return new Made(settings, new Outcome(weights, .5, 1234, 56, 2.345, 3720), 12_345_678);
  }

  private static ClaimEvaluation evaluation(double half) {
    return new ClaimEvaluation(
        12, 34, List.of(new ClaimEvaluation.Figure(.2, 100, half, .623, .551)));
  }

  private String claims(double minutes) throws IOException {
    Path file = folder.resolve("claims.md");
    ClaimsCard.write(file, CORPUS, made(minutes), evaluation(.7134));
    return Files.readString(file);
  }

  @Test
  void aCardNamesTheCommandThatMakesTheModelAgain() throws IOException {
    assertThat(claims(Double.POSITIVE_INFINITY))
        .startsWith("# The claim tagger's model\n\n`claim-tagger.onnx` (int8, 12.3 MB)")
        .contains(
            "| data | 2 articles with 2 attributions; 1 more articles were kept to validate |\n",
            "`hearsay train claims --epochs 3.0 --seed 7 --rate 1.5E-4 --batch 2048 --validation"
                + " 0.05 --marked-share 0.75`: 2.35 epochs, 1234 steps, 62 minutes; 56 mistaken"
                + " cues trained on as marked windows |\n",
            "| 0.2 | 100 | 71.3 | 62.3 | 55.1 |\n");
  }

  @Test
  void aLimitOfTimeIsPartOfTheCommand() throws IOException {
    assertThat(claims(17.5)).contains(" --marked-share 0.75 --minutes 17.5`:");
  }

  @Test
  void theLayersThatReadOnAreComparedWithAPassACue() throws IOException {
    Path file = folder.resolve("roles.md");
    RolesCard.write(
        file,
        CORPUS,
        new RolesCard.Lessons(3, .5, 1000, 2000),
        made(17.5),
        evaluation(.7),
        evaluation(.71));
    assertThat(Files.readString(file))
        .contains(
            "reads on from layer 3 of `claim-tagger.onnx`",
            "| data | 1000 cues of 2 annotated articles, 2000 of texts that nobody annotated;",
            "`hearsay train roles --from 3 --epochs 3.0 --seed 7",
            "--teacher 0.5 --validation 0.05 --minutes 17.5`:",
            "| 0.2 | 70.0 / 62.3 | 71.0 / 62.3 |\n");
  }

  @Test
  void aDistilledModelSaysWhatItsTrainingSaid() throws IOException {
    Path file = folder.resolve("tone.md");
    ToneCard.writeDistilled(
        file,
        Map.of("teacher", "three of 12 layers"),
        3_400_000,
        ToneCard.figure("dev.jsonl", new ToneEvaluation(9, .8123, .7654)));
    assertThat(Files.readString(file))
        .contains(
            "`tone.onnx` (int8, 3.4 MB)",
            "| | |\n|---|---|\n| teacher | three of 12 layers |\n| quantised |",
            "| mentions | how many | macro-F1 | right |\n|---|---|---|---|\n| dev.jsonl | 9 |"
                + " 0.765 | 0.812 |\n");
  }
}
