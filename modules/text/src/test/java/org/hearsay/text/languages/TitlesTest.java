package org.hearsay.text.languages;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.text.Fold;
import org.junit.jupiter.api.Test;

class TitlesTest {
  @Test
  void formsOfAddressAreTitlesAndSayWhichPronounGoesWithAName() {
    assertThat(Titles.of("en")).contains("president", "mrs", "dr");
    assertThat(Titles.formsOfAddress("en"))
        .containsEntry("mrs", "she")
        .containsEntry("mr", "he")
        .doesNotContainKey("president");
  }

  @Test
  void everyTitleIsFoldedAndWithoutADot() {
    assertThat(Titles.of("en"))
        .allSatisfy(title -> assertThat(title).isEqualTo(Fold.name(title)).doesNotContain("."));
  }
}
