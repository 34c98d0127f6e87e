package org.hearsay.sources;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When each host may be asked again, and how much patience is left with it. */
final class Hosts {
  /**
   * After so many addresses in a row that were tried in vain as often as allowed, a host gets one
   * try an address until it answers: a site that is down must not hold up the others for hours.
   */
  private static final int PATIENCE = 3;

  private final Retries retries;
  private final Clock clock;

  /** By host, the earliest time of the next request, in nanoseconds of the clock. */
  private final Map<String, Long> next = new HashMap<>();

  private final Map<String, Instant> closed = new HashMap<>();
  private final Map<String, Integer> givenUp = new HashMap<>();

  Hosts(Retries retries, Clock clock) {
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * Waits until a host may be asked.
   *
   * @param gap how long it is left alone after this request
   * @throws InterruptedIOException when the thread is interrupted
   */
  void await(String host, Duration gap) throws InterruptedIOException {
    long now = clock.nanos();
    long at = next.getOrDefault(host, now);
    try {
      clock.sleep(Duration.ofNanos(Math.max(0, at - now)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException stopped =
          new InterruptedIOException("stopped while waiting for " + host);
      stopped.initCause(e);
      throw stopped;
    }
    next.put(host, Math.max(at, now) + gap.toNanos());
  }

  /** When a host that asked for more patience than there is may be asked again; null for now. */
  @Nullable Instant closedUntil(String host) {
    @Nullable Instant until = closed.get(host);
    return until == null || !clock.now().isBefore(until) ? null : until;
  }

  /** A host has answered something: there is all patience again. */
  void answered(String host) {
    givenUp.remove(host);
  }

  /**
   * How long to wait before an address of the host is tried again; the next {@link #await} does so.
   *
   * @param tried how often it was tried
   * @param waited how long it was waited for already
   * @param asked how long the host asks to wait, or null
   * @return null when it is not tried again
   */
  @Nullable Duration again(String host, int tried, Duration waited, @Nullable Duration asked) {
    Duration wait = asked == null ? retries.after(tried) : asked;
    boolean tooLong = wait.compareTo(retries.most().minus(waited)) > 0;
    if (asked != null && asked.compareTo(retries.most()) > 0) {
      closed.put(host, clock.now().plus(asked));
    }
    int tries = givenUp.getOrDefault(host, 0) < PATIENCE ? retries.tries() : 1;
    if (tooLong || tried >= tries) {
      givenUp.merge(host, 1, Integer::sum);
      return null;
    }
    long at = clock.nanos() + wait.toNanos();
    next.merge(host, at, Math::max);
    return wait;
  }
}
