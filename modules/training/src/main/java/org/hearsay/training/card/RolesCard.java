package org.hearsay.training.card;

import java.io.IOException;
import java.nio.file.Path;
import org.hearsay.training.claims.ClaimCorpus;
import org.hearsay.training.claims.ClaimEvaluation;
import org.hearsay.training.tagger.Outcome;
import org.hearsay.training.tagger.Settings;

/** The card of layers that read on from a claim tagger. */
public final class RolesCard {
  private RolesCard() {}

  /**
   * What the layers learned from.
   *
   * @param from how many of the tagger's layers are shared
   * @param teacher how much the tagger's word counted where people marked, too, 0..1
   * @param annotated how many cues of annotated articles were read
   * @param plain how many of plain texts
   */
  public record Lessons(int from, double teacher, int annotated, int plain) {}

  /**
   * Writes the card.
   *
   * @param before the tagger's figures, with a pass of its own for each cue
   * @param after the same articles' with these layers
   */
  public static void write(
      Path file,
      ClaimCorpus corpus,
      Lessons lessons,
      Made made,
      ClaimEvaluation before,
      ClaimEvaluation after)
      throws IOException {
    Card card = new Card("The layers for a cue's source and content");
    head(card, lessons, made.bytes());
    card.table();
    card.line("| base | the tagger's own layers after layer %d |", lessons.from());
    card.line(
        "| data | %d cues of %d annotated articles, %d of texts that nobody annotated; %d articles"
            + " were kept to judge by |",
        lessons.annotated(), corpus.training().size(), lessons.plain(), corpus.validation().size());
    training(card, lessons, made.settings(), made.outcome());
    form(card, made.outcome());
    figures(card, before, after);
    card.write(file);
  }

  private static void head(Card card, Lessons lessons, long bytes) {
    card.line(
        "`claim-roles.onnx` (int8, %.1f MB) reads on from layer %d of `claim-tagger.onnx`, with a"
            + " cue's words marked, and tells for each word near the cue whether it belongs to the"
            + " cue's source or content. It works with that tagger alone; both files name it.%n",
        bytes / 1e6, lessons.from());
  }

  private static void training(Card card, Lessons lessons, Settings settings, Outcome outcome) {
    card.line(
        "| training | `hearsay train roles --from %d --epochs %s --seed %d --rate %s --batch %d"
            + " --teacher %s --validation %s%s`: %.2f epochs, %d steps, %.0f minutes |",
        lessons.from(),
        settings.length().epochs(),
        settings.seed(),
        settings.schedule().peak(),
        settings.batchPieces(),
        lessons.teacher(),
        settings.judging().validation(),
        Card.minutes(settings),
        outcome.epochs(),
        outcome.steps(),
        outcome.seconds() / 60);
  }

  private static void form(Card card, Outcome outcome) {
    card.line("| quantised | dynamic int8, weights per column |");
    card.line(
        "| inputs | `states` [1, pieces, %d], `marks` [1, pieces] |",
        outcome.weights().architecture().hidden());
    card.line("| output | [1, pieces, 3]: neither, source, content, on a word's first piece |%n");
  }

  private static void figures(Card card, ClaimEvaluation before, ClaimEvaluation after) {
    card.line(
        "On the %d articles kept to judge by, which the tagger was trained on, each word with its"
            + " likeliest label; F1 at overlap 0.5 / 0.8:%n",
        after.articles());
    card.line("| p of a cue's first word | a pass a cue | these layers |");
    card.line("|---|---|---|");
    for (int i = 0; i < after.figures().size(); i++) {
      card.line(
          "| %.1f | %.1f / %.1f | %.1f / %.1f |",
          after.figures().get(i).threshold(),
          100 * before.figures().get(i).half(),
          100 * before.figures().get(i).most(),
          100 * after.figures().get(i).half(),
          100 * after.figures().get(i).most());
    }
  }
}
