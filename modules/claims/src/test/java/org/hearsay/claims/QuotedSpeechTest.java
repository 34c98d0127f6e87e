package org.hearsay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.text.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuotedSpeechTest {
  private final PlainTexts texts = new PlainTexts();

  @AfterAll
  void close() {
    texts.close();
  }

  private static List<String> words(String text, List<Span> spans) {
    return spans.stream().map(span -> span.of(text)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“The bridge will reopen in May,” Brandt said.",
        "\"The bridge will reopen in May,\" Brandt said.",
        "„The bridge will reopen in May,“ Brandt said.",
        "«The bridge will reopen in May,» Brandt said.",
        "»The bridge will reopen in May,« Brandt said.",
        "‘The bridge will reopen in May,’ Brandt said.",
        "'The bridge will reopen in May,' Brandt said.",
        "''The bridge will reopen in May,'' Brandt said.",
        "``The bridge will reopen in May,'' Brandt said."
      })
  void everyKindOfMarkQuotes(String text) {
    Claim claim = texts.claims(text).get(0);
    assertThat(claim.form()).isEqualTo(ClaimForm.DIRECT);
    assertThat(words(text, claim.source())).containsExactly("Brandt");
    assertThat(words(text, claim.content()).get(0)).contains("The bridge will reopen in May");
  }

  @Test
  void aSplitQuotationIsOneClaim() {
    String text = "“The bridge,” Brandt said on Monday, “will reopen in May.”";
    List<Claim> claims = texts.claims(text);
    assertThat(claims).hasSize(1);
    assertThat(words(text, claims.get(0).content()))
        .containsExactly("“The bridge,”", "“will reopen in May.”");
  }

  @Test
  void aSentenceThatFollowsIsTheSameSpeakers() {
    String text =
        "“The bridge will reopen in May,” Brandt said, closing her folder. “Nobody will pay a toll"
            + " to cross the river again.”";
    assertThat(words(text, texts.claims(text).get(0).content()))
        .contains("“Nobody will pay a toll to cross the river again.”");
  }

  @Test
  void aQuotationGoesOnInParagraphsThatOpenItAgain() {
    String text =
        """
        “The bridge will reopen in May,” Brandt said.

        “We have waited for the steel since autumn.

        “Now it lies in the harbour.”""";
    assertThat(words(text, texts.claims(text).get(0).content()))
        .containsExactly(
            "“The bridge will reopen in May,”",
            "“We have waited for the steel since autumn.",
            "“Now it lies in the harbour.”");
  }

  @Test
  void aColonIntroducesTheNextParagraph() {
    String text =
        "Brandt continued:\n\n“We have waited for the steel since autumn, and now it is here.”";
    List<Claim> claims = texts.claims(text);
    assertThat(claims).hasSize(1);
    assertThat(words(text, claims.get(0).source())).containsExactly("Brandt");
    assertThat(claims.get(0).form()).isEqualTo(ClaimForm.DIRECT);
  }

  @Test
  void aSignatureSaysWho() {
    String text = "“I crossed that bridge every day of my life.” — Orla Finnegan";
    List<Claim> claims = texts.claims(text);
    assertThat(claims).hasSize(1);
    assertThat(words(text, claims.get(0).source())).containsExactly("Orla Finnegan");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The band played “Lantern Street” on the pier before the ferry left.",
        "Orla “the Gull” Finnegan walked to the pier.",
        "The pump runs on what is called a “dry start” in the trade."
      })
  void titlesNicknamesAndTermsAreNoSpeech(String text) {
    assertThat(texts.claims(text)).noneMatch(claim -> claim.form() == ClaimForm.DIRECT);
  }
}
