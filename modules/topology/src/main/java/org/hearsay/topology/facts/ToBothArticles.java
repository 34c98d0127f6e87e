package org.hearsay.topology.facts;

import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.records.Republication;
import org.hearsay.topology.stores.Step;
import org.jspecify.annotations.Nullable;

/**
 * An edge goes to its copy, which gains an origin, and to its origin, which loses one where the
 * edge turns round.
 *
 * @param <R> what is kept of an edge
 */
public final class ToBothArticles<R> extends Step<Republication, R> {
  private final Function<CopyEdge, R> kept;

  /**
   * Sends on what is kept of an edge.
   *
   * @param kept leaves out what the next step does not need
   */
  public ToBothArticles(Function<CopyEdge, R> kept) {
    this.kept = kept;
  }

  @Override
  protected void process(
      String key, Republication row, Record<String, @Nullable Republication> record) {
    CopyEdge edge = FactRecords.edge(row);
    R some = kept.apply(edge);
    for (String article : edge.articles()) {
      send(article, some, record.timestamp());
    }
  }
}
