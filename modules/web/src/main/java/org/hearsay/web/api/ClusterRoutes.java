package org.hearsay.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.store.search.Copies;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.jspecify.annotations.Nullable;

/** Claims that several articles have. */
public final class ClusterRoutes {
  /**
   * Outlets that name what the claim is about, or its speaker, and do not have it: in how many of
   * their own articles of the week before and after; and of how many claims of several outlets
   * about the same they have what share.
   */
  private static final String LEFT_OUT =
      """
      WITH chosen AS (SELECT * FROM claim_clusters WHERE id = $id),
      concerned AS (
        SELECT DISTINCT entityId FROM (
          SELECT unnest(c.about) AS entityId FROM cluster_reports r JOIN claims c ON c.id =
            r.claimId WHERE r.clusterId = $id
          UNION SELECT speakerId FROM chosen)
        WHERE entityId IS NOT NULL),
      naming AS (
        SELECT coalesce(a.outletId, a.outletName) AS outletId, any_value(a.outletName) AS
          outletName, count(DISTINCT a.id) AS articles
        FROM mentions m JOIN articles a ON a.id = m.articleId, chosen
        WHERE m.entityId IN (FROM concerned) AND m.comment IS NULL
          AND a.datedAt BETWEEN chosen.firstAt - INTERVAL 7 DAY AND chosen.lastAt + INTERVAL 7 DAY
        GROUP BY 1),
      such AS (
        SELECT DISTINCT r.clusterId, coalesce(r.outletId, r.outletName) AS outletId
        FROM cluster_reports r
        WHERE r.clusterId <> $id AND r.clusterId IN (
          SELECT r2.clusterId FROM cluster_reports r2 JOIN claims c ON c.id = r2.claimId
          WHERE list_has_any(c.about, (SELECT list(entityId) FROM concerned)))),
      shares AS (
        SELECT outletId, count(*) AS has, (SELECT count(DISTINCT clusterId) FROM such) AS ofClaims
        FROM such GROUP BY outletId)
      SELECT n.outletId, n.outletName, n.articles, coalesce(s.has, 0) AS has,
        coalesce(s.ofClaims, (SELECT count(DISTINCT clusterId) FROM such)) AS ofClaims
      FROM naming n LEFT JOIN shares s ON s.outletId = n.outletId
      WHERE n.outletId IS NOT NULL AND n.outletId NOT IN (
        SELECT coalesce(outletId, outletName) FROM cluster_reports WHERE clusterId = $id AND
          coalesce(outletId, outletName) IS NOT NULL)
      ORDER BY has DESC, n.articles DESC, n.outletId
      LIMIT 50""";

  private final Asker asker;

  /** Over that store. */
  public ClusterRoutes(Asker asker) {
    this.asker = asker;
  }

  /** The routes. */
  public List<Route> all() {
    return List.of(
        new Lists(asker).route(Copies.CLUSTERS, "Clusters", rows -> rows),
        Route.get(
            "/api/clusters/{id}",
            "cluster",
            "One claim across outlets: its reports, copies among them, and who left it out.",
            List.of(Parameter.path("id", "The cluster's id.")),
            "ClusterWhole",
            this::one));
  }

  private Answer one(Asked asked) {
    String wanted = asked.inPath("id");
    String current = current(wanted);
    Map<String, String> id = Map.of("id", current);
    Map<String, Object> cluster =
        asker
            .first("SELECT * FROM claim_clusters WHERE id = $id", id)
            .orElseThrow(() -> Problem.unknown("cluster", wanted));
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("cluster", cluster);
    List<Map<String, Object>> reports = asker.rows(Copies.reports(current));
    List<String> articles = values(reports, "articleId");
    List<String> claims = values(reports, "claimId");
    add(
        reports,
        "articleId",
        articles.isEmpty() ? List.of() : asker.rows(Copies.headings(articles)));
    add(reports, "claimId", claims.isEmpty() ? List.of() : asker.rows(Copies.cues(claims)));
    out.put("about", claims.isEmpty() ? List.of() : asker.rows(Copies.about(claims)));
    out.put("reports", reports);
    out.put("edges", articles.isEmpty() ? List.of() : asker.rows(Copies.among(articles)));
    List<Map<String, Object>> left = asker.rows(LEFT_OUT, id);
    left.forEach(ClusterRoutes::share);
    out.put("left", left);
    out.put("commit", asker.commit());
    return Answer.json(out);
  }

  private static List<String> values(List<Map<String, Object>> rows, String column) {
    return rows.stream().map(row -> String.valueOf(row.get(column))).distinct().toList();
  }

  /** Adds to each row what another has of the same id. */
  private static void add(
      List<Map<String, Object>> rows, String column, List<Map<String, Object>> more) {
    Map<String, List<Map<String, Object>>> by = ClaimRows.by(column, more);
    for (Map<String, Object> row : rows) {
      by.getOrDefault(String.valueOf(row.get(column)), List.of()).forEach(row::putAll);
    }
  }

  private static void share(Map<String, Object> outlet) {
    double of = outlet.get("ofClaims") instanceof Number number ? number.doubleValue() : 0;
    double has = outlet.get("has") instanceof Number number ? number.doubleValue() : 0;
    if (of > 0) {
      outlet.put("usually", has / of);
    }
  }

  /** The cluster that has a merged one's reports now. */
  private String current(String id) {
    return asker
        .first("SELECT mergedInto FROM merged_clusters WHERE id = $id", Map.of("id", id))
        .map(row -> String.valueOf(row.get("mergedInto")))
        .orElse(id);
  }
}
