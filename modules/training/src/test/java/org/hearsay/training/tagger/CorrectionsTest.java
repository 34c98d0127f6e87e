package org.hearsay.training.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.hearsay.encoder.WordPiece;
import org.hearsay.text.Span;
import org.hearsay.training.claims.AnnotatedArticle;
import org.hearsay.training.claims.Example;
import org.hearsay.training.claims.Paragraph;
import org.hearsay.training.network.Architecture;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
  private static final String TEXT = "Orsk may say no and go.";
  private final Paragraph paragraph =
      new Paragraph(
          WordPiece.bundled().words(TEXT, new Span(0, TEXT.length()), new HashMap<>()),
          List.of(
              new AnnotatedArticle.Attribution(
                  List.of(new Span(0, 4)), List.of(new Span(5, 12)), List.of(new Span(13, 15)))));

  /** Scores in which each word surely has its label, and the other pass's are not to be read. */
  private static float[] scores(int... labels) {
    float[] scores = new float[Architecture.LABELS * labels.length];
    for (int i = 0; i < labels.length; i++) {
      for (int k = 0; k < Architecture.LABELS; k++) {
        scores[Architecture.LABELS * i + k] = k == labels[i] ? 0 : -9;
      }
    }
    return scores;
  }

  @Test
  void whatWasMistakenIsKeptAsAMarkedWindowAndTakenOnce() {
    Corrections corrections = new Corrections();
    corrections.collect(paragraph.plain(), scores(0, 1, 2, 0, 0, 1, 0), 9);
    assertThat(corrections.size()).isEqualTo(1);
    Example correction = corrections.take().get(0);
    assertThat(correction.isMarked()).isTrue();
    assertThat(correction.window().marks(5)).isTrue();
    assertThat(correction.labels()).containsOnly(Paragraph.OUTSIDE);
    assertThat(corrections.take()).isEmpty();
  }

  @Test
  void boundsThatAreWrongAreAMistake() {
    Corrections corrections = new Corrections();
    corrections.collect(paragraph.plain(), scores(0, 0, 1, 0, 0, 0, 0), 9);
    assertThat(corrections.take())
        .singleElement()
        .satisfies(c -> assertThat(c.labels()).containsExactly(1, 0, 0, 2, 0, 0, 0));
  }

  @Test
  void markedWindowsAreSkippedAndNoMoreThanAskedAreKept() {
    Corrections corrections = new Corrections();
    List<Example> both = List.of(paragraph.marked().get(0), paragraph.plain().get(0));
    float[] scores = scores(1, 1, 1, 1, 1, 1, 1, 0, 1, 2, 1, 1, 1, 0);
    corrections.collect(both, scores, 2);
    assertThat(corrections.size()).isEqualTo(2);
    corrections.collect(both, scores, 2);
    assertThat(corrections.size()).isEqualTo(2);
  }
}
