package org.hearsay.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.text.languages.LanguageFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInsTest {
  private final StandIns standIns = StandIns.read(LanguageFolder.of(LanguageAnnotator.class, "en"));

  @ParameterizedTest
  @CsvSource({"Vučić,Vučić", "“,“", "Белград,London", "министар,thing", "北京,thing", "☎,*"})
  void onlyWordsOfOtherScriptsAreShownAsOthers(String word, String shown) {
    assertThat(standIns.of(word)).isEqualTo(shown);
  }
}
