package org.hearsay.claims.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.claims.English;
import org.hearsay.claims.Quotations;
import org.hearsay.claims.document.Document;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnnotator;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.language.grammar.PartsOfSpeech;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

/** The texts are fiction. */
class ReachTest {
  private static final Pattern SENTENCE = Pattern.compile("\\S[^.]*\\.[”\"]?");

  private static Sentence sentence(Span span, String text) {
    String words = span.of(text);
    return new Sentence(
        span, 0, List.of(new Token(span, words, words, PartsOfSpeech.load("en").of("NN"))));
  }

  private static String reach(String text, String cue, boolean sentences) {
    List<Sentence> found =
        SENTENCE
            .matcher(text)
            .results()
            .map(m -> sentence(new Span(m.start(), m.end()), text))
            .toList();
    List<Span> paragraphs = LanguageAnnotator.paragraphs(text);
    Document document =
        English.document(
            new AnnotatedText(
                text, paragraphs, sentences ? found : List.of(), List.of(), List.of()),
            List.of());
    int at = text.indexOf(cue);
    return new Reach(document, new Quotations(text, paragraphs))
        .of(new Span(at, at + cue.length()))
        .of(text);
  }

  @Test
  void itIsTheCuesSentence() {
    assertThat(
            reach(
                "It rained. The bridge held. The mayor was glad. Nobody cared.", "was glad", true))
        .isEqualTo("The mayor was glad.");
  }

  @Test
  void neighboursThatHoldQuotedWordsAreReadAsFarAsTheyGo() {
    String text =
        "It rained. He came late. “The bridge held. It will hold again,” Mara Lind said."
            + " “We built it. Others talked.” Nobody cared. It rained.";
    assertThat(reach(text, "said", true))
        .isEqualTo(
            "“The bridge held. It will hold again,” Mara Lind said. “We built it. Others talked.”");
    assertThat(reach(text, "came", true)).startsWith("He came").endsWith("talked.”");
  }

  @Test
  void aCueThatRunsOverSentencesIsReadWhole() {
    assertThat(reach("A. He said. That it held. B. C.", "said. That", true))
        .isEqualTo("He said. That it held.");
  }

  @Test
  void withoutSentencesAllIsRead() {
    String text = "It rained. The mayor said so. Nobody cared.";
    assertThat(reach(text, "said", false)).isEqualTo(text);
  }

  @Test
  void afterTheLastSentenceAllIsRead() {
    String text = "It rained. No end, he said";
    assertThat(reach(text, "said", true)).isEqualTo(text);
  }
}
