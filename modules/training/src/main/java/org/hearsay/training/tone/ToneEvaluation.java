package org.hearsay.training.tone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hearsay.encoder.ToneTagger;
import org.hearsay.encoder.WordPiece;
import org.hearsay.text.Span;

/**
 * How right an exported model is about mentions that it was not trained on.
 *
 * @param mentions how many
 * @param accuracy the share that has the right label, 0..1
 * @param macroF1 the mean of the three labels' F1, 0..1
 */
public record ToneEvaluation(int mentions, double accuracy, double macroF1) {

  /** Reads mentions with a model. */
  public static ToneEvaluation of(WordPiece wordPiece, Path model, List<TonedMention> tones)
      throws IOException {
    int[][] counts = new int[3][3];
    try (ToneTagger tagger = ToneTagger.load(wordPiece, model)) {
      for (TonedMention tone : tones) {
        Span whole = new Span(0, tone.text().length());
        double found =
            tagger
                .tones(tone.text(), List.of(new ToneTagger.Request(whole, tone.mention())))
                .get(0);
        counts[tone.label() + 1][ToneTagger.label(found) + 1]++;
      }
    }
    int right = 0;
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      int gold = 0;
      int said = 0;
      for (int other = 0; other < 3; other++) {
        gold += counts[k][other];
        said += counts[other][k];
      }
      right += counts[k][k];
      sum += gold + said == 0 ? 0 : 2.0 * counts[k][k] / (gold + said);
    }
    return new ToneEvaluation(tones.size(), right / (double) Math.max(1, tones.size()), sum / 3);
  }
}
