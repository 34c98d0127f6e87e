package org.hearsay.store.tables;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * One table: rows of a topic's records, or of what stands in one of their lists.
 *
 * @param name as it is called in SQL
 * @param doc what a row is, for people
 * @param columns in order
 * @param keys the columns that say which record a row is of: a newer record replaces these rows
 * @param list the field of the record that holds a list of what rows are made of; null where a row
 *     is made of the record itself
 * @param holds which records have rows here
 */
public record Table(
    String name,
    String doc,
    List<Column> columns,
    List<String> keys,
    @Nullable String list,
    Predicate<IndexedRecord> holds) {

  /** Ids of what rows of other tables belong to. */
  private static final Set<String> INDEXED =
      Set.of("articleId", "originId", "claimId", "clusterId", "lineageId");

  private static final String WINDOW = "windowStart";

  /** Columns that say which day a row belongs to, where no article says it. */
  private static final Set<String> DAYS = Set.of("publishedAt", "firstSeen", "firstAt", WINDOW);

  /** A window of years begins long before whatever was read; one of a day where it says. */
  private static final String WINDOW_DAY =
      "(SELECT if(first > t.windowStart AND first < t.windowEnd, first, t.windowStart)"
          + " FROM (SELECT min(coalesce(publishedAt, recordedAt)) AS first FROM articles)), ";

  /** Keeps its own copies of the lists. */
  public Table {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }

  /** The statement that makes it, where it is not there. */
  public String definition() {
    return columns.stream()
        .map(column -> Column.quoted(column.name()) + " " + column.sqlType())
        .collect(Collectors.joining(", ", "CREATE TABLE IF NOT EXISTS " + name + " (", ")"));
  }

  /**
   * The statements that make its indexes: over the columns whose values say what a row belongs to,
   * since people look from one article, claim or edge to the next.
   */
  public List<String> indexes() {
    return columns.stream()
        .map(Column::name)
        .filter(column -> INDEXED.contains(column) || keys.equals(List.of(column)))
        .map(
            column ->
                "CREATE INDEX IF NOT EXISTS %s_%s ON %s (%s)"
                    .formatted(name, column, name, Column.quoted(column)))
        .toList();
  }

  /**
   * The query of its rows with the day that each belongs to, in a column {@code day}: that of its
   * article, published or else first seen; of a claim of several articles that of the first report;
   * of a profile that on which its window begins, or that of the first article where the window
   * begins before it; else that of its record.
   */
  public String withDay() {
    String own =
        columns.stream()
            .map(Column::name)
            .filter(DAYS::contains)
            .map(column -> column.equals(WINDOW) ? WINDOW_DAY : "t." + column + ", ")
            .collect(Collectors.joining());
    if (columns.stream().noneMatch(column -> column.name().equals("articleId"))) {
      return "SELECT t.*, coalesce(%st.recordedAt)::DATE AS day FROM %s t".formatted(own, name);
    }
    return ("SELECT t.*, coalesce(a.publishedAt, a.recordedAt, %st.recordedAt)::DATE AS day"
            + " FROM %s t LEFT JOIN articles a ON a.id = t.articleId")
        .formatted(own, name);
  }

  /** The statements that put the docs into the database. */
  public List<String> comments() {
    List<String> out = new ArrayList<>();
    out.add("COMMENT ON TABLE " + name + " IS " + text(doc));
    for (Column column : columns) {
      out.add(
          "COMMENT ON COLUMN "
              + name
              + "."
              + Column.quoted(column.name())
              + " IS "
              + text(column.doc()));
    }
    return out;
  }

  /** A text as it stands in SQL. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /**
   * The statement that deletes the rows of the records whose keys stand in another table, whose
   * columns are texts called key0, key1, …
   */
  String deletion(String pending) {
    String ours =
        keys.stream()
            .map(key -> Column.quoted(key) + "::VARCHAR")
            .collect(Collectors.joining(", ", "(", ")"));
    String theirs = columnsOf(keys.size()).stream().collect(Collectors.joining(", "));
    return keys.size() == 1
        ? "DELETE FROM %s WHERE %s IN (SELECT key0 FROM %s)"
            .formatted(name, Column.quoted(keys.get(0)), pending)
        : "DELETE FROM %s WHERE %s IN (SELECT (%s) FROM %s)".formatted(name, ours, theirs, pending);
  }

  /** Whether its rows say when the first of their key was written. */
  boolean tellsFirst() {
    return columns.stream().anyMatch(column -> column.name().equals(Column.FIRST_COMMIT));
  }

  /**
   * The query of what {@link #tellsFirst} those rows say whose keys, of one column, stand in
   * another table.
   */
  String first(String pending) {
    String key = Column.quoted(keys.get(0));
    return "SELECT %s, %s FROM %s WHERE %s IN (SELECT key0 FROM %s)"
        .formatted(key, Column.FIRST_COMMIT, name, key, pending);
  }

  private static List<String> columnsOf(int count) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      out.add("key" + i);
    }
    return out;
  }

  /** Appends the rows of a record. */
  void append(DuckDBAppender out, IndexedRecord record, Source.Written written)
      throws SQLException {
    if (!holds.test(record)) {
      return;
    }
    if (list == null) {
      row(out, new Source(record, record, 0, written));
      return;
    }
    Schema.Field field = record.getSchema().getField(list);
    int position = 0;
    for (Object item : (Collection<?>) record.get(field.pos())) {
      row(out, new Source(record, (IndexedRecord) item, position, written));
      position++;
    }
  }

  private void row(DuckDBAppender out, Source source) throws SQLException {
    out.beginRow();
    for (Column column : columns) {
      ColumnType.append(out, column.value().apply(source));
    }
    out.endRow();
  }
}
