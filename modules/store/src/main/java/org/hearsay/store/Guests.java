package org.hearsay.store;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who asks statements of their own. What they take of the memory is missing to whoever writes, and
 * the store goes first. Safe for use by several threads.
 */
final class Guests {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition gone = lock.newCondition();
  private final Set<QuerySession> here = new HashSet<>();

  void entered(QuerySession session) {
    lock.lock();
    try {
      here.add(session);
    } finally {
      lock.unlock();
    }
  }

  void left(QuerySession session) {
    lock.lock();
    try {
      here.remove(session);
      gone.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends what they ask, and waits until those who are there now have gone.
   *
   * @return whether there was anybody, and all have gone in time
   */
  boolean sendAway(Duration most) {
    Set<QuerySession> sent;
    lock.lock();
    try {
      sent = new HashSet<>(here);
    } finally {
      lock.unlock();
    }
    sent.forEach(
        session ->
            session.cancel("ended: the store needed the memory; narrow it, or ask for less"));
    long left = most.toNanos();
    lock.lock();
    try {
      while (here.stream().anyMatch(sent::contains) && left > 0) {
        left = gone.awaitNanos(left);
      }
      return !sent.isEmpty() && left > 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
