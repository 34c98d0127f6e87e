package org.hearsay.claims.cues;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.claims.English;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are fiction. */
class NestingTest {
  private final Nesting nesting = new Nesting(English.CUES, English.ACTS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lind had promised to rebuild it.",
        "the plan, according to Lind, will fail",
        "he wants the bridge rebuilt"
      })
  void aContentWithASourceACueAndWordsHasRoomForAClaim(String content) {
    assertThat(nesting.hasRoom(content)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lind said it held", "the bridge was built in nineteen sixty", "", "—"})
  void aContentTooShortOrWithoutAWordThatAttributesHasNone(String content) {
    assertThat(nesting.hasRoom(content)).isFalse();
  }

  @Test
  void aCueThatTheModelDoubtsBecomesNoInnerClaimAndLessSoWhenItIsNoSpeech() {
    assertThat(nesting.mayBecomeClaim("said", .6)).isTrue();
    assertThat(nesting.mayBecomeClaim("said", .4)).isFalse();
    assertThat(nesting.mayBecomeClaim("believes", .6)).isFalse();
    assertThat(nesting.mayBecomeClaim("believes", .85)).isTrue();
    assertThat(nesting.mayBecomeClaim("had", .85)).isFalse();
  }
}
