package org.hearsay.claims.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.claims.English;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"Mr.", "Mrs", "MS.", "Miss", "Maria"})
  void formsOfAddressAndFirstNamesBeginPersonsNames(String word) {
    assertThat(English.NAMES.beginsPersonsName(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"President", "Corvan", "."})
  void titlesThatStandAloneAndOtherNamesDoNot(String word) {
    assertThat(English.NAMES.beginsPersonsName(word)).isFalse();
  }
}
