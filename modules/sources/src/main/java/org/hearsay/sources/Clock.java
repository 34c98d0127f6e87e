package org.hearsay.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Time as the fetcher sees it: a test's passes without anyone waiting. */
interface Clock {
  /** The system's. */
  Clock SYSTEM =
      new Clock() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration wait) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        }
      };

  /** The time of day. */
  Instant now();

  /** A count of nanoseconds from an arbitrary start. */
  long nanos();

  /** Waits; not at all for what is not longer than 0. */
  void sleep(Duration wait) throws InterruptedException;
}
