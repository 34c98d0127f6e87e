package org.hearsay.topology.trace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.lineage.OwnedKeys;
import org.hearsay.lineage.TimedStore.Entry;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.Republication;
import org.hearsay.topology.RoutingHeaders;
import org.hearsay.topology.state.RetainedStore;
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
    CompleteNew(
        StoreDefinition<String, Republication> origins, StoreDefinition<String, Claim> claims) {
      super(origins, claims);
    }

    @Override
    protected void process(String article, Claim claim, Record<String, @Nullable Claim> record) {
      keep(claim, record.timestamp());
      complete(claim, origins(article), record.timestamp());
    }
  }

  /** An edge that comes after its article's claims. */
  static final class CompleteKept extends Completing<Republication> {
    CompleteKept(
        StoreDefinition<String, Republication> origins, StoreDefinition<String, Claim> claims) {
      super(origins, claims);
    }

    @Override
    protected void process(
        String article, Republication edge, Record<String, @Nullable Republication> record) {
      boolean isCopy = edge.getArticleId().equals(article);
      List<Republication> before = origins(article);
      if (!isCopy && before.stream().noneMatch(e -> e.getId().equals(edge.getId()))) {
        return;
      }
      put(article, edge, isCopy);
      List<Republication> after = origins(article);
      for (Claim claim : claims(article)) {
        Claim was = ClaimOrigins.complete(claim, before);
        Claim is = ClaimOrigins.complete(claim, after);
        if (!is.equals(was)) {
          send(is, record.timestamp());
        }
      }
    }
  }

  private abstract static class Completing<V> extends Step<V, Claim> {
    private final RetainedStore<String, Republication> origins;
    private final RetainedStore<String, Claim> claims;

    Completing(
        StoreDefinition<String, Republication> origins, StoreDefinition<String, Claim> claims) {
      this.origins = store(origins);
      this.claims = store(claims);
    }

    final void keep(Claim claim, long time) {
      claims.put(OwnedKeys.key(claim.getArticleId(), claim.getId()), claim, time);
    }

    final void put(String article, Republication edge, boolean isCopy) {
      String key = OwnedKeys.key(article, edge.getId());
      // The edge that this one corrects may lie in another bucket: it has another time.
      for (Entry<Republication> before : origins.all(key)) {
        origins.put(key, null, before.bucket());
      }
      if (isCopy) {
        origins.put(key, edge, edge.getFirstSeen().toEpochMilli());
      }
    }

    final List<Republication> origins(String article) {
      return OwnedKeys.of(origins, article);
    }

    final List<Claim> claims(String article) {
      return OwnedKeys.of(claims, article);
    }

    final void complete(Claim claim, List<Republication> edges, long time) {
      Claim completed = ClaimOrigins.complete(claim, edges);
      if (!completed.equals(claim)) {
        send(completed, time);
      }
    }

    final void send(Claim claim, long time) {
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
