package org.hearsay.coverage.chains;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.hearsay.coverage.facts.Change;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.KnownArticle;
import org.hearsay.coverage.facts.KnownLink;
import org.hearsay.coverage.facts.Learnt;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.lineage.OwnedKeys;
import org.hearsay.lineage.TimedStore;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the claims of articles and the edges to the articles that they were copied from, and
 * says which chains each of these changes. In whatever order they come, the chains that were told
 * last are the same.
 *
 * @param <C> a claim as it is kept: whole, so that it can be told again with another chain
 */
public final class ArticleChains<C> {
  private final TimedStore<String, CopyEdge> origins;
  private final TimedStore<String, C> claims;
  private final Function<C, ReportedClaim> reader;

  /**
   * In the given stores.
   *
   * @param origins the edges, see {@link OwnedKeys}
   * @param claims the claims, likewise
   * @param reader what a kept claim says; where it refuses one by an exception, that is not kept
   */
  public ArticleChains(
      TimedStore<String, CopyEdge> origins,
      TimedStore<String, C> claims,
      Function<C, ReportedClaim> reader) {
    this.origins = origins;
    this.claims = claims;
    this.reader = reader;
  }

  /**
   * A claim whose chain is another one now than was told before.
   *
   * @param claim as it came
   * @param chain its chain now
   */
  public record Completed<C>(C claim, List<KnownLink> chain) {}

  /**
   * Remembers a claim in place of its earlier state. What was told of it before is the claim as it
   * comes here.
   *
   * @param time when it came, in milliseconds; it is forgotten by that time
   */
  public List<Completed<C>> learnClaim(String article, C claim, long time) {
    ReportedClaim told = reader.apply(claim);
    claims.put(OwnedKeys.key(article, told.id()), claim, time);
    KnownArticle known = KnownArticle.of(article, List.of(told), OwnedKeys.of(origins, article));
    return completed(
        Change.between(Map.of(told.id(), told), CompletedChains.of(known)),
        Map.of(told.id(), claim));
  }

  /**
   * Remembers an edge in place of its earlier state, or forgets it where the article is not its
   * copy. It is forgotten by the time when its copy was first seen.
   *
   * @param article which article it is learnt of: an edge is one of both its articles
   */
  public List<Completed<C>> learnEdge(String article, CopyEdge edge) {
    String key = OwnedKeys.key(article, edge.id());
    @Nullable CopyEdge after = edge.isCopy(article) ? edge : null;
    if (Objects.equals(origins.latest(key), after)) {
      return List.of();
    }
    Map<String, C> kept = new LinkedHashMap<>();
    List<ReportedClaim> told = new ArrayList<>();
    for (C claim : OwnedKeys.of(claims, article)) {
      ReportedClaim one = reader.apply(claim);
      kept.put(one.id(), claim);
      told.add(one);
    }
    KnownArticle known = KnownArticle.of(article, told, OwnedKeys.of(origins, article));
    origins.putOnly(key, after, edge.copySeen().toEpochMilli());
    Learnt learnt = new Learnt(known, known.withEdge(edge.id(), after));
    return completed(learnt.changes(CompletedChains::of), kept);
  }

  private List<Completed<C>> completed(
      List<Change<String, ReportedClaim>> changes, Map<String, C> kept) {
    List<Completed<C>> out = new ArrayList<>();
    for (Change<String, ReportedClaim> change : changes) {
      @Nullable ReportedClaim after = change.after();
      if (after != null) {
        out.add(new Completed<>(Objects.requireNonNull(kept.get(change.key())), after.chain()));
      }
    }
    return out;
  }
}
