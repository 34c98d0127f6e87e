package org.hearsay.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hearsay.text.Span;
import org.hearsay.text.WorkBudget;

class LanguageAnnotatorTest {
  /** Loaded once: it takes seconds. */
  private static final LanguageAnnotator ANNOTATOR = LanguageAnnotator.load("en");

  private static AnnotatedText annotate(String text) {
    return ANNOTATOR.annotate(text, LanguageAnnotator.paragraphs(text));
  }

  @Example
  void sentencesTokensTagsAndLemmasAreFound() {
    AnnotatedText text = annotate("The mayor's aides were singing. Nobody listened.");
    assertThat(text.sentences()).hasSize(2);
    Sentence first = text.sentences().get(0);
    assertThat(first.tokens())
        .extracting(Token::text)
        .containsExactly("The", "mayor", "'s", "aides", "were", "singing", ".");
    assertThat(first.tokens().get(5).lemma()).isEqualTo("sing");
    assertThat(first.tokens().get(5).partOfSpeech().isPresentParticiple()).isTrue();
    assertThat(text.partial()).isEmpty();
  }

  @Example
  void namesCarryTheirTypeAndSentence() {
    AnnotatedText text =
        annotate("It rained.\nMaria Lindqvist of the World Bank landed in Geneva on Monday.");
    assertThat(text.names())
        .extracting(name -> name.type() + " " + name.span().of(text.text()) + name.sentence())
        .containsExactly("PERSON Maria Lindqvist1", "ORGANIZATION World Bank1", "LOCATION Geneva1");
  }

  @Example
  void aDoubleSurnameIsWholeAndTwoNamesWithAHyphenBetweenAreTwo() {
    AnnotatedText text =
        annotate(
            "According to the head of the mission, Ingrid Salmela-Roth, the observers are watching"
                + " traffic. The Maria Lindqvist-John Smith debate was on Monday.");
    assertThat(text.names())
        .extracting(name -> name.span().of(text.text()))
        .contains("Ingrid Salmela-Roth", "Maria Lindqvist", "John Smith");
  }

  @Example
  void aSentenceNeverCrossesAParagraph() {
    String text = "The harbour opens\n\nThe ferry leaves";
    AnnotatedText annotated = annotate(text);
    assertThat(annotated.sentences()).extracting(Sentence::paragraph).containsExactly(0, 1);
    assertThat(annotated.sentences().get(1).span().of(text)).isEqualTo("The ferry leaves");
  }

  /** A moment passes with each look at the clock. */
  private static WorkBudget looks(int most) {
    AtomicInteger looks = new AtomicInteger();
    return WorkBudget.of(most, () -> 1_000_000L * looks.getAndIncrement());
  }

  @Property(tries = 40)
  void whatThereIsTimeForReadsAsItDoesInTheWhole(@ForAll @IntRange(min = 1, max = 30) int most) {
    String one = "Number " + most + " sailed. Nobody saw it leave. The harbour was empty.";
    String text = one + "\n\n" + "It rained in Prelog. The ferry came back.\n\nAnd then? No.";
    AnnotatedText part = ANNOTATOR.annotate(text, LanguageAnnotator.paragraphs(text), looks(most));
    AnnotatedText whole = annotate(text);

    int read = part.sentences().size();
    assertThat(read).isPositive();
    assertThat(part.sentences()).isEqualTo(whole.sentences().subList(0, read));
    assertThat(part.asFarAsRead().paragraphs()).hasSizeLessThanOrEqualTo(3);
    assertThat(part.partial().isEmpty()).isEqualTo(read == whole.sentences().size());
    int end = part.sentences().get(read - 1).span().end();
    if (read < whole.sentences().size()) {
      assertThat(part.partial())
          .containsExactly(
              "OVER_TIME: annotated the first " + end + " of " + text.length() + " characters");
    }
  }

  @Example
  void textOutsideTheParagraphsIsLeftOut() {
    assertThat(ANNOTATOR.annotate("One. Two.", List.of(new Span(5, 9))).sentences())
        .extracting(Sentence::span)
        .containsExactly(new Span(5, 9));
  }

  @Example
  void offsetsAreUtf16UnitsAlsoAfterAnEmojiAndCurlyQuotes() {
    String text = "🇲🇽 😀 “Niš – Đurđevdan…” said 𝒜nna.";
    for (Token token : annotate(text).sentences().get(0).tokens()) {
      assertThat(token.text()).isEqualTo(token.span().of(text));
    }
    assertThat(annotate(text).sentences().get(0).tokens())
        .extracting(Token::text)
        .contains("“", "Đurđevdan", "said");
  }

  @Example
  void aParagraphReadAgainAtAnotherPlaceSaysTheSame() {
    String line = "Maria Lindqvist's aides were singing. Nobody in Geneva listened.";
    String other = "It rained. Serbia's ministry said nothing.\n" + line;
    LanguageAnnotator fresh = ANNOTATOR.with(ReadingLimits.DEFAULT);
    LanguageAnnotator used = ANNOTATOR.with(ReadingLimits.DEFAULT);
    used.annotate(line, LanguageAnnotator.paragraphs(line));
    assertThat(used.annotate(other, LanguageAnnotator.paragraphs(other)))
        .isEqualTo(fresh.annotate(other, LanguageAnnotator.paragraphs(other)));
  }

  @Example
  void aTextThatIsTooLongIsAnnotatedUpToAParagraphAndSaysSo() {
    LanguageAnnotator limited = ANNOTATOR.with(new ReadingLimits(20, 400, 200));
    String text = "A first line.\nA second line.\nA third.";
    AnnotatedText annotated = limited.annotate(text, LanguageAnnotator.paragraphs(text));
    assertThat(annotated.sentences()).hasSize(1);
    assertThat(annotated.paragraphs()).hasSize(3);
    assertThat(annotated.asFarAsRead().paragraphs()).containsExactly(new Span(0, 13));
    assertThat(annotated.partial()).singleElement().asString().startsWith("TEXT_TOO_LONG: ");
  }

  @Example
  void aFirstParagraphThatIsTooLongIsCutBetweenWords() {
    LanguageAnnotator limited = ANNOTATOR.with(new ReadingLimits(15, 400, 200));
    AnnotatedText annotated =
        limited.annotate("Lanterns illuminated everything.", List.of(new Span(0, 32)));
    assertThat(annotated.sentences().get(0).tokens())
        .extracting(Token::text)
        .containsExactly("Lanterns");
    assertThat(annotated.asFarAsRead().paragraphs()).containsExactly(new Span(0, 8));
    assertThat(annotated.partial()).hasSize(1);
  }

  @Example
  void aSentenceOfFiftyThousandWordsTakesSecondsAndSaysSo() {
    LanguageAnnotator roomy = ANNOTATOR.with(new ReadingLimits(1_000_000, 400, 200));
    String text = "stone bridge ".repeat(25_000);
    long start = System.nanoTime();
    AnnotatedText annotated = roomy.annotate(text, LanguageAnnotator.paragraphs(text));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    assertThat(annotated.sentences()).hasSize(250);
    assertThat(annotated.partial()).singleElement().asString().startsWith("SENTENCE_TOO_LONG: 1 ");
  }

  @Example
  void hostileRunsOfCharactersTakeBoundedTime() {
    for (String unit :
        List.of("a", "-", ".", "a.", "a-", "www.a", "@", "$1,", "<", "&", "'", "😀")) {
      String text = unit.repeat(20_000 / unit.length());
      long start = System.nanoTime();
      assertThat(annotate(text).sentences()).as(unit).isNotEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(unit)
          .isLessThan(Duration.ofSeconds(60));
    }
  }

  @Example
  void threadsShareOneAnnotatorAndGetTheSameAnswer()
      throws ExecutionException, InterruptedException {
    String text = "Maria Lindqvist told the World Bank that Geneva was cold.";
    AnnotatedText alone = annotate(text);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<AnnotatedText>> answers =
          threads.invokeAll(Collections.nCopies(20, () -> annotate(text)));
      for (Future<AnnotatedText> answer : answers) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Example
  void paragraphsOutOfOrderAreRefused() {
    assertThatThrownBy(
            () -> ANNOTATOR.annotate("One. Two.", List.of(new Span(5, 9), new Span(0, 4))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ANNOTATOR.annotate("One.", List.of(new Span(0, 9))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void anEmptyTextHasNoSentences() {
    assertThat(annotate("").sentences()).isEmpty();
    assertThat(annotate(" \n \n").sentences()).isEmpty();
  }

  @Property(tries = 60)
  void tokensAreInOrderAndInsideTheirParagraph(@ForAll String text) {
    AnnotatedText annotated = annotate(text);
    int at = 0;
    for (Sentence sentence : annotated.sentences()) {
      assertThat(sentence.tokens()).isNotEmpty();
      for (Token token : sentence.tokens()) {
        assertThat(token.span().start()).isGreaterThanOrEqualTo(at);
        assertThat(annotated.paragraphs().get(sentence.paragraph()).contains(token.span()))
            .isTrue();
        at = token.span().end();
      }
    }
  }
}
