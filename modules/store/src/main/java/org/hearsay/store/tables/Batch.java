package org.hearsay.store.tables;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
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
import org.hearsay.records.Claim;
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
          "DELETE FROM claims WHERE id IN (SELECT id FROM vanished_claims)");

  /** The articles whose reading the records are of. */
  private final Set<String> articles = new LinkedHashSet<>();

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
      try (Statement statement = connection.createStatement()) {
        for (Table table : filled.tables()) {
          statement.execute(table.deletion(PENDING));
        }
        statement.execute("DELETE FROM " + PENDING);
      }
      for (Table table : filled.tables()) {
        try (DuckDBAppender out = connection.createAppender(table.name())) {
          for (@Nullable Timed row : rows.values()) {
            if (row != null) {
              table.append(out, row.record(), new Source.Written(row.at(), commit));
            }
          }
        }
      }
    }
    removeVanished(connection);
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
