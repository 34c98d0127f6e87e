package org.hearsay.store.search.profiles;

import java.util.List;
import java.util.Map;
import org.hearsay.store.search.Filter;
import org.hearsay.store.search.Listing;
import org.hearsay.store.search.Sort;
import org.hearsay.store.search.Statement;

/** What is counted of catalogued things. */
public final class Entities {
  private static final String OF_ENTITY = " m.entityId = $p1 AND ";
  private static final String WITH_ARTICLES =
      " FROM mentions m JOIN articles a ON a.id = m.articleId WHERE";

  /** Those that are named. */
  public static final Listing LISTING =
      new Listing(
          "entities",
          "One catalogued thing that is named.",
          "e.* EXCLUDE (\"commit\")",
          "(SELECT entityId, any_value(name) AS name, any_value(type) AS type, count(*) AS mentions,"
              + " count(DISTINCT articleId) AS articles, max(\"commit\") AS \"commit\" FROM mentions"
              + " WHERE entityId IS NOT NULL AND comment IS NULL GROUP BY 1) e",
          "e.entityId",
          List.of(
              Filter.text("q", "Words that all stand in its name.", "e.name"),
              Filter.key("type", "What it is, as in Mention.type.", "e.type IN ({})")),
          List.of(
              new Sort("mentions", "e.mentions", "BIGINT", true),
              new Sort("articles", "e.articles", "BIGINT", true)));

  private Entities() {}

  private static Statement of(String sql, String entity) {
    return new Statement(sql, Map.of("p1", entity));
  }

  /** Its name and what it is. */
  public static Statement one(String entity) {
    return of(
        "SELECT coalesce(m.id, e.id) AS id, coalesce(m.name, e.name) AS name, coalesce(m.type,"
            + " e.type) AS type, e.aliases FROM (SELECT entityId AS id, any_value(name) AS name,"
            + " any_value(type) AS type FROM mentions WHERE entityId = $p1 GROUP BY 1) m FULL JOIN"
            + " (SELECT * FROM entities WHERE id = $p1) e ON e.id = m.id",
        entity);
  }

  /** How outlets speak of it in their own voice, by day. */
  public static Statement tone(String entity) {
    return of(
        "SELECT coalesce(a.outletId, a.outletName) AS outletId, any_value(a.outletName) AS"
            + " outletName, date_trunc('day', a.datedAt) AS \"at\", avg(m.tone) AS tone, count(*) AS"
            + " mentions"
            + WITH_ARTICLES
            + OF_ENTITY
            + "m.comment IS NULL AND m.voice = 'OUTLET' AND m.tone IS NOT NULL AND coalesce("
            + "a.outletId, a.outletName) IS NOT NULL GROUP BY 1, 3 ORDER BY 3, 1 LIMIT 2000",
        entity);
  }

  /** What it is called, by whom, in which voice. */
  public static Statement naming(String entity) {
    return of(
        "SELECT m.text, coalesce(a.outletId, a.outletName) AS outletId, any_value(a.outletName) AS"
            + " outletName, m.voice, count(*) AS count"
            + WITH_ARTICLES
            + OF_ENTITY
            + "m.comment IS NULL GROUP BY 1, 2, m.voice ORDER BY count DESC, 1, 2 LIMIT 100",
        entity);
  }

  /** Who says something of it. */
  public static Statement saidOf(String entity) {
    return of(
        "SELECT speakerKey, any_value(speakerName) AS speakerName, count(*) AS claims FROM claims"
            + " WHERE list_contains(about, $p1) AND speakerKey IS NOT NULL AND voice = 'OUTLET'"
            + " GROUP BY 1 ORDER BY claims DESC, 1 LIMIT 20",
        entity);
  }

  /** In which voices it is named. */
  public static Statement voices(String entity) {
    return of(
        "SELECT m.voice, count(*) AS mentions, avg(m.tone) AS tone, count(m.tone) AS toned FROM"
            + " mentions m WHERE m.entityId = $p1 GROUP BY 1 ORDER BY mentions DESC, 1",
        entity);
  }

  /** Which outlets name it. */
  public static Statement outlets(String entity) {
    return of(
        "SELECT coalesce(a.outletId, a.outletName) AS outletId, any_value(a.outletName) AS"
            + " outletName, count(*) AS mentions, count(DISTINCT a.id) AS articles, avg(m.tone)"
            + " FILTER (WHERE m.voice = 'OUTLET') AS tone, count(m.tone) FILTER (WHERE m.voice ="
            + " 'OUTLET') AS toned"
            + WITH_ARTICLES
            + OF_ENTITY
            + "m.comment IS NULL AND coalesce(a.outletId, a.outletName) IS NOT NULL GROUP BY 1 ORDER"
            + " BY mentions DESC, 1 LIMIT 200",
        entity);
  }
}
