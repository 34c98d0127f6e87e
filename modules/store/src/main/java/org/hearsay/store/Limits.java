package org.hearsay.store;

/**
 * What the store may use of the machine.
 *
 * @param memoryMegabytes how much memory, beside Java's heap; more goes to a folder beside the file
 * @param threads how many threads work on a query
 */
public record Limits(int memoryMegabytes, int threads) {
  /** Refuses what cannot work. */
  public Limits {
    if (memoryMegabytes < 64 || threads < 1) {
      throw new StoreException("a store needs 64 MB and a thread at least");
    }
  }

  /** A gigabyte, and every core. */
  public static Limits standard() {
    return new Limits(1024, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Less, for a file that many are shown: what they ask for lies in indexes, or in few rows, and
   * the file system keeps what is read often.
   */
  public static Limits served() {
    return new Limits(320, Runtime.getRuntime().availableProcessors()).forMany();
  }

  /**
   * The same with half of the threads, one at least, for a store that many ask at once: a question
   * on all cores delays the others, and takes a third more of the processor's time in all.
   */
  public Limits forMany() {
    return new Limits(memoryMegabytes, Math.max(1, threads / 2));
  }
}
