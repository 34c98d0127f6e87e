package org.hearsay.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstNamesTest {
  @Test
  void aPronounGoesWithANameUnlessTheFirstNameSaysOtherwise() {
    assertThat(FirstNames.mayBe("He", "Donald Lakeman")).isTrue();
    assertThat(FirstNames.mayBe("she", "Donald Lakeman")).isFalse();
    assertThat(FirstNames.mayBe("her", "Hillary Lakeman")).isTrue();
    assertThat(FirstNames.mayBe("he", "Hillary Lakeman")).isFalse();
    assertThat(FirstNames.mayBe("he", "Xyzzy Lakeman")).isTrue();
    assertThat(FirstNames.mayBe("it", "Donald Lakeman")).isTrue();
    assertThat(FirstNames.mayBe("she", "Lakeman")).isTrue();
  }

  @Test
  void namesOfTheBalkansAreKnownWithAndWithoutDiacritics() {
    assertThat(FirstNames.mayBe("she", "Barack Lakeman")).isFalse();
    assertThat(FirstNames.mayBe("she", "Željko Testović")).isFalse();
    assertThat(FirstNames.mayBe("he", "Vjosa Testaj")).isFalse();
    assertThat(FirstNames.mayBe("he", "Zorana Testovic")).isFalse();
  }

  @Test
  void aFamilyNameThatStandsFirstSaysNothing() {
    assertThat(FirstNames.mayBe("he", "Kim Test Un")).isTrue();
    assertThat(FirstNames.mayBe("she", "Kim Lakeman")).isTrue();
    assertThat(FirstNames.gender("Sasha")).isEmpty();
  }
}
