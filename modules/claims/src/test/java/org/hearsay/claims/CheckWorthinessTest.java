package org.hearsay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.encoder.sentences.LinearModel;
import org.hearsay.encoder.sentences.SentenceEncoder;
import org.hearsay.encoder.sentences.SentenceReader;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.text.Span;
import org.hearsay.text.attribution.CueKind;
import org.junit.jupiter.api.Test;

/** The text is fiction. */
class CheckWorthinessTest {
  private static final String TEXT =
      "Unemployment in Fenland fell by 12 percent last year, Mara Lind said."
          + " Good evening and thank you all so much, Mara Lind said.";

  private static Claim claim(String content) {
    int at = TEXT.indexOf(content);
    return new Claim(
        ClaimForm.INDIRECT,
        -1,
        1,
        List.of(new Span(at, at + content.length())),
        new Cue(List.of(), CueKind.SPEECH, CueMode.ASSERTED),
        List.of(),
        null,
        List.of());
  }

  @Test
  void aFigureIsWorthCheckingAndAGreetingIsNot() {
    int end = TEXT.indexOf(" Good");
    List<Sentence> sentences =
        List.of(
            new Sentence(new Span(0, end), 0, List.of()),
            new Sentence(new Span(end + 1, TEXT.length()), 0, List.of()));
    List<Claim> claims =
        List.of(
            claim("Unemployment in Fenland fell by 12 percent last year"),
            claim("Good evening and thank you all so much"));
    try (SentenceEncoder encoder = SentenceEncoder.load()) {
      LinearModel model = CheckWorthiness.model();
      SentenceReader reader = new SentenceReader(encoder, List.of(model));
      AnnotatedText text =
          new AnnotatedText(
              TEXT, List.of(new Span(0, TEXT.length())), sentences, List.of(), List.of());
      List<Double> found = new CheckWorthiness(model, reader).of(text, claims);
      assertThat(found).hasSize(2).allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
      assertThat(found.get(0)).isGreaterThan(.6);
      assertThat(found.get(1)).isLessThan(.2);
    }
  }
}
