package org.hearsay.server;

import org.hearsay.server.deadletters.Blame;

/** With what a process ends in which a stage has failed, or could not be started. */
public final class ExitStatus {
  /**
   * Disk, store, memory, broker or registry: no record is to blame, none is lost, and the same
   * command goes on once that is mended.
   */
  public static final int TROUBLE = 3;

  /** Whatever else failed; starting again is of no use before somebody has read why. */
  public static final int FAILED = 1;

  private ExitStatus() {}

  /** By what failed. */
  public static int of(Throwable failure) {
    return Blame.of(failure) == Blame.MACHINE && !(failure instanceof FormerStateException)
        ? TROUBLE
        : FAILED;
  }
}
