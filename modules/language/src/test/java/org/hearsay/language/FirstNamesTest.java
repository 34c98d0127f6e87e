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
}
