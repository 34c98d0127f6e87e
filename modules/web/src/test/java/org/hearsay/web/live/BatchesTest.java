package org.hearsay.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hearsay.web.http.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchesTest {
  private static final Map<String, List<String>> FILTER = Map.of("speaker", List.of("name:a"));

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static Position at(long commit) {
    return Position.after("a1", commit);
  }

  @Test
  void thoseAtTheSamePositionByTheSameFilterShareOneQuestion() {
    CountDownLatch all = new CountDownLatch(1);
    Batches batches =
        new Batches(
            (filter, after) -> {
              asked.incrementAndGet();
              try {
                all.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return new Batches.Batch(Bytes.of("x"), at(after.commit() + 1));
            },
            threads);
    List<CompletableFuture<Batches.Batch>> same = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      same.add(batches.after(FILTER, at(5)));
    }
    CompletableFuture<Batches.Batch> other = batches.after(Map.of(), at(5));
    CompletableFuture<Batches.Batch> later = batches.after(FILTER, at(6));
    all.countDown();

    assertThat(same.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(other.join().end()).isEqualTo(at(6));
    assertThat(later.join().end()).isEqualTo(at(7));
    assertThat(asked).hasValue(3);
  }

  @Test
  void aQuestionThatFailedIsAskedAgain() {
    Batches batches =
        new Batches(
            (filter, after) -> {
              if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
              }
              return new Batches.Batch(Bytes.of("x"), at(6));
            },
            threads);
    assertThatThrownBy(() -> batches.after(FILTER, at(5)).join())
        .isInstanceOf(CompletionException.class);
    CompletableFuture<Batches.Batch> again = batches.after(FILTER, at(5));
    while (again.isCompletedExceptionally()) {
      again = batches.after(FILTER, at(5));
    }
    assertThat(again.join().end()).isEqualTo(at(6));
  }
}
