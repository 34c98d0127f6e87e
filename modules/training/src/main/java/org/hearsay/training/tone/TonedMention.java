package org.hearsay.training.tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hearsay.encoder.ToneTagger;
import org.hearsay.encoder.Window;
import org.hearsay.encoder.Word;
import org.hearsay.encoder.WordPiece;
import org.hearsay.text.Span;
import org.hearsay.training.claims.Example;
import org.hearsay.training.claims.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * A mention in a sentence, and how the sentence speaks of it.
 *
 * @param sentence the sentence's key: mentions of one sentence are not parted between training and
 *     validation
 * @param text the sentence
 * @param mention where the mention stands in it, in UTF-16 code units
 * @param label -1 badly, 0 neither, 1 well
 */
public record TonedMention(String sentence, String text, Span mention, int label) {

  /** The examples of mentions; a mention without words gives none. */
  public static List<Example> examples(
      List<TonedMention> tones, WordPiece wordPiece, Map<String, int[]> seen) {
    List<Example> examples = new ArrayList<>();
    for (TonedMention tone : tones) {
      List<Word> words = wordPiece.words(tone.text(), new Span(0, tone.text().length()), seen);
      @Nullable Window window = Window.around(words, tone.mention());
      if (window != null) {
        int[] labels = new int[window.size()];
        Arrays.fill(labels, Example.NOT_ASKED);
        labels[window.markFirst() - window.first()] = ToneTagger.LABELS.indexOf(tone.label());
        examples.add(new Example(new Paragraph(words, List.of()), window, labels));
      }
    }
    return examples;
  }
}
