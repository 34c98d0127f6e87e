package org.hearsay.store.search.one;

import java.util.Map;
import java.util.Optional;
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
