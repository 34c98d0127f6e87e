package org.hearsay.text;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * How long a piece of work may go on: whoever works in a long loop asks now and then whether that
 * is spent, stops where it is, and says what was left out. For the thread that began it alone.
 */
public final class WorkBudget {
  private final LongSupplier clock;
  private final long began;
  private final long nanos;

  private WorkBudget(LongSupplier clock, long began, long nanos) {
    this.clock = clock;
    this.began = began;
    this.nanos = nanos;
  }

  /** Work that may take as long as it does. */
  public static WorkBudget unlimited() {
    return new WorkBudget(() -> 0, 0, Long.MAX_VALUE);
  }

  /**
   * What begins now.
   *
   * @param millis how long it may go on
   * @param clock tells the time in nanoseconds, from any moment on
   */
  public static WorkBudget of(long millis, LongSupplier clock) {
    return new WorkBudget(clock, clock.getAsLong(), millis * 1_000_000);
  }

  /**
   * What this thread begins now, by the processor time that it gets: a busy machine takes nothing
   * from it, so that the same text is cut at much the same place.
   *
   * @param millis how much of it it may take
   */
  public static WorkBudget ofThisThread(long millis) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return of(
        millis,
        threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
            ? threads::getCurrentThreadCpuTime
            : System::nanoTime);
  }

  /** The same work up to a share of its time, 0..1: what comes later in it needs the rest. */
  public WorkBudget upTo(double share) {
    return nanos == Long.MAX_VALUE ? this : new WorkBudget(clock, began, (long) (nanos * share));
  }

  /** Whether nothing is left. */
  public boolean isSpent() {
    return clock.getAsLong() - began >= nanos;
  }
}
