package org.hearsay.topology.state;

import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.records.Republication;
import org.jspecify.annotations.Nullable;

/**
 * An edge goes to its copy, which gains an origin, and to its origin, which loses one where the
 * edge turns round.
 */
public final class ToBothArticles extends Step<Republication, Republication> {
  private final UnaryOperator<Republication> kept;

  /**
   * Sends on what is kept of an edge.
   *
   * @param kept leaves out what the next step does not need
   */
  public ToBothArticles(UnaryOperator<Republication> kept) {
    this.kept = kept;
  }

  @Override
  protected void process(
      String key, Republication edge, Record<String, @Nullable Republication> record) {
    Republication some = kept.apply(edge);
    send(edge.getArticleId(), some, record.timestamp());
    send(edge.getOriginId(), some, record.timestamp());
  }
}
