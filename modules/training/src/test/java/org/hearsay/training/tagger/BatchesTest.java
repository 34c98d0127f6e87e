package org.hearsay.training.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hearsay.encoder.WordPiece;
import org.hearsay.text.Span;
import org.hearsay.training.claims.Example;
import org.hearsay.training.claims.Paragraph;

class BatchesTest {
  private static final WordPiece WORDS = WordPiece.bundled();

  private static Example example(int words) {
    String text = "a ".repeat(words);
    Paragraph paragraph =
        new Paragraph(WORDS.words(text, new Span(0, text.length()), new HashMap<>()), List.of());
    return paragraph.plain().get(0);
  }

  @Property(tries = 100)
  void everyExampleIsInOneBatchAndNoBatchIsTooWide(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 60) Integer> lengths,
      @ForAll long seed) {
    List<Example> examples = lengths.stream().map(BatchesTest::example).toList();
    List<Example> seen = new ArrayList<>();
    for (List<Example> batch : Batches.shuffled(examples, 100, new Random(seed))) {
      int width = batch.stream().mapToInt(e -> e.window().length()).max().orElseThrow();
      assertThat(width * batch.size()).isLessThanOrEqualTo(100);
      seen.addAll(batch);
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(examples);
  }

  @Property(tries = 20)
  void oneSeedGivesOneOrder(@ForAll long seed) {
    List<Example> examples = List.of(example(3), example(9), example(4), example(60));
    assertThat(Batches.shuffled(examples, 20, new Random(seed)))
        .isEqualTo(Batches.shuffled(examples, 20, new Random(seed)));
  }
}
