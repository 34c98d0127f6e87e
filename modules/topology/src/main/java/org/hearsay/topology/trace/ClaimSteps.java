package org.hearsay.topology.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.coverage.chains.CompletedChains;
import org.hearsay.coverage.facts.Change;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.KnownArticle;
import org.hearsay.coverage.facts.Learnt;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.lineage.OwnedKeys;
import org.hearsay.lineage.TimedStore;
import org.hearsay.lineage.TimedStore.Entry;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.topology.RoutingHeaders;
import org.hearsay.topology.facts.FactRecords;
import org.hearsay.topology.state.Step;
import org.hearsay.topology.state.StoreDefinition;
import org.jspecify.annotations.Nullable;

/** The steps that complete claims with the origins found, see {@link TraceStage}. */
final class ClaimSteps {
  /** The header of a claim that this stage wrote; it does not read those again. */
  static final String COMPLETED_BY = "completed-by";

  private ClaimSteps() {}

  /** Claims of articles, by their article; what this stage wrote itself ends here. */
  static final class ByArticle extends Step<Claim, Claim> {
    @Override
    protected void process(String key, Claim claim, Record<String, @Nullable Claim> record) {
      if (record.headers().lastHeader(COMPLETED_BY) == null) {
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
      claims().put(OwnedKeys.key(article, claim.getId()), claim, record.timestamp());
      ReportedClaim told = FactRecords.claim(claim);
      KnownArticle known =
          KnownArticle.of(article, List.of(told), OwnedKeys.of(origins(), article));
      Change.between(Map.of(told.id(), told), CompletedChains.of(known))
          .forEach(change -> send(claim, change, record.timestamp()));
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
      List<CopyEdge> before = OwnedKeys.of(origins(), article);
      if (!edge.isCopy(article) && before.stream().noneMatch(e -> e.id().equals(edge.id()))) {
        return;
      }
      replace(article, edge);
      List<CopyEdge> after = OwnedKeys.of(origins(), article);
      Map<String, Claim> kept = new LinkedHashMap<>();
      List<ReportedClaim> told = new ArrayList<>();
      for (Claim claim : OwnedKeys.of(claims(), article)) {
        kept.put(claim.getId(), claim);
        told.add(FactRecords.claim(claim));
      }
      Learnt learnt =
          new Learnt(KnownArticle.of(article, told, before), KnownArticle.of(article, told, after));
      for (Change<String, ReportedClaim> change : learnt.changes(CompletedChains::of)) {
        send(Objects.requireNonNull(kept.get(change.key())), change, record.timestamp());
      }
    }

    /** The edge that this one corrects may lie in another bucket: it has another time. */
    private void replace(String article, CopyEdge edge) {
      String key = OwnedKeys.key(article, edge.id());
      for (Entry<CopyEdge> before : origins().all(key)) {
        origins().put(key, null, before.bucket());
      }
      if (edge.isCopy(article)) {
        origins().put(key, edge, edge.copySeen().toEpochMilli());
      }
    }
  }

  private abstract static class Completing<V> extends Step<V, Claim> {
    private final TimedStore<String, CopyEdge> origins;
    private final TimedStore<String, Claim> claims;

    Completing(StoreDefinition<String, CopyEdge> origins, StoreDefinition<String, Claim> claims) {
      this.origins = store(origins);
      this.claims = store(claims);
    }

    final TimedStore<String, CopyEdge> origins() {
      return origins;
    }

    final TimedStore<String, Claim> claims() {
      return claims;
    }

    final void send(Claim claim, Change<String, ReportedClaim> change, long time) {
      if (change.after() != null) {
        send(FactRecords.withChain(claim, change.after().chain()), time);
      }
    }

    private void send(Claim claim, long time) {
      String chain =
          claim.getChain().stream().map(ClaimSteps::idOrName).collect(Collectors.joining(">"));
      Headers headers = RoutingHeaders.of(claim.getOutletId());
      headers.add("chain", chain.getBytes(StandardCharsets.UTF_8));
      headers.add(COMPLETED_BY, TraceStage.NAME.getBytes(StandardCharsets.UTF_8));
      context().forward(new Record<>(claim.getId(), claim, time, headers));
    }
  }

  private static String idOrName(ChainLink link) {
    return link.getId() == null ? link.getName() : link.getId();
  }
}
