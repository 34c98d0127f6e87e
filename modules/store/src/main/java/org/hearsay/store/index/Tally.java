package org.hearsay.store.index;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Is shown every chosen document, segment by segment. */
abstract class Tally extends SimpleCollector {
  /** A segment begins. */
  abstract void begin(LeafReaderContext context) throws IOException;

  /** Is shown what a query chooses, by one thread. */
  final void over(IndexSearcher searcher, Query query) throws IOException {
    // The searcher has no executor, and so asks for one collector.
    CollectorManager<Tally, Boolean> itself =
        new CollectorManager<>() {
          @Override
          public Tally newCollector() {
            return Tally.this;
          }

          @Override
          public Boolean reduce(Collection<Tally> collectors) {
            return true;
          }
        };
    searcher.search(query, itself);
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    begin(context);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
