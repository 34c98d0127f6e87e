package org.hearsay.training.card;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.hearsay.training.tagger.Outcome;
import org.hearsay.training.tagger.Settings;
import org.hearsay.training.tone.ToneCorpus;
import org.hearsay.training.tone.ToneEvaluation;

/** The card of a model of tone. */
public final class ToneCard {
  private static final String TITLE = "The model of tone";

  private ToneCard() {}

  /**
   * Writes the card of one that {@code train tone} trained.
   *
   * @param evaluation on the mentions that were kept to validate
   */
  public static void write(Path file, ToneCorpus corpus, Made made, ToneEvaluation evaluation)
      throws IOException {
    Card card = new Card(TITLE);
    head(card, made.bytes());
    card.table();
    card.base(made.outcome().weights());
    card.line(
        "| data | %d mentions in news sentences; %d more were kept to validate, no sentence in both"
            + " |",
        corpus.training().size(), corpus.validation().size());
    training(card, made.settings(), made.outcome());
    form(card);
    card.line(
        "%nOn the mentions kept to validate: macro-F1 %.3f, %.3f of the labels right.%n",
        evaluation.macroF1(), evaluation.accuracy());
    limits(card);
    card.write(file);
  }

  /**
   * Writes the card of one that {@code train distil} trained.
   *
   * @param facts what the training said of itself
   * @param bytes the size of the model
   * @param figures lines of {@link #figure}
   */
  public static void writeDistilled(
      Path file, Map<String, String> facts, long bytes, String figures) throws IOException {
    Card card = new Card(TITLE);
    head(card, bytes);
    card.table(facts);
    form(card);
    card.line("%nOn mentions that it was not trained on:%n");
    card.line("| mentions | how many | macro-F1 | right |");
    card.line("|---|---|---|---|");
    card.lines(figures);
    limits(card);
    card.write(file);
  }

  /** A line of a table of figures. */
  public static String figure(String name, ToneEvaluation figure) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f |%n",
        name,
        figure.mentions(),
        figure.macroF1(),
        figure.accuracy());
  }

  private static void head(Card card, long bytes) {
    card.line(
        "`tone.onnx` (int8, %.1f MB) with `vocab.txt` tells how a sentence speaks of the mention that"
            + " is marked in it: neither, badly, well.\n",
        bytes / 1e6);
  }

  private static void training(Card card, Settings settings, Outcome outcome) {
    card.line(
        "| training | `hearsay train tone --epochs %s --seed %d --rate %s --validation %s`: %.2f"
            + " epochs, %d steps, %.0f minutes |",
        settings.length().epochs(),
        settings.seed(),
        settings.schedule().peak(),
        settings.judging().validation(),
        outcome.epochs(),
        outcome.steps(),
        outcome.seconds() / 60);
  }

  private static void form(Card card) {
    card.line("| quantised | dynamic int8, weights per column, word vectors per row |");
    card.line(
        "| inputs | as the claim tagger's, the mention's words marked; the answer stands at its first"
            + " word, in the last three of six outputs: neither, badly, well |");
  }

  private static void limits(Card card) {
    card.line(
        "%nLimits: one sentence at a time, in English, of political news; where people label such"
            + " sentences they agree on about nine in ten. It says how a sentence speaks of someone,"
            + " not what its author thinks, and tells no deserved blame from other blame.");
  }
}
