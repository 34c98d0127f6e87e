package org.hearsay.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hearsay.claims.ClaimScores.Figures;
import org.hearsay.claims.ClaimScores.Marked;
import org.hearsay.claims.ClaimScores.Outcome;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

/** The text is fiction. */
class ClaimScoresTest {
  private static final String TEXT = "Mara Lind said the old bridge is closed. Two boats left.";

  private static Marked claim(String source, String cue, String content) {
    return new Marked(spans(source), spans(cue), spans(content), "INDIRECT");
  }

  private static List<Span> spans(String part) {
    int at = TEXT.indexOf(part);
    return part.isEmpty() ? List.of() : List.of(new Span(at, at + part.length()));
  }

  @Test
  void theSameClaimIsRightInEveryFigure() {
    ClaimScores scores = new ClaimScores();
    Marked claim = claim("Mara Lind", "said", "the old bridge is closed");
    scores.add(
        TEXT, List.of(claim), List.of(claim("Mara Lind", "said", " the old bridge is closed")));
    Figures figures = scores.figures();
    assertThat(figures.most().f1()).isEqualTo(1);
    assertThat(figures.content().f1()).isEqualTo(1);
    assertThat(figures.sourceExact()).isEqualTo(1);
    assertThat(figures.recall()).containsEntry("INDIRECT", 1.0);
  }

  @Test
  void halfAContentIsFoundAndNotExact() {
    ClaimScores scores = new ClaimScores();
    scores.add(
        TEXT,
        List.of(claim("Mara Lind", "said", "the old bridge is closed")),
        List.of(claim("Lind", "said", "the old bridge")));
    Figures figures = scores.figures();
    assertThat(figures.half().f1()).isEqualTo(1);
    assertThat(figures.most().f1()).isZero();
    assertThat(figures.content().f1()).isZero();
    assertThat(figures.cue().f1()).isEqualTo(1);
    assertThat(figures.sourceOverlaps()).isEqualTo(1);
    assertThat(figures.sourceExact()).isZero();
  }

  @Test
  void whatIsMissedAndWhatIsInventedIsNamedAndCounted() {
    ClaimScores scores = new ClaimScores();
    Marked missed = claim("Mara Lind", "said", "the old bridge is closed");
    Marked invented = claim("", "", "Two boats left");
    Outcome outcome = scores.add(TEXT, List.of(missed), List.of(invented));
    assertThat(outcome.missed()).containsExactly(missed);
    assertThat(outcome.invented()).containsExactly(invented);
    assertThat(scores.figures().half().f1()).isZero();
  }

  @Test
  void aClaimInsideAnotherIsNotCountedAndASourceWherePeopleSawNoneIs() {
    ClaimScores scores = new ClaimScores();
    scores.add(
        TEXT,
        List.of(claim("", "said", "the old bridge is closed")),
        List.of(
            claim("Mara Lind", "said", "the old bridge is closed"),
            claim("the old bridge", "is", "closed")));
    Figures figures = scores.figures();
    assertThat(figures.found()).isEqualTo(1);
    assertThat(figures.half().precision()).isCloseTo(1, within(1e-9));
    assertThat(figures.invented()).isEqualTo(1);
  }
}
