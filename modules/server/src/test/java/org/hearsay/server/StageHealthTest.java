package org.hearsay.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StageHealthTest {
  @ParameterizedTest
  @EnumSource(State.class)
  void onlyAStageThatRunsIsReadyAndOneThatFailedOrEndedIsNotLive(State state) {
    StageHealth health = new StageHealth("read", state, 2, 2, 0, 0);
    assertThat(health.isReady()).isEqualTo(state == State.RUNNING);
    assertThat(health.isLive())
        .isEqualTo(
            state != State.ERROR && state != State.PENDING_ERROR && state != State.NOT_RUNNING);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, 0, true, read RUNNING",
    "2, 1, 0, false, 'read RUNNING, 1 of 2 threads running'",
    "0, 0, 0, false, read RUNNING",
    "1, 1, 1, false, 'read RUNNING, 1 store being restored'",
    "4, 1, 3, false, 'read RUNNING, 1 of 4 threads running, 3 stores being restored'"
  })
  void aStageIsReadyOnceEveryThreadRunsAndNothingIsRestoredAndSaysWhatItWaitsFor(
      int threads, int running, int restoring, boolean ready, String told) {
    StageHealth health = new StageHealth("read", State.RUNNING, threads, running, restoring, 7);
    assertThat(health.isReady()).isEqualTo(ready);
    assertThat(health).hasToString(told);
  }
}
