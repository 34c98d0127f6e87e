package org.hearsay.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that are made once. */
class KeptTest {
  private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

  private final Kept kept = new Kept("store", () -> 1);
  private final ExecutorService many = Executors.newCachedThreadPool();
  private final CountDownLatch let = new CountDownLatch(1);
  private final AtomicInteger made = new AtomicInteger();

  @AfterEach
  void end() {
    let.countDown();
    many.shutdownNow();
  }

  private Answer slow(CountDownLatch begun) {
    made.incrementAndGet();
    begun.countDown();
    try {
      let.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Answer.json(Map.of());
  }

  @Test
  void noMoreAreMadeAtOnceThanTheMachineCanAndWhatIsAtHandWaitsForNone() throws Exception {
    Answer atHand = kept.get("/at-hand", () -> Answer.json(Map.of("rows", 1)));
    CountDownLatch begun = new CountDownLatch(AT_ONCE);
    List<Future<Answer>> asked = new ArrayList<>();
    for (int i = 0; i < AT_ONCE + 3; i++) {
      String address = "/" + i;
      asked.add(many.submit(() -> kept.get(address, () -> slow(begun))));
    }
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

    assertThat(kept.get("/at-hand", () -> slow(begun))).isEqualTo(atHand);
    assertThat(made).hasValue(AT_ONCE);

    let.countDown();
    for (Future<Answer> one : asked) {
      assertThat(one.get(20, TimeUnit.SECONDS)).isNotNull();
    }
    assertThat(made).hasValue(AT_ONCE + 3);
  }
}
