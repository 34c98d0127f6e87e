package org.hearsay.store.search.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearsay.store.search.Statement;

/** What rows are called, and how often: for whoever looks for a name of which they type a part. */
public final class Names {
  /**
   * Those that are used and can be searched by: outlets, entities, speakers, relays. A row has
   * kind, id, name, count, and other spellings as aliases.
   */
  public static final Statement USED =
      new Statement(
          """
          WITH used AS (
            SELECT 'OUTLET' AS kind, coalesce(outletId, outletName) AS id,
              any_value(outletName) AS name, count(*) AS count
            FROM articles GROUP BY 2
            UNION ALL
            SELECT 'ENTITY' AS kind, entityId AS id, any_value(name) AS name, count(*) AS count
            FROM mentions GROUP BY 2
            UNION ALL
            SELECT 'SPEAKER' AS kind, speakerKey AS id, any_value(speakerName) AS name,
              count(*) AS count
            FROM claims WHERE voice = 'OUTLET' GROUP BY 2
            UNION ALL
            SELECT 'RELAY' AS kind, "key" AS id, any_value(name) AS name, count(*) AS count
            FROM chain_links WHERE role = 'RELAY' GROUP BY 2)
          SELECT u.kind, u.id, coalesce(u.name, o.name, e.name, u.id) AS name, u.count,
            coalesce(e.aliases, o.aliases) AS aliases
          FROM used u
          LEFT JOIN entities e ON e.id = u.id AND u.kind <> 'OUTLET'
          LEFT JOIN outlets o ON o.id = u.id
          WHERE u.id IS NOT NULL
          ORDER BY u.count DESC, u.kind, u.id""",
          Map.of());

  private Names() {}

  /**
   * Claims of several articles that have all of the words; those of which the words begin words
   * first, then those that most articles have.
   */
  public static Statement claims(List<String> words, int limit) {
    return found(
        words,
        limit,
        """
        SELECT 'CLAIM' AS kind, id, content AS name, articles AS count
        FROM claim_clusters
        WHERE %s
        ORDER BY %s DESC, count DESC, id
        LIMIT %d""",
        "content");
  }

  /** Articles whose titles have all of the words, likewise; then the newest. */
  public static Statement articles(List<String> words, int limit) {
    return found(
        words,
        limit,
        """
        SELECT 'ARTICLE' AS kind, id, title AS name,
          (SELECT count(*) FROM claims c WHERE c.articleId = a.id AND c.voice = 'OUTLET') AS count
        FROM articles a
        WHERE %s
        ORDER BY %s DESC, a.datedAt DESC, id
        LIMIT %d""",
        "title");
  }

  private static Statement found(List<String> words, int limit, String sql, String column) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words) {
      values.put("w" + values.size(), word);
    }
    String folded = "lower(strip_accents(" + column + "))";
    String all =
        values.keySet().stream()
            .map(name -> "contains(" + folded + ", $" + name + ")")
            .collect(Collectors.joining(" AND "));
    String begin =
        values.keySet().stream()
            .map(name -> "contains(' ' || " + folded + ", ' ' || $" + name + ")")
            .collect(Collectors.joining(" AND ", "(", ")"));
    return new Statement(sql.formatted(all, begin, limit), values);
  }
}
