package org.hearsay.topology.trace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.coverage.chains.ArticleChains;
import org.hearsay.coverage.chains.ArticleChains.Completed;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.records.Claim;
import org.hearsay.topology.RoutingHeaders;
import org.hearsay.topology.facts.FactRecords;
import org.hearsay.topology.records.ClaimRecords;
import org.hearsay.topology.stores.Step;
import org.hearsay.topology.stores.StoreDefinition;
import org.jspecify.annotations.Nullable;

/** The steps that complete claims with the origins found, see {@link TraceStage}. */
final class ClaimSteps {
  /** The header of a claim that this stage wrote; it does not read those again. */
  static final String COMPLETED_BY = "completed-by";

  private ClaimSteps() {}

  /** Claims of articles, by their article; what readers or this stage wrote ends here. */
  static final class ByArticle extends Step<Claim, Claim> {
    @Override
    protected void process(String key, Claim claim, Record<String, @Nullable Claim> record) {
      boolean own = record.headers().lastHeader(COMPLETED_BY) != null;
      if (!own && !ClaimRecords.isReaders(claim)) {
        context().forward(record.withKey(claim.getArticleId()).withValue(claim));
      }
    }
  }

  /** A claim that comes after its article's edges. */
  static final class CompleteNew extends Completing<Claim> {
    CompleteNew(StoreDefinition<String, CopyEdge> origins, StoreDefinition<String, Claim> claims) {
      super(origins, claims);
    }

    @Override
    protected void process(String article, Claim claim, Record<String, @Nullable Claim> record) {
      tell(chains().learnClaim(article, claim, record.timestamp()), record.timestamp());
    }
  }

  /** An edge that comes after its article's claims. */
  static final class CompleteKept extends Completing<CopyEdge> {
    CompleteKept(StoreDefinition<String, CopyEdge> origins, StoreDefinition<String, Claim> claims) {
      super(origins, claims);
    }

    @Override
    protected void process(
        String article, CopyEdge edge, Record<String, @Nullable CopyEdge> record) {
      tell(chains().learnEdge(article, edge), record.timestamp());
    }
  }

  private abstract static class Completing<V> extends Step<V, Claim> {
    private final ArticleChains<Claim> chains;

    Completing(StoreDefinition<String, CopyEdge> origins, StoreDefinition<String, Claim> claims) {
      this.chains = new ArticleChains<>(store(origins), store(claims), FactRecords::claim);
    }

    final ArticleChains<Claim> chains() {
      return chains;
    }

    final void tell(List<Completed<Claim>> all, long time) {
      for (Completed<Claim> one : all) {
        Claim claim = FactRecords.withChain(one.claim(), one.chain());
        Headers headers =
            RoutingHeaders.of(
                claim.getOutletId(),
                one.chain().stream().map(link -> RoutingHeaders.link(link.id(), link.name())));
        headers.add(COMPLETED_BY, TraceStage.NAME.getBytes(StandardCharsets.UTF_8));
        context().forward(new Record<>(claim.getId(), claim, time, headers));
      }
    }
  }
}
