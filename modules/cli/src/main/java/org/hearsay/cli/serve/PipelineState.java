package org.hearsay.cli.serve;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hearsay.store.loading.LoadProgress;
import org.hearsay.web.pipeline.PageInbox;
import org.hearsay.web.pipeline.PageInboxException;
import org.hearsay.web.pipeline.Pipeline;
import org.hearsay.web.pipeline.Reading;
import org.hearsay.web.pipeline.StageState;
import org.jspecify.annotations.Nullable;

/**
 * What the server is told of a pipeline that starts, runs and stops while it answers. Safe for use
 * by several threads.
 */
public final class PipelineState {
  private volatile @Nullable PageInbox inbox;
  private volatile Supplier<List<StageState>> stages = List::of;
  private volatile Reading reading = new Reading(0, false, Optional.empty());

  /** As the server takes it. */
  Pipeline pipeline() {
    return new Pipeline(Optional.of(this::put), () -> stages.get(), () -> reading);
  }

  private Instant put(String url, @Nullable String contentType, byte[] page)
      throws InterruptedException {
    PageInbox open = inbox;
    if (open == null) {
      throw new PageInboxException(
          "The pipeline starts, or stops: send the page again in some seconds.", null);
    }
    return open.put(url, contentType, page);
  }

  /** Where pages go from now on; null where they cannot go on. */
  public void inbox(@Nullable PageInbox open) {
    inbox = open;
  }

  /** Who tells how the stages are. */
  public void stages(Supplier<List<StageState>> telling) {
    stages = telling;
  }

  void progress(LoadProgress progress) {
    reading = new Reading(progress.waiting(), reading.complete(), Optional.empty());
  }

  boolean hasCaughtUp() {
    return reading.complete();
  }

  void caughtUp() {
    reading = new Reading(0, true, Optional.empty());
  }

  void failed(String why) {
    reading = new Reading(reading.waiting(), reading.complete(), Optional.of(why));
  }
}
