package org.hearsay.web.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What makes the rows that the server shows, as far as this process knows it.
 *
 * @param pages takes pages; none where there is no cluster to read them
 * @param stages tells how each stage of this process is; none where others run them
 * @param reading tells how far the topics are read into the store
 */
public record Pipeline(
    Optional<PageInbox> pages, Supplier<List<StageState>> stages, Supplier<Reading> reading) {

  /** A store that nothing is written to any more. */
  public static Pipeline none() {
    return new Pipeline(Optional.empty(), List::of, Reading::nothingLeft);
  }
}
