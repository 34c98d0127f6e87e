package org.hearsay.training.card;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hearsay.training.claims.AnnotatedArticle;
import org.hearsay.training.claims.ClaimCorpus;
import org.hearsay.training.claims.ClaimEvaluation;
import org.hearsay.training.tagger.Outcome;
import org.hearsay.training.tagger.Settings;

/** The card of a claim tagger. */
public final class ClaimsCard {
  private static final String TITLE = "The claim tagger's model";

  private ClaimsCard() {}

  /**
   * Writes the card of one that {@code train claims} trained.
   *
   * @param evaluation on the articles that were kept to validate
   */
  public static void write(Path file, ClaimCorpus corpus, Made made, ClaimEvaluation evaluation)
      throws IOException {
    Card card = new Card(TITLE);
    head(card, made.bytes());
    card.table();
    card.base(made.outcome().weights());
    card.line(
        "| data | %d articles with %d attributions; %d more articles were kept to validate |",
        corpus.training().size(), attributions(corpus.training()), corpus.validation().size());
    training(card, made.settings(), made.outcome());
    form(card);
    figures(card, evaluation);
    card.write(file);
  }

  /**
   * Writes the card of one that {@code train distil} trained.
   *
   * @param facts what the training said of itself
   * @param bytes the size of the model
   * @param evaluation on articles that it was not trained on
   */
  public static void writeDistilled(
      Path file, Map<String, String> facts, long bytes, ClaimEvaluation evaluation)
      throws IOException {
    Card card = new Card(TITLE);
    head(card, bytes);
    card.table(facts);
    form(card);
    figures(card, evaluation);
    card.write(file);
  }

  private static int attributions(List<AnnotatedArticle> articles) {
    return articles.stream().mapToInt(a -> a.attributions().size()).sum();
  }

  private static void head(Card card, long bytes) {
    card.line(
        "`claim-tagger.onnx` (int8, %.1f MB) with `vocab.txt` tells, for each word of a paragraph,"
            + " whether it belongs to an attribution cue (O, B, I), and, given a marked cue, whether"
            + " a word belongs to its source or its content (O, source, content). A marked cue that"
            + " has no content is none.\n",
        bytes / 1e6);
  }

  private static void training(Card card, Settings settings, Outcome outcome) {
    card.line(
        "| training | `hearsay train claims --epochs %s --seed %d --rate %s --batch %d --validation"
            + " %s --marked-share %s%s`: %.2f epochs, %d steps, %.0f minutes; %d mistaken cues"
            + " trained on as marked windows |",
        settings.length().epochs(),
        settings.seed(),
        settings.schedule().peak(),
        settings.batchPieces(),
        settings.judging().validation(),
        settings.weighing().markedShare(),
        Card.minutes(settings),
        outcome.epochs(),
        outcome.steps(),
        outcome.seconds() / 60,
        outcome.corrections());
    card.line(
        "| | AdamW, rate up for %.0f %% of it and down to 0; word vectors at half the rate, head and"
            + " types at three times; dropout %s; cue words count %s times; the moving average of"
            + " the weights is kept |",
        100 * settings.schedule().warmUp(), settings.dropout(), settings.weighing().cueWeight());
  }

  /** What goes in and comes out. */
  private static void form(Card card) {
    card.line("| quantised | dynamic int8, weights per column, word vectors per row |");
    card.line(
        "| inputs | `input_ids`, `attention_mask`, `token_type_ids` = case (0 lower, 1 capitalised,"
            + " 2 upper) + 3 when marked; int64 [batch, pieces] |");
    card.line(
        "| output | [batch, pieces, 6]: O, B, I of cues, then O, source, content; labels on a word's"
            + " first piece |");
    card.line("| window | 200 pieces at most |\n");
  }

  private static void figures(Card card, ClaimEvaluation evaluation) {
    card.line(
        "On the %d articles that it was not trained on, %d attributions, each word with its likeliest"
            + " label:\n",
        evaluation.articles(), evaluation.gold());
    card.line(
        "| p of a cue's first word | found | attribution F1 at overlap 0.5 | at 0.8 | exact cue F1"
            + " |");
    card.line("|---|---|---|---|---|");
    for (ClaimEvaluation.Figure figure : evaluation.figures()) {
      card.line(
          "| %.1f | %d | %.1f | %.1f | %.1f |",
          figure.threshold(),
          figure.predicted(),
          100 * figure.half(),
          100 * figure.most(),
          100 * figure.cues());
    }
    card.line(
        "%nLimits: the language and kind of text of its data; reads one paragraph at a time; what"
            + " the data does not mark (such as an attribution inside another) it does not find.");
  }
}
