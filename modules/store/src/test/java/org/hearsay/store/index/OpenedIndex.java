package org.hearsay.store.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hearsay.store.QueryStore;

/** An index that has what its store has. */
final class OpenedIndex {
  /** Longer than that it takes on no machine. */
  static final Duration LONG = Duration.ofSeconds(30);

  private OpenedIndex() {}

  /** Of that store; to be closed. What fails in it fails the test. */
  static ClaimIndex of(QueryStore store) throws InterruptedException {
    ClaimIndex out =
        new ClaimIndex(
            store,
            () -> true,
            e -> {
              throw e;
            });
    assertThat(out.await(LONG)).isTrue();
    return out;
  }
}
