package org.hearsay.store.search.one;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.store.search.Claims;
import org.hearsay.store.search.Statement;

/** One edge between articles, and what hangs together by edges. */
public final class OneEdge {
  private OneEdge() {}

  /** The edge; no row where there is none. */
  public static Statement row(String id) {
    return Statement.ofId("SELECT * FROM lineage WHERE id = $id", id);
  }

  /** What both articles have, in order. */
  public static Statement passages(String id) {
    return Statement.ofId("SELECT * FROM passages WHERE lineageId = $id ORDER BY position", id);
  }

  /** What was worded in another way, in order. */
  public static Statement replacements(String id) {
    return Statement.ofId("SELECT * FROM replacements WHERE lineageId = $id ORDER BY position", id);
  }

  /** The edges that an article has. */
  public static Statement ofArticle(String articleId) {
    return Statement.ofId(
        "SELECT * FROM lineage WHERE articleId = $id OR originId = $id", articleId);
  }

  /**
   * Which articles those were copied from, over others too, as far as it is known which is the
   * copy: an article a row, and one that it has text from.
   */
  public static Statement origins(List<String> articleIds) {
    return Claims.of(
        """
        WITH RECURSIVE back(articleId, originId, steps) AS (
          SELECT articleId, originId, 1 FROM lineage
          WHERE direction <> 'UNDECIDED' AND articleId IN (%s)
          UNION
          SELECT b.articleId, l.originId, b.steps + 1
          FROM back b JOIN lineage l ON l.articleId = b.originId
          WHERE l.direction <> 'UNDECIDED' AND b.steps < 8)
        SELECT DISTINCT articleId, originId FROM back""",
        articleIds);
  }

  /** The newest edges, of an outlet's articles where one is given. */
  public static Statement newest(Optional<String> outlet, int limit) {
    String of =
        outlet.isEmpty()
            ? ""
            : " WHERE coalesce(outletId, outletName) = $outlet"
                + " OR coalesce(originOutletId, originOutletName) = $outlet";
    return new Statement(
        "SELECT * FROM lineage" + of + " ORDER BY datedAt DESC, id LIMIT " + limit,
        outlet.map(id -> Map.of("outlet", id)).orElse(Map.of()));
  }
}
