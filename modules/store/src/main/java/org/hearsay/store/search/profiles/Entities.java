package org.hearsay.store.search.profiles;

import java.util.List;
import java.util.Map;
import org.hearsay.store.search.Filter;
import org.hearsay.store.search.Listing;
import org.hearsay.store.search.Sort;
import org.hearsay.store.search.Statement;

/** What is counted of catalogued things. */
public final class Entities {
  /** Its mentions, and those of them that stand in articles and not below them. */
  private static final String MENTIONED =
      """
      WITH m AS MATERIALIZED (
        SELECT m.name, m.type, m.text, m.voice, m.tone, m.comment, a.id AS articleId,
          coalesce(a.outletId, a.outletName) AS outletId, a.outletName,
          date_trunc('day', a.datedAt) AS "day"
        FROM mentions m LEFT JOIN articles a ON a.id = m.articleId
        WHERE %s),
      own AS (SELECT * FROM m WHERE comment IS NULL AND articleId IS NOT NULL)""";

  private static final String TONED =
      """
      SELECT outletId, any_value(outletName) AS outletName, "day" AS "at", avg(tone) AS tone,
        count(*) AS mentions
      FROM own WHERE voice = 'OUTLET' AND tone IS NOT NULL AND outletId IS NOT NULL
      GROUP BY outletId, "day" ORDER BY "day", outletId LIMIT 2000""";

  private static final String NAMED =
      """
      SELECT text, outletId, any_value(outletName) AS outletName, voice, count(*) AS count
      FROM own GROUP BY text, outletId, voice
      ORDER BY count DESC, text, outletId, voice LIMIT 100""";

  private static final String VOICED =
      """
      SELECT voice, count(*) AS mentions, avg(tone) AS tone, count(tone) AS toned
      FROM m GROUP BY voice ORDER BY mentions DESC, voice""";

  private static final String NAMING =
      """
      SELECT outletId, any_value(outletName) AS outletName, count(*) AS mentions,
        count(DISTINCT articleId) AS articles,
        avg(tone) FILTER (WHERE voice = 'OUTLET') AS tone,
        count(tone) FILTER (WHERE voice = 'OUTLET') AS toned
      FROM own WHERE outletId IS NOT NULL
      GROUP BY outletId ORDER BY mentions DESC, outletId LIMIT 200""";

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

  /** Whether it is the key of something that the catalogue does not know. */
  public static boolean isNamed(String entity) {
    return entity.startsWith(Filter.NAME);
  }

  /** What is true of a mention m of it. */
  private static String mentioned(String entity) {
    return isNamed(entity) ? "m.clusterId = $p1" : "m.entityId = $p1";
  }

  /**
   * All that is counted of its mentions, in one row: id, name, type, aliases, and the lists tone
   * (how outlets speak of it in their own voice, by day), naming (what it is called, by whom, in
   * which voice), voices (in which it is named) and outlets (which name it). One pass over its
   * mentions costs as much as each of these would alone.
   */
  public static Statement whole(String entity) {
    return of(
        MENTIONED.formatted(mentioned(entity))
            + ", toned AS ("
            + TONED
            + "), named AS ("
            + NAMED
            + "), voiced AS ("
            + VOICED
            + "), naming AS ("
            + NAMING
            + """
            )
            SELECT n.mentions, $p1 AS id, coalesce(n.name, e.name) AS name,
              coalesce(n.type, e.type) AS type, e.id IS NOT NULL AS catalogued, e.aliases,
              (SELECT list(x ORDER BY x."at", x.outletId) FROM toned x) AS tone,
              (SELECT list(x ORDER BY x.count DESC, x.text, x.outletId, x.voice) FROM named x) AS naming,
              (SELECT list(x ORDER BY x.mentions DESC, x.voice) FROM voiced x) AS voices,
              (SELECT list(x ORDER BY x.mentions DESC, x.outletId) FROM naming x) AS outlets
            FROM (SELECT count(*) AS mentions, any_value(name) AS name, any_value(type) AS type
              FROM m) n LEFT JOIN entities e ON e.id = $p1""",
        entity);
  }

  private static Statement part(String entity, String counted) {
    return of(MENTIONED.formatted(mentioned(entity)) + "\n" + counted, entity);
  }

  /** How outlets speak of it in their own voice, by day. */
  public static Statement tone(String entity) {
    return part(entity, TONED);
  }

  /** What it is called, by whom, in which voice. */
  public static Statement naming(String entity) {
    return part(entity, NAMED);
  }

  /** In which voices it is named. */
  public static Statement voices(String entity) {
    return part(entity, VOICED);
  }

  /** Which outlets name it. */
  public static Statement outlets(String entity) {
    return part(entity, NAMING);
  }

  /** What the catalogue says of it: name, type, aliases; no row where it is not in there. */
  public static Statement catalogued(String entity) {
    return of("SELECT name, type, aliases FROM entities WHERE id = $p1", entity);
  }

  /** What it is called as a speaker: name, type; no row where it says nothing. */
  public static Statement speaking(String entity) {
    return of(
        "SELECT any_value(speakerName) AS name, mode(speakerType) AS type FROM claims WHERE"
            + " speakerKey = $p1 GROUP BY speakerKey",
        entity);
  }
}
