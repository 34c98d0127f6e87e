package org.hearsay.training.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.encoder.Window;
import org.hearsay.encoder.WordPiece;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParagraphTest {
  private static final String TEXT =
      "The bridge is closed.\nMayor Brandt has told reporters that it will reopen, and left.";
  private static final WordPiece WORDS = WordPiece.bundled();

  private static Span span(String part) {
    int start = TEXT.indexOf(part);
    return new Span(start, start + part.length());
  }

  private static AnnotatedArticle article() {
    return new AnnotatedArticle(
        "a",
        TEXT,
        List.of(
            new AnnotatedArticle.Attribution(
                List.of(span("Mayor Brandt")),
                List.of(span("has told")),
                List.of(span("that it will reopen")))));
  }

  private static Paragraph second() {
    return Paragraph.of(article(), WORDS).get(1);
  }

  /** The words of a window that have a label. */
  private static List<String> labelled(Example example, int label) {
    return IntStream.range(0, example.labels().length)
        .filter(i -> example.labels()[i] == label)
        .mapToObj(i -> example.window().words().get(example.window().first() + i).span().of(TEXT))
        .toList();
  }

  @Test
  void paragraphsAreLinesWithWhatIsInThem() {
    List<Paragraph> paragraphs = Paragraph.of(article(), WORDS);
    assertThat(paragraphs).hasSize(2);
    assertThat(paragraphs.get(0).attributions()).isEmpty();
    assertThat(paragraphs.get(0).marked()).isEmpty();
    assertThat(paragraphs.get(1).attributions()).hasSize(1);
  }

  @Test
  void aPlainWindowSaysWhereCuesBeginAndGoOn() {
    Example plain = second().plain().get(0);
    assertThat(plain.isMarked()).isFalse();
    assertThat(labelled(plain, Paragraph.FIRST_OR_SOURCE)).containsExactly("has");
    assertThat(labelled(plain, Paragraph.LATER_OR_CONTENT)).containsExactly("told");
  }

  @Test
  void aMarkedWindowSaysWhatIsSourceAndContent() {
    Example marked = second().marked().get(0);
    assertThat(marked.isMarked()).isTrue();
    assertThat(labelled(marked, Paragraph.FIRST_OR_SOURCE)).containsExactly("Mayor", "Brandt");
    assertThat(labelled(marked, Paragraph.LATER_OR_CONTENT))
        .containsExactly("that", "it", "will", "reopen");
  }

  @Test
  void windowsAreThoseThatTheTaggerReads() {
    Paragraph paragraph = second();
    assertThat(paragraph.plain())
        .extracting(Example::window)
        .isEqualTo(Window.over(paragraph.words()));
    assertThat(paragraph.marked())
        .extracting(Example::window)
        .containsExactly(Window.around(paragraph.words(), 2, 4));
  }

  private static @Nullable Example correction(int first, int end) {
    return second().correction(new Paragraph.Cue(first, end));
  }

  @Test
  void aCueThatIsNoneHasNeitherSourceNorContent() {
    Example left = correction(12, 13);
    assertThat(left).isNotNull();
    assertThat(left.window().marks(12)).isTrue();
    assertThat(Arrays.stream(left.labels())).containsOnly(Paragraph.OUTSIDE);
  }

  @Test
  void aCueWithWrongBoundsHasTheRightSourceAndContent() {
    Example told = correction(3, 4);
    assertThat(told).isNotNull();
    assertThat(labelled(told, Paragraph.FIRST_OR_SOURCE)).containsExactly("Mayor", "Brandt");
  }

  @Test
  void aRightCueNeedsNoCorrection() {
    assertThat(correction(2, 4)).isNull();
  }
}
