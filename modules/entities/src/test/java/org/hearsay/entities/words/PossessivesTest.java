package org.hearsay.entities.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.entities.EntityLanguage;
import org.hearsay.text.languages.LanguageFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PossessivesTest {
  private final Possessives possessives =
      Possessives.read(LanguageFolder.of(EntityLanguage.class, "en"));

  @ParameterizedTest
  @CsvSource({
    "Kosovo’s,true,true",
    "KOSOVO'S,true,true",
    "Kosovo s,true,false",
    "Kosovo’t,false,false"
  })
  void anEndingIsOneOfAPossessiveBehindAnApostrophe(
      String text, boolean ending, boolean behindApostrophe) {
    List<FoldedWord> words = FoldedWords.of(text);
    FoldedWord last = words.get(words.size() - 1);

    assertThat(possessives.isEnding(last)).isEqualTo(ending);
    assertThat(possessives.isEnding(text, last)).isEqualTo(behindApostrophe);
  }
}
