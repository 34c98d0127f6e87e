package org.hearsay.store.search.one;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearsay.store.search.Statement;

/** One claim across articles. */
public final class OneCluster {
  /** So long before a claim's first report and after its last it could have been reported too. */
  public static final Duration AROUND = Duration.ofDays(7);

  /**
   * What the claims are about comes as values, {@code {in}} and {@code {about}}: as a subquery of
   * this statement it would be looked for in every claim, which takes ten times as long.
   */
  private static final String LEFT_OUT =
      """
      WITH naming AS ({naming}),
      such AS MATERIALIZED (
        SELECT DISTINCT r.clusterId, coalesce(r.outletId, r.outletName) AS outletId
        FROM cluster_reports r
        WHERE r.clusterId <> $id AND r.clusterId IN (
          SELECT clusterId FROM cluster_reports WHERE claimId IN ({about}))),
      shares AS (SELECT outletId, count(*) AS has FROM such GROUP BY outletId)
      SELECT n.outletId, n.outletName, n.articles, coalesce(s.has, 0) AS has,
        (SELECT count(DISTINCT clusterId) FROM such) AS ofClaims
      FROM naming n LEFT JOIN shares s ON s.outletId = n.outletId
      WHERE n.outletId IS NOT NULL AND n.outletId NOT IN (
        SELECT coalesce(outletId, outletName) FROM cluster_reports WHERE clusterId = $id AND
          coalesce(outletId, outletName) IS NOT NULL)
        AND n.outletId NOT IN ({named})
        AND n.outletId IS DISTINCT FROM (SELECT speakerId FROM claim_clusters WHERE id = $id)
      ORDER BY has DESC, n.articles DESC, n.outletId
      LIMIT 50\
      """;

  private static final String NAMING =
      """
      SELECT coalesce(a.outletId, a.outletName) AS outletId, any_value(a.outletName) AS outletName,
        count(*) AS articles
      FROM articles a, (SELECT firstAt, lastAt FROM claim_clusters WHERE id = $id) k
      WHERE a.datedAt BETWEEN k.firstAt - INTERVAL 7 DAY AND k.lastAt + INTERVAL 7 DAY
        AND a.id IN (SELECT articleId FROM mentions WHERE entityId IN ({in}) AND comment IS NULL)
      GROUP BY 1""";

  private static final String KNOWN_NAMING =
      "SELECT unnest(from_json($naming, '[{\"outletId\": \"VARCHAR\", \"outletName\": \"VARCHAR\","
          + " \"articles\": \"BIGINT\"}]'), recursive := true)";

  /** Stands between ids that are one value: no id has a line break. */
  private static final String BETWEEN = "\n";

  private static final String KNOWN_CLAIMS = "SELECT unnest(string_split($claims, chr(10)))";

  private OneCluster() {}

  /** The cluster; no row where there is none, or it was merged into another. */
  public static Statement row(String id) {
    return Statement.ofId("SELECT * FROM claim_clusters WHERE id = $id", id);
  }

  /** The cluster that a merged one's reports are in; no row where it is none. */
  public static Statement mergedInto(String id) {
    return Statement.ofId(
        "SELECT * FROM claim_clusters WHERE id IN (SELECT mergedInto FROM merged_clusters WHERE id"
            + " = $id)",
        id);
  }

  /**
   * Of which claim it is asked who left it out.
   *
   * @param id the cluster's
   * @param entityIds what it is about, and who says it: one at least
   * @param named outlets through which its reports have it: who passes it on has not left it out
   */
  public record Left(String id, List<String> entityIds, List<String> named) {
    /** Keeps its own copies of the lists. */
    public Left {
      entityIds = List.copyOf(entityIds);
      named = List.copyOf(named);
    }
  }

  /**
   * Outlets that wrote of what it is about within a week of it, and have none of its reports, but
   * for those through which it is had and who says it: how many articles, and how many of the other
   * claims about the same they have ({@code has}, {@code ofClaims}); those that usually have them
   * first.
   *
   * @param known what need not be looked for, which takes four fifths of the time
   */
  public static Statement leftOut(Left wanted, Optional<Known> known) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("id", wanted.id());
    List<String> named = placed("n", wanted.named(), values);
    String sql = LEFT_OUT.replace("{named}", named.isEmpty() ? "''" : String.join(", ", named));
    if (known.isPresent()) {
      values.put("claims", String.join(BETWEEN, known.get().claimIds()));
      values.put("naming", known.get().naming());
      return new Statement(
          sql.replace("{naming}", KNOWN_NAMING).replace("{about}", KNOWN_CLAIMS), values);
    }
    List<String> names = placed("e", wanted.entityIds(), values);
    return new Statement(
        sql.replace("{naming}", NAMING.replace("{in}", String.join(", ", names)))
            .replace("{about}", about(names)),
        values);
  }

  /** A parameter for each of them, with its value put beside the others. */
  private static List<String> placed(String letter, List<String> ids, Map<String, String> values) {
    List<String> out = new ArrayList<>();
    for (String id : ids) {
      String name = letter + (out.size() + 1);
      out.add("$" + name);
      values.put(name, id);
    }
    return out;
  }

  /**
   * What an index knows of the things that a claim is about.
   *
   * @param claimIds the claims that are about one of them
   * @param naming the outlets that name one of them within {@link #AROUND} of the claim's reports,
   *     as JSON: a list of outletId, outletName, articles
   */
  public record Known(List<String> claimIds, String naming) {
    /** Keeps its own copy of the list. */
    public Known {
      claimIds = List.copyOf(claimIds);
    }
  }

  private static String about(List<String> names) {
    return names.stream()
        .map(name -> "list_contains(c.about, " + name + ")")
        .collect(Collectors.joining(" OR ", "SELECT c.id FROM claims c WHERE ", ""));
  }

  /** The articles of its reports. */
  public static Statement articles(String id) {
    return Statement.ofId(
        "SELECT DISTINCT articleId FROM cluster_reports WHERE clusterId = $id", id);
  }
}
