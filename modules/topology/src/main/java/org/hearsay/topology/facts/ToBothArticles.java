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
 * @param <R> what the next step takes: an edge, or any fact
 */
public final class ToBothArticles<R> extends Step<Republication, R> {
  private final Function<CopyEdge, R> taken;

  /**
   * Sends edges on.
   *
   * @param taken an edge as the next step takes it
   */
  public ToBothArticles(Function<CopyEdge, R> taken) {
    this.taken = taken;
  }

  @Override
  protected void process(
      String key, Republication row, Record<String, @Nullable Republication> record) {
    CopyEdge edge = FactRecords.edge(row);
    R fact = taken.apply(edge);
    for (String article : edge.articles()) {
      send(article, fact, record.timestamp());
    }
  }
}
