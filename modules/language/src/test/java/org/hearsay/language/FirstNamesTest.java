package org.hearsay.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hearsay.text.languages.LanguageFileException;
import org.junit.jupiter.api.Test;

class FirstNamesTest {
  private final FirstNames names = FirstNames.load("en");

  @Test
  void aPronounGoesWithANameUnlessTheFirstNameSaysOtherwise() {
    assertThat(names.mayStandFor("He", "Donald Lakeman")).isTrue();
    assertThat(names.mayStandFor("she", "Donald Lakeman")).isFalse();
    assertThat(names.mayStandFor("her", "Hillary Lakeman")).isTrue();
    assertThat(names.mayStandFor("he", "Hillary Lakeman")).isFalse();
    assertThat(names.mayStandFor("he", "Xyzzy Lakeman")).isTrue();
    assertThat(names.mayStandFor("it", "Donald Lakeman")).isTrue();
    assertThat(names.mayStandFor("she", "Lakeman")).isTrue();
  }

  @Test
  void namesOfTheBalkansAreKnownWithAndWithoutDiacritics() {
    assertThat(names.mayStandFor("she", "Barack Lakeman")).isFalse();
    assertThat(names.mayStandFor("she", "Željko Testović")).isFalse();
    assertThat(names.mayStandFor("he", "Vjosa Testaj")).isFalse();
    assertThat(names.mayStandFor("he", "Zorana Testovic")).isFalse();
  }

  @Test
  void aFamilyNameThatStandsFirstSaysNothing() {
    assertThat(names.mayStandFor("he", "Kim Test Un")).isTrue();
    assertThat(names.mayStandFor("she", "Kim Lakeman")).isTrue();
    assertThat(names.genderOf("Sasha")).isEmpty();
  }

  @Test
  void aLanguageWithoutAFolderIsRefusedByName() {
    assertThatThrownBy(() -> FirstNames.load("xx"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessageStartingWith("xx/first-names.txt");
    assertThatThrownBy(() -> PersonNouns.load("xx"))
        .isInstanceOf(LanguageFileException.class)
        .hasMessageStartingWith("xx/person-nouns.txt");
  }

  @Test
  void aNounForAPersonIsOneInAnyCase() {
    PersonNouns nouns = PersonNouns.load("en");
    assertThat(nouns.has("Architect")).isTrue();
    assertThat(nouns.has("statement")).isFalse();
  }
}
