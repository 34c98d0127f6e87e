package org.hearsay.cli.stages;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.OutletProfile;
import org.hearsay.records.Republication;

/**
 * What the stages wrote of the sample pages.
 *
 * @param articles by id
 * @param claims by id
 * @param rejected why, by the key of what was rejected
 * @param edges by id: who copied whom
 * @param profiles by id: what each outlet published, and how
 * @param clusters by id: claims that several articles report
 */
record DemoResults(
    Map<String, Article> articles,
    Map<String, Claim> claims,
    Map<String, String> rejected,
    Map<String, Republication> edges,
    Map<String, OutletProfile> profiles,
    Map<String, ClaimCluster> clusters) {

  /** Nothing yet. */
  static DemoResults empty() {
    return new DemoResults(
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  /**
   * What of it is about some of the articles: their claims, what they copied, the clusters that
   * they are in, and the profiles of their outlets.
   *
   * @param letters the keys of what counts as rejected
   */
  DemoResults of(Set<String> ids, Set<String> letters) {
    DemoResults out = empty();
    Set<String> outlets = new HashSet<>();
    articles.forEach(
        (id, article) -> {
          if (ids.contains(id)) {
            out.articles.put(id, article);
            outlets.add(String.valueOf(article.getOutletName()));
          }
        });
    put(claims, out.claims, claim -> ids.contains(claim.getArticleId()));
    out.rejected.putAll(rejected);
    out.rejected.keySet().retainAll(letters);
    put(edges, out.edges, edge -> ids.contains(edge.getArticleId()));
    put(profiles, out.profiles, profile -> outlets.contains(profile.getOutletName()));
    put(
        clusters,
        out.clusters,
        cluster ->
            cluster.getReports().stream().anyMatch(each -> ids.contains(each.getArticleId())));
    return out;
  }

  private static <V> void put(Map<String, V> from, Map<String, V> to, Predicate<V> wanted) {
    from.forEach(
        (id, row) -> {
          if (wanted.test(row)) {
            to.put(id, row);
          }
        });
  }
}
