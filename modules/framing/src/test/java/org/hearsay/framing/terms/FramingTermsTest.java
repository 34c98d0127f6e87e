package org.hearsay.framing.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FramingTermsTest {
  private static LexiconSource file(String text) {
    return new LexiconSource("mine.txt", text);
  }

  @Test
  void aUsersFileAddsTermsChangesWeightsAndTakesTermsOut() throws LexiconException {
    FramingTerms lexicon =
        FramingTerms.builtInAnd(
            "en",
            List.of(
                file(
                    """
                    # ours
                    [LABEL] names the lake people by a judgement on them
                    mud-dweller, bog folk	n	.9
                    thug	n	0
                    """)));
    assertThat(lexicon.startingWith("mud"))
        .singleElement()
        .satisfies(
            term -> {
              assertThat(term.words()).containsExactly("mud", "dweller");
              assertThat(term.category()).isEqualTo(Category.LABEL);
              assertThat(term.weight()).isEqualTo(.9);
            });
    assertThat(lexicon.startingWith("thug")).isEmpty();
    assertThat(lexicon.startingWith("breakaway")).isNotEmpty();
  }

  @Test
  void aBrokenFileIsRefusedWithItsNameAndLine() {
    assertThatThrownBy(() -> FramingTerms.of(List.of(file("thug\tn\t.9"))))
        .isInstanceOf(LexiconException.class)
        .hasMessageStartingWith("mine.txt:1: a term before");
    assertThatThrownBy(() -> FramingTerms.of(List.of(file("[LABLE] typo\n"))))
        .hasMessageStartingWith("mine.txt:1: no category is called LABLE")
        .hasMessageContaining("LABEL");
    assertThatThrownBy(() -> FramingTerms.of(List.of(file("[LABEL] x\nthug\tn\t7"))))
        .hasMessageStartingWith("mine.txt:2: a weight is");
    assertThatThrownBy(() -> FramingTerms.of(List.of(file("[LABEL] x\nthug\tq\t1"))))
        .hasMessageStartingWith("mine.txt:2: parts of speech");
    assertThatThrownBy(() -> FramingTerms.of(List.of(file("[LABEL] x\nthug"))))
        .hasMessageStartingWith("mine.txt:2: write terms");
    assertThatThrownBy(() -> FramingTerms.of(List.of(file("[LABEL]\n"))))
        .hasMessageStartingWith("mine.txt:1: a section");
  }
}
