package org.hearsay.store.search.one;

import java.util.Map;
import org.hearsay.store.search.Statement;

/** One claim across articles. */
public final class OneCluster {
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
      LIMIT 50\
      """;

  private OneCluster() {}

  /** The cluster; no row where there is none, or it was merged into another. */
  public static Statement row(String id) {
    return of("SELECT * FROM claim_clusters WHERE id = $id", id);
  }

  /** The cluster that a merged one's reports are in; no row where it is none. */
  public static Statement mergedInto(String id) {
    return of(
        "SELECT * FROM claim_clusters WHERE id IN (SELECT mergedInto FROM merged_clusters WHERE id"
            + " = $id)",
        id);
  }

  /**
   * Outlets that wrote of what it is about within a week of it, and have none of its reports: how
   * many articles, and how many of the other claims about the same they have ({@code has}, {@code
   * ofClaims}); those that usually have them first.
   */
  public static Statement leftOut(String id) {
    return of(LEFT_OUT, id);
  }

  /** The articles of its reports. */
  public static Statement articles(String id) {
    return of("SELECT DISTINCT articleId FROM cluster_reports WHERE clusterId = $id", id);
  }

  private static Statement of(String sql, String id) {
    return new Statement(sql, Map.of("id", id));
  }
}
