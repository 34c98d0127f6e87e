package org.hearsay.cli.options;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the user has stopped the command (Ctrl-C, SIGTERM), whose end the JVM then waits for:
 * until this is closed. Safe for use by several threads.
 */
public final class Stopping implements AutoCloseable {
  /** What hangs must not keep a process for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  private Stopping() {}

  /** From now on. */
  public static Stopping begin() {
    Stopping out = new Stopping();
    Runtime.getRuntime().addShutdownHook(new Thread(out::stop, "stop"));
    return out;
  }

  private void stop() {
    told.countDown();
    try {
      boolean inTime = ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) {
        System.err.println("hearsay: ended after waiting for " + PATIENCE.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it is to end. */
  public boolean isTold() {
    return told.getCount() == 0;
  }

  /** Waits until it is to end. */
  public void await() throws InterruptedException {
    told.await();
  }

  /** Everything has ended. */
  @Override
  public void close() {
    ended.countDown();
  }
}
