package org.hearsay.training.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearsay.training.claims.AnnotatedArticle;
import org.hearsay.training.claims.ClaimCorpus;
import org.hearsay.training.claims.ClaimEvaluation;
import org.hearsay.training.models.StartWeights;
import org.hearsay.training.network.Architecture;
import org.hearsay.training.tone.ToneCorpus;
import org.hearsay.training.tone.ToneEvaluation;
import org.hearsay.training.trainer.Outcome;
import org.hearsay.training.trainer.Settings;

/** Says of a model what it is, what it was made of and how right it is. */
public final class ModelCard {
  private ModelCard() {}

  /** Writes the card, in Markdown. */
  public static void write(
      Path file,
      ClaimCorpus corpus,
      Settings settings,
      Outcome outcome,
      long size,
      ClaimEvaluation evaluation)
      throws IOException {
    StringBuilder card = new StringBuilder();
    card.append("# The claim tagger's model\n\n");
    claimsHead(card, size);
    line(card, "| | |");
    line(card, "|---|---|");
    Architecture architecture = outcome.weights().architecture();
    line(
        card,
        "| base | %s: %d layers, %d wide; Apache-2.0 |",
        StartWeights.Start.STUDENT.title(),
        architecture.layers(),
        architecture.hidden());
    line(
        card,
        "| data | %d articles with %d attributions; %d more articles were kept to validate |",
        corpus.training().size(),
        attributions(corpus.training()),
        corpus.validation().size());
    line(
        card,
        "| training | `hearsay train claims --epochs %s --seed %d --rate %s --batch %d --validation"
            + " %s --marked-share %s%s`: %.2f epochs, %d steps, %.0f minutes; %d mistaken cues trained on as marked"
            + " windows |",
        settings.epochs(),
        settings.seed(),
        settings.rate(),
        settings.batchPieces(),
        settings.validation(),
        settings.markedShare(),
        Double.isInfinite(settings.minutes()) ? "" : " --minutes " + settings.minutes(),
        outcome.epochs(),
        outcome.steps(),
        outcome.seconds() / 60,
        outcome.corrections());
    line(
        card,
        "| | AdamW, rate up for %.0f %% of it and down to 0; word vectors at half the rate, head and"
            + " types at three times; dropout %s; cue words count %s times; the moving average of"
            + " the weights is kept |",
        100 * settings.warmUp(),
        settings.dropout(),
        settings.cueWeight());
    claims(card, evaluation);
    Files.writeString(file, card);
  }

  /** Writes the card of a model of tone, in Markdown. */
  public static void writeTone(
      Path file,
      ToneCorpus corpus,
      Settings settings,
      Outcome outcome,
      long size,
      ToneEvaluation evaluation)
      throws IOException {
    StringBuilder card = new StringBuilder();
    card.append("# The model of tone\n\n");
    Architecture architecture = outcome.weights().architecture();
    toneHead(card, size);
    line(card, "| | |");
    line(card, "|---|---|");
    line(
        card,
        "| base | %s: %d layers, %d wide; Apache-2.0 |",
        StartWeights.Start.STUDENT.title(),
        architecture.layers(),
        architecture.hidden());
    line(
        card,
        "| data | %d mentions in news sentences; %d more were kept to validate, no sentence in both"
            + " |",
        corpus.training().size(),
        corpus.validation().size());
    line(
        card,
        "| training | `hearsay train tone --epochs %s --seed %d --rate %s --validation %s`: %.2f"
            + " epochs, %d steps, %.0f minutes |",
        settings.epochs(),
        settings.seed(),
        settings.rate(),
        settings.validation(),
        outcome.epochs(),
        outcome.steps(),
        outcome.seconds() / 60);
    toneTail(card);
    line(
        card,
        "%nOn the mentions kept to validate: macro-F1 %.3f, %.3f of the labels right.%n",
        evaluation.macroF1(),
        evaluation.accuracy());
    toneLimits(card);
    Files.writeString(file, card);
  }

  /**
   * Writes the card of a claim tagger that {@code train distil} trained, in Markdown.
   *
   * @param facts what the training said of itself
   * @param size of the model, in bytes
   * @param evaluation on articles that it was not trained on
   */
  public static void writeDistilled(
      Path file, Map<String, String> facts, long size, ClaimEvaluation evaluation)
      throws IOException {
    StringBuilder card = new StringBuilder();
    card.append("# The claim tagger's model\n\n");
    claimsHead(card, size);
    facts(card, facts);
    claims(card, evaluation);
    Files.writeString(file, card);
  }

  /**
   * How the layers were trained that read on from a tagger.
   *
   * @param from how many of its layers are shared
   * @param teacher how much its word counted where people marked, too, 0..1
   * @param annotated how many cues of annotated articles were read
   * @param plain how many of plain texts
   */
  public record Roles(int from, double teacher, int annotated, int plain) {}

  /**
   * Writes the card of layers that read on from a claim tagger, in Markdown.
   *
   * @param size of the model, in bytes
   * @param before the tagger's figures, with a pass of its own for each cue
   * @param after the same articles' with these layers
   */
  public static void writeRoles(
      Path file,
      ClaimCorpus corpus,
      Settings settings,
      Roles roles,
      Outcome outcome,
      long size,
      ClaimEvaluation before,
      ClaimEvaluation after)
      throws IOException {
    StringBuilder card = new StringBuilder();
    card.append("# The layers for a cue's source and content\n\n");
    line(
        card,
        "`claim-roles.onnx` (int8, %.1f MB) reads on from layer %d of `claim-tagger.onnx`, with a"
            + " cue's words marked, and tells for each word near the cue whether it belongs to the"
            + " cue's source or content. It works with that tagger alone; both files name it.%n",
        size / 1e6,
        roles.from());
    line(card, "| | |");
    line(card, "|---|---|");
    line(card, "| base | the tagger's own layers after layer %d |", roles.from());
    line(
        card,
        "| data | %d cues of %d annotated articles, %d of texts that nobody annotated; %d articles"
            + " were kept to judge by |",
        roles.annotated(),
        corpus.training().size(),
        roles.plain(),
        corpus.validation().size());
    line(
        card,
        "| training | `hearsay train roles --from %d --epochs %s --seed %d --rate %s --batch %d"
            + " --teacher %s --validation %s%s`: %.2f epochs, %d steps, %.0f minutes |",
        roles.from(),
        settings.epochs(),
        settings.seed(),
        settings.rate(),
        settings.batchPieces(),
        roles.teacher(),
        settings.validation(),
        Double.isInfinite(settings.minutes()) ? "" : " --minutes " + settings.minutes(),
        outcome.epochs(),
        outcome.steps(),
        outcome.seconds() / 60);
    line(card, "| quantised | dynamic int8, weights per column |");
    line(
        card,
        "| inputs | `states` [1, pieces, %d], `marks` [1, pieces] |",
        outcome.weights().architecture().hidden());
    line(card, "| output | [1, pieces, 3]: neither, source, content, on a word's first piece |%n");
    line(
        card,
        "On the %d articles kept to judge by, which the tagger was trained on, each word with its"
            + " likeliest label; F1 at overlap 0.5 / 0.8:%n",
        after.articles());
    line(card, "| p of a cue's first word | a pass a cue | these layers |");
    line(card, "|---|---|---|");
    for (int i = 0; i < after.figures().size(); i++) {
      line(
          card,
          "| %.1f | %.1f / %.1f | %.1f / %.1f |",
          after.figures().get(i).threshold(),
          100 * before.figures().get(i).half(),
          100 * before.figures().get(i).most(),
          100 * after.figures().get(i).half(),
          100 * after.figures().get(i).most());
    }
    Files.writeString(file, card);
  }

  /**
   * Writes the card of a model of tone that {@code train distil} trained, in Markdown.
   *
   * @param facts what the training said of itself
   * @param size of the model, in bytes
   * @param figures lines of {@link #toneFigure}
   */
  public static void writeDistilledTone(
      Path file, Map<String, String> facts, long size, String figures) throws IOException {
    StringBuilder card = new StringBuilder();
    card.append("# The model of tone\n\n");
    toneHead(card, size);
    facts(card, facts);
    toneTail(card);
    line(card, "%nOn mentions that it was not trained on:%n");
    line(card, "| mentions | how many | macro-F1 | right |");
    line(card, "|---|---|---|---|");
    card.append(figures);
    toneLimits(card);
    Files.writeString(file, card);
  }

  /** A line of a table of figures. */
  public static String toneFigure(String name, int mentions, ToneEvaluation figure) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f |%n",
        name,
        mentions,
        figure.macroF1(),
        figure.accuracy());
  }

  private static void claimsHead(StringBuilder card, long size) {
    line(
        card,
        "`claim-tagger.onnx` (int8, %.1f MB) with `vocab.txt` tells, for each word of a paragraph,"
            + " whether it belongs to an attribution cue (O, B, I), and, given a marked cue, whether"
            + " a word belongs to its source or its content (O, source, content). A marked cue that"
            + " has no content is none.\n",
        size / 1e6);
  }

  private static void toneHead(StringBuilder card, long size) {
    line(
        card,
        "`tone.onnx` (int8, %.1f MB) with `vocab.txt` tells how a sentence speaks of the mention that"
            + " is marked in it: neither, badly, well.\n",
        size / 1e6);
  }

  private static void toneTail(StringBuilder card) {
    line(card, "| quantised | dynamic int8, weights per column, word vectors per row |");
    line(
        card,
        "| inputs | as the claim tagger's, the mention's words marked; the answer stands at its first"
            + " word, in the last three of six outputs: neither, badly, well |");
  }

  private static void toneLimits(StringBuilder card) {
    line(
        card,
        "%nLimits: one sentence at a time, in English, of political news; where people label such"
            + " sentences they agree on about nine in ten. It says how a sentence speaks of someone,"
            + " not what its author thinks, and tells no deserved blame from other blame.");
  }

  private static void facts(StringBuilder card, Map<String, String> facts) {
    line(card, "| | |");
    line(card, "|---|---|");
    facts.forEach((name, fact) -> line(card, "| %s | %s |", name, fact));
  }

  /** What every claim tagger is, and its figures. */
  private static void claims(StringBuilder card, ClaimEvaluation evaluation) {
    line(card, "| quantised | dynamic int8, weights per column, word vectors per row |");
    line(
        card,
        "| inputs | `input_ids`, `attention_mask`, `token_type_ids` = case (0 lower, 1 capitalised,"
            + " 2 upper) + 3 when marked; int64 [batch, pieces] |");
    line(
        card,
        "| output | [batch, pieces, 6]: O, B, I of cues, then O, source, content; labels on a word's"
            + " first piece |");
    line(card, "| window | 200 pieces at most |\n");
    line(
        card,
        "On the %d articles that it was not trained on, %d attributions, each word with its likeliest"
            + " label:\n",
        evaluation.articles(),
        evaluation.gold());
    line(
        card,
        "| p of a cue's first word | found | attribution F1 at overlap 0.5 | at 0.8 | exact cue F1"
            + " |");
    line(card, "|---|---|---|---|---|");
    for (ClaimEvaluation.Figure figure : evaluation.figures()) {
      line(
          card,
          "| %.1f | %d | %.1f | %.1f | %.1f |",
          figure.threshold(),
          figure.predicted(),
          100 * figure.half(),
          100 * figure.most(),
          100 * figure.cues());
    }
    line(
        card,
        "%nLimits: the language and kind of text of its data; reads one paragraph at a time; what"
            + " the data does not mark (such as an attribution inside another) it does not find.");
  }

  private static int attributions(List<AnnotatedArticle> articles) {
    return articles.stream().mapToInt(a -> a.attributions().size()).sum();
  }

  private static void line(StringBuilder card, String format, Object... arguments) {
    card.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
