package org.hearsay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The main class of the registry's process: runs the registry until standard input ends.
 *
 * <p>The parent holds the other end of the pipe and never writes to it. The operating system closes
 * it however the parent ends, so no registry outlives a parent that was killed.
 */
final class RegistryProcess {

  private RegistryProcess() {}

  /** Runs the main class named first with the other arguments. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Thread watch = new Thread(RegistryProcess::exitAfterParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static void exitAfterParent() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever sent.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      System.exit(0);
    }
  }
}
