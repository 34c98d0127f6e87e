package org.hearsay.store.search.figures;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hearsay.store.search.Filter;
import org.hearsay.store.search.Listing;
import org.hearsay.store.search.Sort;
import org.hearsay.store.search.Statement;

/** How well things go: what came in when, and what could not be processed. */
public final class Health {
  /**
   * The stage that could not process a record, where that is known: pages have one reader, and what
   * the store could not read lies where it was found.
   */
  private static final String STAGE =
      "CASE WHEN d.id = d.fromTopic || '-' || d.fromPartition || '@' || d.fromOffset THEN 'store'"
          + " WHEN d.fromTopic IS NULL OR ends_with(d.fromTopic, 'pages') THEN 'read' END";

  /** Why it could not be, in full: some errors say nothing but what they are. */
  private static final String TOLD = "coalesce(d.reason, d.exception, '')";

  /** The same without the record's key: of ten pages that are none each has its own. */
  private static final String REASON =
      "CASE WHEN coalesce(d.\"key\", '') = '' THEN "
          + TOLD
          + " ELSE replace(replace("
          + TOLD
          + ", d.\"key\" || ': ', ''), d.\"key\", '…') END";

  /** What could not be processed. */
  public static final Listing DEAD_LETTERS =
      new Listing(
          "dead-letters",
          "One record, or page, that could not be processed.",
          "d.*, "
              + STAGE
              + " AS stage, d.fromTopic AS topic,"
              + " CASE WHEN regexp_matches(d.\"key\", '^https?://') THEN d.\"key\" END AS url",
          "dead_letters d",
          "d.id",
          List.of(
              Filter.key("id", "Its id.", "d.id IN ({})"),
              Filter.key(
                  "stage", "What could not process it, where that is known.", STAGE + " IN ({})"),
              Filter.key("topic", "The topic in which it was found.", "d.fromTopic IN ({})"),
              Filter.key(
                  "reason",
                  "Why it could not be processed, word by word, with the record's key or without; the"
                      + " class of the error where that says nothing.",
                  "(" + REASON + " IN ({}) OR " + TOLD + " IN ({}))"),
              Filter.text(
                  "words",
                  "Words that all stand in its key, its topic or the reason.",
                  "concat_ws(' ', d.\"key\", d.fromTopic, d.reason, d.exception)"),
              Filter.time("from", "No earlier than.", "d.recordedAt >= {}::TIMESTAMP"),
              Filter.time("to", "Earlier than.", "d.recordedAt < {}::TIMESTAMP")),
          List.of(
              new Sort("newest", "d.recordedAt", "TIMESTAMP", true),
              new Sort("oldest", "d.recordedAt", "TIMESTAMP", false)));

  /** Why records could not be processed, the most frequent reason first. */
  public static final Statement REASONS =
      new Statement(
          """
          SELECT %s AS stage, %s AS reason,
            count(*) AS records, max(d.recordedAt) AS last
          FROM dead_letters d
          GROUP BY 1, 2
          ORDER BY records DESC, reason
          LIMIT 100\
          """
              .formatted(STAGE, REASON),
          Map.of());

  /** Why articles could not be read, or understood, to their end. */
  public static final Statement PARTIAL =
      new Statement(
          """
          SELECT reason, count(DISTINCT articleId) AS articles, max(articleId) AS example
          FROM (
            SELECT id AS articleId, unnest(partial) AS reason FROM articles
            UNION ALL
            SELECT articleId, unnest(partial) AS reason FROM annotations)
          GROUP BY reason
          ORDER BY articles DESC, reason
          LIMIT 100\
          """,
          Map.of());

  private Health() {}

  /**
   * How much there is.
   *
   * @param since what of the dead letters is counted apart
   */
  public static Statement counts(Instant since) {
    return new Statement(
        """
        SELECT (SELECT count(*) FROM articles) AS articles,
          (SELECT count(*) FROM claims WHERE voice = 'OUTLET') AS claims,
          (SELECT count(*) FROM comments) AS comments,
          count(*) AS deadLetters,
          count(*) FILTER (WHERE recordedAt >= $since::TIMESTAMP) AS deadSince
        FROM dead_letters\
        """,
        Map.of("since", utc(since)));
  }

  /** What came in, minute by minute, in order; minutes without anything are left out. */
  public static Statement rates(Instant since) {
    return new Statement(
        """
        SELECT minute, count(*) FILTER (WHERE what = 'articles') AS articles,
          count(*) FILTER (WHERE what = 'claims') AS claims
        FROM (
          SELECT 'articles' AS what, date_trunc('minute', recordedAt) AS minute
          FROM articles WHERE recordedAt >= $since::TIMESTAMP
          UNION ALL
          SELECT 'claims', date_trunc('minute', recordedAt)
          FROM claims WHERE recordedAt >= $since::TIMESTAMP AND voice = 'OUTLET')
        GROUP BY minute
        ORDER BY minute\
        """,
        Map.of("since", utc(since)));
  }

  private static String utc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString();
  }
}
