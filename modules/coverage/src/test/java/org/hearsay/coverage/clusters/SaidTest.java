package org.hearsay.coverage.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.coverage.Samples;
import org.junit.jupiter.api.Test;

/** What is said is invented. */
class SaidTest {
  private final Said said = new Said("name:haugsrud", "the dam will hold", true);

  @Test
  void whatWasSaidIsReadOnce() {
    assertThat(said.wording(Samples.ENGLISH)).isSameAs(said.wording(Samples.ENGLISH));
    assertThat(said.wording(Samples.ENGLISH).denied()).isTrue();
  }

  @Test
  void itIsTheSameWhetherItHasBeenReadOrNot() {
    Said again = new Said("name:haugsrud", "the dam will hold", true);
    said.wording(Samples.ENGLISH);
    assertThat(again).isEqualTo(said).hasSameHashCodeAs(said);
    assertThat(again).isNotEqualTo(new Said("name:haugsrud", "the dam will hold", false));
    assertThat(again).isNotEqualTo(new Said("name:horvat", "the dam will hold", true));
  }
}
