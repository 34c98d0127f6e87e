package org.hearsay.claims.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.hearsay.claims.English;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outlets are invented. */
class OutletNamesTest {
  private final OutletNames names = English.NAMES.outlets();

  @ParameterizedTest
  @CsvSource({
    "the Corvan Observer that it, the Corvan Observer",
    "Tolm Dispatch on Monday, Tolm Dispatch",
    "the weekly Zrcalo on Friday, Zrcalo",
    "the Danish daily Nyt Lys that, Nyt Lys",
    "the state-run broadcaster TV Lanta that, TV Lanta",
    "the newspaper that he, the newspaper",
    "the magazine Thursday that, the magazine",
    "local media that, local media",
    "Danish news agencies said, Danish news agencies"
  })
  void wordsNameAnOutlet(String text, String outlet) {
    assertThat(Objects.requireNonNull(names.at(text, 0, text.length())).of(text)).isEqualTo(outlet);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the newspaper industry’s dinner",
        "the observer of the vote",
        "Norsk Hydro that",
        "the paper mill",
        "the Observer Mission that",
        "the media that"
      })
  void otherWordsNameNone(String text) {
    assertThat(names.at(text, 0, text.length())).isNull();
  }

  @Test
  void whoCitesAndReportsIsAnOutletUnlessItIsAPersonsName() {
    assertThat(names.placed("Zrak, citing two ministers, reported that the tax would fall."))
        .containsExactly("Zrak");
    assertThat(names.placed("Maria Lind, citing two ministers, reported that it would fall."))
        .isEmpty();
  }
}
