package org.hearsay.store.search.profiles;

import java.util.List;
import java.util.Map;
import org.hearsay.store.search.Filter;
import org.hearsay.store.search.Listing;
import org.hearsay.store.search.Sort;
import org.hearsay.store.search.Statement;

/** What is counted of outlets. */
public final class Outlets {
  /**
   * Articles that were taken over: a notice says so, or most of their own words stand in another
   * that is known to be the earlier one.
   */
  private static final String TAKEN_OVER =
      "(SELECT articleId FROM notices WHERE kind = 'REPUBLISHED_FROM' UNION SELECT articleId FROM"
          + " lineage WHERE direction <> 'UNDECIDED' AND containment >= 0.5)";

  private static final String BY_OUTLET =
      """
      (SELECT coalesce(a.outletId, a.outletName) AS outletId,
        any_value(coalesce(a.outletName, a.outletId)) AS name, count(*) AS articles,
        count(*) FILTER (WHERE a.id IN\s"""
          + TAKEN_OVER
          + """
          ) AS republished, max(a."commit") AS "commit"
        FROM articles a WHERE coalesce(a.outletId, a.outletName) IS NOT NULL GROUP BY 1)""";

  private static final String OF_OUTLET =
      " WHERE coalesce(outletId, outletName) = $p1 AND voice = 'OUTLET'";

  /** Of so many who speak in an outlet is told at most. */
  public static final int MOST_SPEAKERS = 20;

  /** Own articles. */
  private static final String OWN =
      "(SELECT id FROM articles WHERE coalesce(outletId, outletName) = $p1 AND id NOT IN "
          + TAKEN_OVER
          + ")";

  /** Those that have articles. */
  public static final Listing LISTING =
      new Listing(
          "outlets",
          "One outlet that publishes.",
          "o.outletId, o.name, x.country, x.owner, x.kind, o.articles, o.republished,"
              + " o.republished / o.articles AS republishedShare, (SELECT count(*) FROM claims c"
              + " WHERE coalesce(c.outletId, c.outletName) = o.outletId AND c.voice = 'OUTLET') AS"
              + " claims",
          BY_OUTLET + " o LEFT JOIN outlets x ON x.id = o.outletId",
          "o.outletId",
          List.of(Filter.text("q", "Words that all stand in its name.", "o.name")),
          List.of(
              new Sort("articles", "o.articles", "BIGINT", true),
              new Sort("republished", "o.republished", "BIGINT", true)));

  private Outlets() {}

  private static Statement of(String sql, String outlet) {
    return new Statement(sql, Map.of("p1", outlet));
  }

  /** Its name, and what the catalogue says of it. */
  public static Statement one(String outlet) {
    return of(
        "SELECT o.outletId AS id, o.name, x.country, x.owner, x.kind, o.articles, o.republished,"
            + " o.republished / o.articles AS republishedShare FROM "
            + BY_OUTLET
            + " o LEFT JOIN outlets x ON x.id = o.outletId WHERE o.outletId = $p1",
        outlet);
  }

  /** Its windows, the oldest first. */
  public static Statement windows(String outlet) {
    return of(
        "SELECT id, windowStart, windowEnd, complete, articles, republished, loadedPerThousand,"
            + " bias FROM outlet_profiles WHERE coalesce(outletId, outletName) = $p1 ORDER BY"
            + " windowStart, windowEnd",
        outlet);
  }

  /** How its own articles are worded in its own voice. */
  public static Statement wording(String outlet) {
    return of(
        "SELECT sum(words)::BIGINT AS words, sum(bias * words) / nullif(sum(words), 0) AS bias,"
            + " sum(loadedPerThousand * words) / nullif(sum(words), 0) AS loadedPerThousand FROM"
            + " framing_voices WHERE voice = 'OUTLET' AND comment IS NULL AND articleId IN "
            + OWN,
        outlet);
  }

  /** The ids of its own articles: what it did not take over. */
  public static Statement own(String outlet) {
    return of(OWN.substring(1, OWN.length() - 1), outlet);
  }

  /** Its own articles: what it did not take over, the newest first. */
  public static Statement ownArticles(String outlet) {
    return of(
        "SELECT id, title, datedAt, publishedAt, publishedPrecision FROM articles WHERE id IN "
            + OWN
            + " ORDER BY datedAt DESC, id LIMIT 20",
        outlet);
  }

  /** How many claims it has, and of what kind. */
  public static Statement claims(String outlet) {
    return of(
        "SELECT count(*) AS claims, count(*) FILTER (WHERE speakerKind = 'ANONYMOUS') /"
            + " nullif(count(*), 0) AS anonymousShare, count(*) FILTER (WHERE form = 'DIRECT') /"
            + " nullif(count(*), 0) AS directShare FROM claims"
            + OF_OUTLET,
        outlet);
  }

  /** Whom it relays. */
  public static Statement relays(String outlet) {
    return of(
        "SELECT \"key\", any_value(name) AS name, count(DISTINCT claimId) AS count FROM"
            + " chain_links WHERE role = 'RELAY' AND claimId IN (SELECT id FROM claims"
            + OF_OUTLET
            + ") GROUP BY 1 ORDER BY count DESC, 1 LIMIT 20",
        outlet);
  }

  /** Whom it has articles from. */
  public static Statement origins(String outlet) {
    return of(
        "SELECT coalesce(originOutletId, originOutletName) AS outletId, any_value(originOutletName)"
            + " AS name, count(DISTINCT articleId) AS count FROM lineage WHERE coalesce(outletId,"
            + " outletName) = $p1 AND direction <> 'UNDECIDED' AND originOutletName IS NOT NULL"
            + " GROUP BY 1 ORDER BY count DESC, 1 LIMIT 20",
        outlet);
  }

  /** Who speaks in all that it published, taken over or not, and how much of it word by word. */
  public static Statement speakers(String outlet) {
    return of(
        "SELECT speakerKey AS \"key\", any_value(speakerName) AS name, mode(speakerKind) AS kind,"
            + " mode(speakerType) AS type, count(*) AS claims, count(*) FILTER (WHERE form ="
            + " 'DIRECT') AS direct, count(*) FILTER (WHERE form = 'MIXED') AS mixed FROM claims"
            + OF_OUTLET
            + " AND speakerKey IS NOT NULL GROUP BY 1 ORDER BY claims DESC, 1 LIMIT "
            + MOST_SPEAKERS,
        outlet);
  }

  /** What its own articles name. */
  public static Statement spokenOf(String outlet) {
    return of(
        "SELECT entityId, any_value(name) AS name, count(*) AS mentions FROM mentions WHERE"
            + " entityId IS NOT NULL AND comment IS NULL AND articleId IN "
            + OWN
            + " GROUP BY 1 ORDER BY mentions DESC, 1 LIMIT 20",
        outlet);
  }

  /** With which verbs it attributes. */
  public static Statement verbs(String outlet) {
    return of(
        "SELECT cueLemma AS verb, mode(stance) AS stance, count(*) AS count FROM claims"
            + OF_OUTLET
            + " AND cueLemma IS NOT NULL GROUP BY 1 ORDER BY count DESC, 1 LIMIT 30",
        outlet);
  }

  /** Its loaded words and labels, in its own voice, with articles that have them. */
  public static Statement terms(String outlet) {
    return of(
        "SELECT lower(text) AS text, category, count(*) AS count, list(DISTINCT articleId)[1:3] AS"
            + " articles FROM framing_terms WHERE voice = 'OUTLET' AND comment IS NULL AND NOT"
            + " negated AND category IN ('LOADED', 'LABEL') AND articleId IN "
            + OWN
            + " GROUP BY 1, 2 ORDER BY count DESC, 1 LIMIT 40",
        outlet);
  }

  /** How it calls those who speak. */
  public static Statement speakerKinds(String outlet) {
    return of(
        "SELECT coalesce(speakerKind, 'NONE') AS kind, count(*) AS claims FROM claims"
            + OF_OUTLET
            + " GROUP BY 1 ORDER BY claims DESC, 1",
        outlet);
  }

  /**
   * The middle of outlets with three articles at least, how many these are, and of how many
   * articles each is at least; where there are fewer than three such outlets, of all that have one.
   */
  public static Statement medians() {
    return new Statement(
        """
        WITH counted AS MATERIALIZED (SELECT * FROM %s),
        few AS (SELECT CASE WHEN count(*) FILTER (WHERE articles >= 3) >= 3 THEN 3 ELSE 1 END AS least
          FROM counted),
        many AS (SELECT * FROM counted WHERE articles >= (SELECT least FROM few)),
        worded AS (
          SELECT coalesce(a.outletId, a.outletName) AS outletId,
            sum(v.bias * v.words) / nullif(sum(v.words), 0) AS bias,
            sum(v.loadedPerThousand * v.words) / nullif(sum(v.words), 0) AS loaded
          FROM framing_voices v JOIN articles a ON a.id = v.articleId
          WHERE v.voice = 'OUTLET' AND v.comment IS NULL AND a.id NOT IN %s
          GROUP BY 1),
        said AS (
          SELECT coalesce(outletId, outletName) AS outletId,
            count(*) FILTER (WHERE speakerKind = 'ANONYMOUS') / count(*) AS anonymous,
            count(*) FILTER (WHERE form = 'DIRECT') / count(*) AS direct
          FROM claims WHERE voice = 'OUTLET' GROUP BY 1)
        SELECT median(m.republished / m.articles) AS republishedShare,
          median(w.loaded) AS loadedPerThousand, median(w.bias) AS bias,
          median(s.anonymous) AS anonymousShare, median(s.direct) AS directShare,
          count(*) AS outlets, (SELECT least FROM few) AS leastArticles
        FROM many m LEFT JOIN worded w ON w.outletId = m.outletId
          LEFT JOIN said s ON s.outletId = m.outletId"""
            .formatted(BY_OUTLET, TAKEN_OVER),
        Map.of());
  }
}
