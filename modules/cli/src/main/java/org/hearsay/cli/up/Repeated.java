package org.hearsay.cli.up;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hearsay.cli.options.UserException;

/** Work that a thread of its own does again and again, until it is closed. */
final class Repeated implements AutoCloseable {
  /** How long a round that is being done is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  private Repeated(String name, Duration pause, Round round, PrintWriter err) {
    thread = new Thread(() -> run(name, pause, round, err), name);
    thread.setDaemon(true);
  }

  /** What is done each time. */
  @FunctionalInterface
  interface Round {
    /** Does it. */
    void run() throws InterruptedException;
  }

  /**
   * Begins.
   *
   * @param pause between the end of one round and the next
   * @param err is told of a round that failed; the next one is tried
   */
  static Repeated start(String name, Duration pause, Round round, PrintWriter err) {
    Repeated out = new Repeated(name, pause, round, err);
    out.thread.start();
    return out;
  }

  private void run(String name, Duration pause, Round round, PrintWriter err) {
    String told = "";
    try {
      do {
        try {
          round.run();
          told = "";
        } catch (RuntimeException e) {
          String why = UserException.told(e);
          if (!why.equals(told) && stopping.getCount() > 0) {
            told = why;
            err.println("hearsay: " + name + ": " + why);
          }
        }
      } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it in the middle of a round: one that waits for others. */
  void interrupt() {
    stopping.countDown();
    thread.interrupt();
    close();
  }

  /** Ends it after the round that is being done. */
  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
