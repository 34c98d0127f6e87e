package org.hearsay.topology;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is tried again before its record is given up: a record that fails once may have met
 * something that has passed. For work that has sent nothing yet.
 */
public final class Twice {
  private static final Logger LOG = LoggerFactory.getLogger(Twice.class);

  private Twice() {}

  /**
   * Does it, and once more where that fails.
   *
   * @throws RuntimeException what the second time threw
   */
  public static <T> T tried(Supplier<T> work) {
    try {
      return work.get();
    } catch (RejectedRecordException | CancellationException e) {
      // It knows that it fails each time, or is to stop.
      throw e;
    } catch (RuntimeException e) {
      LOG.info("a record failed and is tried once more: {}", e.toString());
      return work.get();
    }
  }
}
