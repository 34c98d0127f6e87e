package org.hearsay.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** So many at once. */
@Timeout(60)
class TurnsTest {
  private static final int AT_ONCE = 3;

  private final ExecutorService many = Executors.newCachedThreadPool();
  private final CountDownLatch begun = new CountDownLatch(AT_ONCE);
  private final CountDownLatch let = new CountDownLatch(1);
  private final AtomicInteger worked = new AtomicInteger();

  @AfterEach
  void end() {
    let.countDown();
    many.shutdownNow();
  }

  private int work() {
    worked.incrementAndGet();
    begun.countDown();
    try {
      let.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  private List<Future<Integer>> all(Turns turns, int asked) throws InterruptedException {
    List<Future<Integer>> out = new ArrayList<>();
    for (int i = 0; i < asked; i++) {
      out.add(many.submit(() -> turns.take(this::work)));
    }
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    return out;
  }

  @Test
  void noMoreWorkThanMayAndTheOthersHaveTheirTurn() throws Exception {
    List<Future<Integer>> asked =
        all(new Turns(AT_ONCE, Duration.ofMinutes(1), "full"), AT_ONCE + 4);
    assertThat(worked).hasValue(AT_ONCE);

    let.countDown();
    for (Future<Integer> one : asked) {
      assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    }
    assertThat(worked).hasValue(AT_ONCE + 4);
  }

  @Test
  void whoWaitsInVainIsToldAndWhatFailsGivesItsTurnBack() throws Exception {
    Turns turns = new Turns(AT_ONCE, Duration.ofMillis(50), "full");
    for (int i = 0; i <= AT_ONCE; i++) {
      assertThatThrownBy(
              () ->
                  turns.take(
                      () -> {
                        throw new IllegalStateException("failed");
                      }))
          .hasMessage("failed");
    }
    List<Future<Integer>> asked = all(turns, AT_ONCE);

    assertThatThrownBy(() -> turns.take(this::work))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.answer().status()).isEqualTo(503));
    assertThat(worked).hasValue(AT_ONCE);

    let.countDown();
    assertThat(asked.get(0).get(20, TimeUnit.SECONDS)).isEqualTo(1);
  }
}
