package org.hearsay.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hearsay.coverage.chains.ArticleChains;
import org.hearsay.coverage.chains.ArticleChains.Completed;
import org.hearsay.coverage.clusters.ClaimReport;
import org.hearsay.coverage.clusters.Cluster;
import org.hearsay.coverage.clusters.Guests;
import org.hearsay.coverage.clusters.Guests.Invitation;
import org.hearsay.coverage.clusters.ReportChange;
import org.hearsay.coverage.clusters.ReportsOfArticle;
import org.hearsay.coverage.clusters.ReportsOfArticle.SpeakersClaim;
import org.hearsay.coverage.clusters.SpeakerClusters;
import org.hearsay.coverage.facts.ArticleFacts;
import org.hearsay.coverage.facts.Change;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.Fact;
import org.hearsay.coverage.facts.Learnt;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.profiles.ProfileShares;
import org.hearsay.coverage.profiles.ProfileShares.Moment;
import org.hearsay.coverage.profiles.Tally;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.lineage.MemoryStore;

/**
 * What a set of articles held in memory says together, for files and tests; the stages trace and
 * profile do the same on streams with stores on disk.
 */
public final class Coverage {
  private final ArticleChains<ReportedClaim> chains =
      new ArticleChains<>(MemoryStore.endless(), MemoryStore.endless(), Function.identity());
  private final ArticleFacts facts = new ArticleFacts(MemoryStore.endless());
  private final SamenessLanguage language;
  private final ReportsOfArticle reports;
  private final Guests guests;
  private final SpeakerClusters clusters;
  private final Map<String, Cluster> newest = new TreeMap<>();
  private final Map<Moment, Tally> tallies = new HashMap<>();

  /**
   * Begins with nothing.
   *
   * @param language that of the claims that are put together
   * @param meaning what a text means: a direction, its squares sum to 1
   */
  public Coverage(SamenessLanguage language, Function<String, float[]> meaning) {
    this.language = language;
    this.reports = new ReportsOfArticle(language);
    this.guests = new Guests(MemoryStore.endless(), MemoryStore.endless(), language);
    this.clusters =
        new SpeakerClusters(MemoryStore.endless(), MemoryStore.endless(), meaning, language);
  }

  /** Takes an edge, new or again, as a fact of both its articles. */
  public void learn(CopyEdge edge) {
    edge.articles().forEach(article -> learn(article, edge));
  }

  /**
   * Takes a fact, new or again, in whatever order. The chains of claims are completed by the edges
   * to what their articles were copied from, whichever comes first.
   *
   * @param article which article it is learnt of: an edge is one of both its articles
   */
  public void learn(String article, Fact fact) {
    if (fact instanceof ReportedClaim claim) {
      List<Completed<ReportedClaim>> completed = chains.learnClaim(article, claim, 0);
      keep(article, completed.isEmpty() ? claim : claim.withChain(completed.get(0).chain()));
      return;
    }
    keep(article, fact);
    if (fact instanceof CopyEdge edge) {
      for (Completed<ReportedClaim> one : chains.learnEdge(article, edge)) {
        keep(article, one.claim().withChain(one.chain()));
      }
    }
  }

  private void keep(String article, Fact fact) {
    Learnt learnt = facts.learn(article, fact, 0);
    for (Change<Moment, Tally> change : learnt.changes(ProfileShares::of)) {
      tallies.merge(change.key(), Tally.difference(change), Tally::plus);
    }
    for (Change<SpeakersClaim, ClaimReport> one : learnt.changes(reports::of)) {
      String speaker = one.key().speaker();
      ReportChange change = new ReportChange(one.before(), one.after());
      if (ClaimReport.isNamed(speaker)) {
        cluster(speaker, change);
      }
      for (List<Long> keys : Guests.byShard(speaker, change, 1, language).values()) {
        for (Invitation guest : guests.take(speaker, change, keys, 0)) {
          cluster(guest.speaker(), guest.change());
        }
      }
    }
  }

  private void cluster(String speaker, ReportChange change) {
    clusters.take(speaker, change, 0).forEach(row -> newest.put(row.id(), row));
  }

  /** The claims that several articles have: those in most outlets first, then the earliest. */
  public List<Cluster> clusters() {
    List<Cluster> out = new ArrayList<>();
    for (Cluster cluster : newest.values()) {
      if (!cluster.isWithdrawn()) {
        out.add(cluster);
      }
    }
    out.sort(
        Comparator.comparingInt((Cluster cluster) -> -cluster.reports().outlets())
            .thenComparing(cluster -> cluster.reports().all().get(0).at())
            .thenComparing(Cluster::id));
    return out;
  }

  /** The claims of an article, by their ids, with their chains completed. */
  public Map<String, ReportedClaim> claims(String article) {
    Map<String, ReportedClaim> out = new LinkedHashMap<>();
    facts.all(article).claims().forEach(claim -> out.put(claim.id(), claim));
    return out;
  }

  /** What was counted for each profile at each time; profiles of nothing are left out. */
  public Map<Moment, Tally> profiles() {
    Map<Moment, Tally> out = new HashMap<>(tallies);
    out.values().removeIf(Tally::isNone);
    return out;
  }
}
