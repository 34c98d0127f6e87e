package org.hearsay.web.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many work at once; others wait for their turn in the order in which they came, but not
 * for ever. Safe for use by several threads.
 */
public final class Turns {
  private final Semaphore working;
  private final Duration patience;
  private final String tooMany;

  /**
   * With nobody at work.
   *
   * @param patience so long somebody waits at most
   * @param tooMany what is said to who waited in vain
   */
  public Turns(int atOnce, Duration patience, String tooMany) {
    this.working = new Semaphore(atOnce, true);
    this.patience = patience;
    this.tooMany = tooMany;
  }

  /**
   * Works when it is its turn.
   *
   * @throws Problem when that takes too long
   */
  public <T> T take(Supplier<T> work) {
    try {
      if (!working.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Problem.of(503, tooMany, "Ask again in a few seconds.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(503, "The server stops", "Ask again when it runs.");
    }
    try {
      return work.get();
    } finally {
      working.release();
    }
  }
}
