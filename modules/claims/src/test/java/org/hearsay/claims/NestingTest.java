package org.hearsay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are fiction. */
class NestingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lind had promised to rebuild it.",
        "the plan, according to Lind, will fail",
        "he wants the bridge rebuilt"
      })
  void aContentWithASourceACueAndWordsHasRoomForAClaim(String content) {
    assertThat(Nesting.hasRoom(content)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lind said it held", "the bridge was built in nineteen sixty", "", "—"})
  void aContentTooShortOrWithoutAWordThatAttributesHasNone(String content) {
    assertThat(Nesting.hasRoom(content)).isFalse();
  }

  @Test
  void aCueThatTheModelDoubtsBecomesNoInnerClaimAndLessSoWhenItIsNoSpeech() {
    assertThat(Nesting.mayBecomeClaim("said", .6)).isTrue();
    assertThat(Nesting.mayBecomeClaim("said", .4)).isFalse();
    assertThat(Nesting.mayBecomeClaim("believes", .6)).isFalse();
    assertThat(Nesting.mayBecomeClaim("believes", .85)).isTrue();
    assertThat(Nesting.mayBecomeClaim("had", .85)).isFalse();
  }
}
