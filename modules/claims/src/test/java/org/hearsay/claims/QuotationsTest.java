package org.hearsay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationsTest {
  private static ClaimForm form(String text, String content) {
    int at = text.indexOf(content);
    return new Quotations(text, List.of(new Span(0, text.length())))
        .form(List.of(new Span(at, at + content.length())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“The dam holds,” she said.",
        "\"The dam holds,\" she said.",
        "«The dam holds», she said.",
        "„The dam holds“, she said.",
        "‘The dam holds,’ she said.",
        "'The dam holds,' she said.",
        "“The dam holds"
      })
  void allInMarksIsDirect(String text) {
    assertThat(form(text, "The dam holds")).isEqualTo(ClaimForm.DIRECT);
  }

  @Test
  void someInMarksIsMixed() {
    assertThat(form("He said the dam “holds for now”.", "the dam “holds for now”"))
        .isEqualTo(ClaimForm.MIXED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She said Orla's boat and Finn's boat left.",
        "She said Orla’s boat and Finn’s boat left.",
        "She said the 6\" pipe and the boat left.",
        "“Yes,” she said; the boat left."
      })
  void apostrophesAndOtherWordsAreNotQuoted(String text) {
    assertThat(form(text, "boat left")).isEqualTo(ClaimForm.INDIRECT);
  }
}
