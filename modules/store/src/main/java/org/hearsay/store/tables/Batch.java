package org.hearsay.store.tables;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Records on their way into the tables, the newest of each key. Not safe for use by several
 * threads.
 */
public final class Batch {
  /** Longest key of a record, in fields. */
  private static final int KEYS = 2;

  private static final String PENDING = "pending_keys";

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

  /** Writes all rows, in place of those of earlier records of the same keys. */
  public void write(DuckDBConnection connection) throws SQLException {
    for (Map.Entry<RecordTables, Map<List<String>, @Nullable Timed>> entry : records.entrySet()) {
      RecordTables filled = entry.getKey();
      Map<List<String>, @Nullable Timed> rows = entry.getValue();
      try (DuckDBAppender keys = connection.createAppender("temp", "main", PENDING)) {
        for (List<String> key : rows.keySet()) {
          keys.beginRow();
          for (int i = 0; i < KEYS; i++) {
            if (i < key.size()) {
              keys.append(key.get(i));
            } else {
              keys.appendNull();
            }
          }
          keys.endRow();
        }
      }
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
              table.append(out, row.record(), row.at());
            }
          }
        }
      }
    }
  }
}
