package org.hearsay.topology.stores;

import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.records.Republication;
import org.jspecify.annotations.Nullable;

/**
 * An edge goes to its copy, which gains an origin, and to its origin, which loses one where the
 * edge turns round.
 *
 * @param <R> what is kept of an edge
 */
public final class ToBothArticles<R> extends Step<Republication, R> {
  private final Function<Republication, R> kept;

  /**
   * Sends on what is kept of an edge.
   *
   * @param kept leaves out what the next step does not need
   */
  public ToBothArticles(Function<Republication, R> kept) {
    this.kept = kept;
  }

  @Override
  protected void process(
      String key, Republication edge, Record<String, @Nullable Republication> record) {
    R some = kept.apply(edge);
    send(edge.getArticleId(), some, record.timestamp());
    send(edge.getOriginId(), some, record.timestamp());
  }
}
