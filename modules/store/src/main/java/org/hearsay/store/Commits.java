package org.hearsay.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The transactions that a store has written, by number: each row has that of the one that wrote it,
 * in its column {@code commit}. Safe for use by several threads.
 */
public final class Commits {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private long last;

  /** That number is written, and whoever waits is told. */
  void reached(long commit) {
    lock.lock();
    try {
      last = commit;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The last one; 0 where nothing is written. */
  public long last() {
    lock.lock();
    try {
      return last;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there is a later one.
   *
   * @return the last one: no later than the given one where the time is over
   */
  public long awaitAfter(long commit, Duration most) throws InterruptedException {
    long left = most.toNanos();
    lock.lock();
    try {
      while (last <= commit && left > 0) {
        left = moved.awaitNanos(left);
      }
      return last;
    } finally {
      lock.unlock();
    }
  }
}
