package org.hearsay.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hearsay.store.loading.LoadProgress;
import org.junit.jupiter.api.Test;

class LoadTellingTest {
  @Test
  void howFastItGoesAndHowMuchAndHowLongIsLeftIsTold() {
    assertThat(LoadTelling.line(new LoadProgress(12_000, 3_000, 30_001, Duration.ofSeconds(4))))
        .isEqualTo(
            "12,000 records read, 3,000 claims among them, 3,000 records a second; 30,001 are"
                + " left, about 11 s");
    assertThat(LoadTelling.line(new LoadProgress(12_000, 3_000, 0, Duration.ofSeconds(4))))
        .isEqualTo("12,000 records read, 3,000 claims among them, 3,000 records a second");
  }
}
