package org.hearsay.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TwiceTest {
  private final AtomicInteger tries = new AtomicInteger();

  private int failing(int times, RuntimeException failure) {
    if (tries.getAndIncrement() < times) {
      throw failure;
    }
    return 7;
  }

  @Test
  void whatFailsOnceIsDoneAndWhatFailsAgainIsThrown() {
    assertThat(Twice.<Integer>tried(() -> failing(1, new IllegalStateException("once"))))
        .isEqualTo(7);
    assertThat(tries).hasValue(2);

    tries.set(0);
    assertThatThrownBy(() -> Twice.tried(() -> failing(9, new IllegalStateException("always"))))
        .hasMessage("always");
    assertThat(tries).hasValue(2);
  }

  @Test
  void whatFailsEachTimeOrIsToStopIsNotTriedAgain() {
    assertThatThrownBy(() -> Twice.tried(() -> failing(9, new RejectedRecordException("no text"))))
        .hasMessage("no text");
    assertThatThrownBy(() -> Twice.tried(() -> failing(9, new CancellationException("closed"))))
        .hasMessage("closed");
    assertThat(tries).hasValue(2);
  }
}
