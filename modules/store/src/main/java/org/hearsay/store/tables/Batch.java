package org.hearsay.store.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.hearsay.records.Annotation;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.Comment;
import org.hearsay.records.Mention;
import org.jspecify.annotations.Nullable;

/**
 * Records on their way into the tables, the newest of each key. Not safe for use by several
 * threads.
 */
public final class Batch {
  /** Longest key of a record, in fields. */
  private static final int KEYS = 2;

  private static final String PENDING = "pending_keys";

  /**
   * Claims that an earlier reading of their article found and the last did not: older than its
   * summary, and not among the ids that this has. Asked so, it does not matter in which order the
   * topics are read. What the stage trace completed may be younger than both; it stays.
   */
  private static final List<String> VANISHED =
      List.of(
          """
          CREATE OR REPLACE TEMP TABLE vanished_claims AS
            SELECT c.id
            FROM claims c JOIN annotations a ON a.articleId = c.articleId
            WHERE c.articleId IN (SELECT key0 FROM pending_keys)
              AND c.comment IS NULL AND c.recordedAt < a.recordedAt
              AND a.claimIds IS NOT NULL AND NOT list_contains(a.claimIds, c.id)
          """,
          "DELETE FROM chain_links WHERE claimId IN (SELECT id FROM vanished_claims)",
          "DELETE FROM claims WHERE id IN (SELECT id FROM vanished_claims)",
          // Mentions have no list, but are counted: those of the last reading have its time, and
          // only once all of them are here can the others be told from them.
          """
          CREATE OR REPLACE TEMP TABLE read_again AS
            SELECT a.articleId, a.recordedAt
            FROM annotations a JOIN mentions m ON m.articleId = a.articleId
            WHERE a.articleId IN (SELECT key0 FROM pending_keys) AND m.comment IS NULL
            GROUP BY a.articleId, a.recordedAt, a.mentions
            HAVING count_if(m.recordedAt < a.recordedAt) > 0
              AND count_if(m.recordedAt >= a.recordedAt) = a.mentions
          """,
          """
          DELETE FROM mentions m USING read_again r
          WHERE m.articleId = r.articleId AND m.comment IS NULL AND m.recordedAt < r.recordedAt
          """);

  /** Articles whose last reading found fewer comments than an earlier one. */
  private static final String LOST_COMMENTS =
      """
      CREATE OR REPLACE TEMP TABLE lost_comments AS
        SELECT a.id, a.commentCount AS many, a.recordedAt
        FROM articles a
        WHERE a.id IN (SELECT key0 FROM pending_keys) AND a.id IN (
          SELECT c.articleId FROM comments c
          WHERE c.articleId = a.id AND c.position >= a.commentCount
            AND c.recordedAt < a.recordedAt)
      """;

  /** The tables that have rows of comments. */
  private static final List<String> OF_COMMENTS =
      List.of(
          "comments",
          "mentions",
          "claims",
          "framing",
          "framing_terms",
          "framing_sentences",
          "framing_voices",
          "framing_naming");

  /** The articles whose reading the records are of. */
  private final Set<String> articles = new LinkedHashSet<>();

  /** The articles whose pages were read, or comments of them. */
  private final Set<String> readPages = new LinkedHashSet<>();

  private final Tables tables;
  private final Map<RecordTables, Map<List<String>, @Nullable Timed>> records =
      new LinkedHashMap<>();
  private int size;

  /** Empty. */
  public Batch(Tables tables) {
    this.tables = tables;
  }

  /** A record and its time. */
  private record Timed(IndexedRecord record, Instant at) {}

  /**
   * Takes a record; it replaces an earlier one of its key.
   *
   * @param at the time of the record
   * @throws IllegalArgumentException for a record that has no table
   */
  public void add(IndexedRecord record, Instant at) {
    RecordTables filled = filled(record.getSchema());
    put(filled, filled.key(record), new Timed(record, at));
    if (record instanceof Claim claim) {
      articles.add(claim.getArticleId());
    } else if (record instanceof Mention mention) {
      articles.add(mention.getArticleId());
    } else if (record instanceof Article article) {
      readPages.add(article.getId());
    } else if (record instanceof Comment comment) {
      readPages.add(comment.getArticleId());
    } else if (record instanceof Annotation annotation) {
      articles.add(annotation.getArticleId());
    }
  }

  /**
   * The record of that key is no more.
   *
   * @param schema the schema of records that have a table
   * @param key the values of the key's fields, as texts
   */
  public void remove(Schema schema, List<String> key) {
    put(filled(schema), key, null);
  }

  private RecordTables filled(Schema schema) {
    return tables
        .of(schema)
        .orElseThrow(() -> new IllegalArgumentException("no table for " + schema.getName()));
  }

  private void put(RecordTables filled, List<String> key, @Nullable Timed record) {
    records.computeIfAbsent(filled, one -> new LinkedHashMap<>()).put(key, record);
    size++;
  }

  /** How many records were added. */
  public int size() {
    return size;
  }

  /** The statement that makes the table of keys that {@link #write} needs. */
  public static String preparation() {
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < KEYS; i++) {
      columns.append(i == 0 ? "" : ", ").append("key").append(i).append(" VARCHAR");
    }
    return "CREATE TEMP TABLE IF NOT EXISTS " + PENDING + " (" + columns + ")";
  }

  /**
   * Writes all rows, in place of those of earlier records of the same keys.
   *
   * @param commit the number of the transaction
   */
  public void write(DuckDBConnection connection, long commit) throws SQLException {
    for (Map.Entry<RecordTables, Map<List<String>, @Nullable Timed>> entry : records.entrySet()) {
      RecordTables filled = entry.getKey();
      Map<List<String>, @Nullable Timed> rows = entry.getValue();
      pending(connection, rows.keySet());
      Map<String, Long> first = new HashMap<>();
      try (Statement statement = connection.createStatement()) {
        for (Table table : filled.tables()) {
          if (table.tellsFirst()) {
            first.putAll(first(statement, table));
          }
        }
        for (Table table : filled.tables()) {
          statement.execute(table.deletion(PENDING));
        }
        statement.execute("DELETE FROM " + PENDING);
      }
      for (Table table : filled.tables()) {
        try (DuckDBAppender out = connection.createAppender(table.name())) {
          for (Map.Entry<List<String>, @Nullable Timed> keyed : rows.entrySet()) {
            @Nullable Timed row = keyed.getValue();
            if (row != null) {
              long since = first.getOrDefault(keyed.getKey().get(0), commit);
              table.append(out, row.record(), new Source.Written(row.at(), commit, since));
            }
          }
        }
      }
    }
    removeVanished(connection);
    removeLostComments(connection);
  }

  /** Since when those rows are there that are about to be written again, by their key. */
  private static Map<String, Long> first(Statement statement, Table table) throws SQLException {
    Map<String, Long> out = new HashMap<>();
    try (ResultSet rows = statement.executeQuery(table.first(PENDING))) {
      while (rows.next()) {
        out.put(rows.getString(1), rows.getLong(2));
      }
    }
    return out;
  }

  private void removeVanished(DuckDBConnection connection) throws SQLException {
    pending(connection, articles.stream().map(List::of).toList());
    try (Statement statement = connection.createStatement()) {
      for (String step : VANISHED) {
        statement.execute(step);
      }
      statement.execute("DELETE FROM " + PENDING);
    }
  }

  private void removeLostComments(DuckDBConnection connection) throws SQLException {
    pending(connection, readPages.stream().map(List::of).toList());
    try (Statement statement = connection.createStatement()) {
      statement.execute(LOST_COMMENTS);
      // They are few, and tables are long.
      if (count(statement, "lost_comments") > 0) {
        statement.execute(
            "DELETE FROM chain_links WHERE claimId IN (SELECT c.id FROM claims c"
                + " JOIN lost_comments l ON c.articleId = l.id"
                + " WHERE c.comment >= l.many AND c.recordedAt < l.recordedAt)");
        for (String table : OF_COMMENTS) {
          String place = table.equals("comments") ? "position" : "comment";
          statement.execute(
              "DELETE FROM %s t USING lost_comments l WHERE t.articleId = l.id"
                  .concat(" AND t.%s >= l.many AND t.recordedAt < l.recordedAt")
                  .formatted(table, place));
        }
      }
      statement.execute("DELETE FROM " + PENDING);
    }
  }

  private static long count(Statement statement, String table) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private static void pending(DuckDBConnection connection, Collection<List<String>> keys)
      throws SQLException {
    try (DuckDBAppender out = connection.createAppender("temp", "main", PENDING)) {
      for (List<String> key : keys) {
        out.beginRow();
        for (int i = 0; i < KEYS; i++) {
          if (i < key.size()) {
            out.append(key.get(i));
          } else {
            out.appendNull();
          }
        }
        out.endRow();
      }
    }
  }
}
