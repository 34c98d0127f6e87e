package org.hearsay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkBudgetTest {
  private final AtomicLong nanos = new AtomicLong(-7_000_000);

  private void pass(long millis) {
    nanos.addAndGet(millis * 1_000_000);
  }

  @Test
  void isSpentOnceItsTimeHasPassed() {
    WorkBudget budget = WorkBudget.of(100, nanos::get);
    pass(99);
    assertThat(budget.isSpent()).isFalse();
    pass(1);
    assertThat(budget.isSpent()).isTrue();
  }

  @Test
  void aShareOfItBeganWhenItDid() {
    WorkBudget budget = WorkBudget.of(100, nanos::get);
    pass(29);
    assertThat(budget.upTo(.3).isSpent()).isFalse();
    pass(1);
    assertThat(budget.upTo(.3).isSpent()).isTrue();
    assertThat(budget.isSpent()).isFalse();
  }

  @Test
  void whatIsUnlimitedIsNeverSpentNorIsAShareOfIt() {
    assertThat(WorkBudget.unlimited().isSpent()).isFalse();
    assertThat(WorkBudget.unlimited().upTo(.01).isSpent()).isFalse();
  }

  @Test
  void aThreadsOwnTimeIsToldFromTheMomentThatItBegins() {
    assertThat(WorkBudget.ofThisThread(Long.MAX_VALUE / 1_000_000).isSpent()).isFalse();
    assertThat(WorkBudget.ofThisThread(0).isSpent()).isTrue();
  }
}
