package org.hearsay.topology.trace;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.lineage.candidates.Candidate;
import org.hearsay.lineage.candidates.KnownPairs;
import org.hearsay.lineage.candidates.PairComparer;
import org.hearsay.lineage.candidates.PairComparer.TracedCopy;
import org.hearsay.lineage.candidates.PairCounter;
import org.hearsay.lineage.candidates.PairCounter.Enough;
import org.hearsay.lineage.candidates.PreparedArticles;
import org.hearsay.lineage.candidates.SeenArticles;
import org.hearsay.lineage.candidates.TracedArticle;
import org.hearsay.lineage.fingerprints.Hit;
import org.hearsay.lineage.fingerprints.Hits;
import org.hearsay.lineage.fingerprints.Shard;
import org.hearsay.records.Article;
import org.hearsay.records.Republication;
import org.hearsay.topology.RejectedRecordException;
import org.hearsay.topology.RoutingHeaders;
import org.hearsay.topology.records.LineageRecords;
import org.hearsay.topology.stores.Step;
import org.hearsay.topology.stores.StoreDefinition;
import org.jspecify.annotations.Nullable;

/** The steps from articles to the copies among them, see {@link TraceStage}. */
final class CopySteps {
  private CopySteps() {}

  /** Keeps the article and tells its fingerprints; the record's time is when it was first seen. */
  static final class TellFingerprints extends Step<Article, Shard> {
    private final int shards;
    private final SeenArticles articles;
    private final PreparedArticles prepared;

    TellFingerprints(
        StoreDefinition<String, TracedArticle> articles, PreparedArticles prepared, int shards) {
      this.articles = new SeenArticles(store(articles));
      this.prepared = prepared;
      this.shards = shards;
    }

    @Override
    protected void process(String key, Article article, Record<String, @Nullable Article> record) {
      if (!article.getId().equals(key)) {
        // What others tell of it goes to the partition of its id.
        throw new RejectedRecordException(
            "article " + article.getId() + " under the key " + key + ": the key has to be its id");
      }
      TracedArticle traced =
          LineageRecords.traced(article, Instant.ofEpochMilli(record.timestamp()));
      if (articles.see(traced)) {
        Shard.of(prepared.of(traced.piece()), shards)
            .forEach((shard, some) -> send(shard.toString(), some, record.timestamp()));
      }
    }
  }

  /**
   * Counts what an article shares with each earlier one, and once it is enough sends its text to
   * the other. All that one shard tells of an article in time is one record, so that it costs no
   * more of them than there are shards, whatever the store holds.
   */
  static final class Count extends Step<Hits, Candidate> {
    private final PairCounter counter;

    Count(
        StoreDefinition<String, KnownPairs> pairs,
        StoreDefinition<String, TracedArticle> articles) {
      this.counter = new PairCounter(store(pairs), new SeenArticles(store(articles)));
    }

    @Override
    protected void process(String id, Hits hits, Record<String, @Nullable Hits> record) {
      @Nullable Enough enough = counter.count(hits);
      if (enough != null) {
        for (Hit other : enough.others()) {
          send(other.id(), new Candidate(enough.article(), other.seen()), record.timestamp());
        }
      }
    }
  }

  /** Compares the article sent with the one kept here. */
  static final class Compare extends Step<Candidate, Republication> {
    private final PairComparer comparer;

    Compare(StoreDefinition<String, TracedArticle> articles, PreparedArticles prepared) {
      this.comparer = new PairComparer(new SeenArticles(store(articles)), prepared);
    }

    @Override
    protected void process(
        String id, Candidate candidate, Record<String, @Nullable Candidate> record) {
      @Nullable TracedCopy found = comparer.compare(id, candidate);
      if (found != null) {
        TracedArticle copy = found.copy();
        @Nullable String outlet = RoutingHeaders.outlet(copy.outletId(), copy.outletName());
        context()
            .forward(
                new Record<>(
                    copy.id(),
                    LineageRecords.republication(found.edge(), copy, found.origin()),
                    record.timestamp(),
                    RoutingHeaders.of(outlet)));
      }
    }
  }
}
