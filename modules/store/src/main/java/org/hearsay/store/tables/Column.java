package org.hearsay.store.tables;

import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name as the record's field is called
 * @param type its type
 * @param given whether every row has it
 * @param doc what it holds, for people
 * @param value what stands in it
 */
public record Column(
    String name,
    ColumnType type,
    boolean given,
    String doc,
    Function<Source, @Nullable Object> value) {

  /** What {@link #firstCommitted} is called. */
  static final String FIRST_COMMIT = "firstCommit";

  /** What a column cannot be called in SQL without quotes: words that columns here have. */
  private static final Set<String> KEPT = Set.of("at", "end", "from");

  /** One that every row has. */
  Column(String name, ColumnType type, String doc, Function<Source, @Nullable Object> value) {
    this(name, type, true, doc, value);
  }

  /** Its type in SQL. */
  public String sqlType() {
    return type.sql();
  }

  /** A field of the record that a row is made of. */
  static Column of(Schema.Field field) {
    int position = field.pos();
    return new Column(
        field.name(),
        ColumnType.of(field.schema()),
        !field.schema().isUnion(),
        doc(field),
        source -> source.item().get(position));
  }

  /** A field of the record that holds the one that a row is made of. */
  static Column above(String name, Schema record, String of) {
    Schema.Field field = record.getField(of);
    int position = field.pos();
    return new Column(
        name,
        ColumnType.of(field.schema()),
        !field.schema().isUnion(),
        doc(field),
        source -> source.record().get(position));
  }

  /** Its place in the list, for records that do not say it themselves. */
  static Column place(String list) {
    return new Column(
        "position", ColumnType.NUMBER, "Its place in " + list + ", from 0.", Source::position);
  }

  /** When the record was written. */
  static Column recorded() {
    return new Column(
        "recordedAt",
        ColumnType.TIME,
        "The time of its record in the topic: --days counts from it.",
        source -> source.written().recordedAt());
  }

  /** The time by which people look for it, of records that may be of a known time. */
  static Column dated(Schema.Field published) {
    int position = published.pos();
    return new Column(
        "datedAt",
        ColumnType.TIME,
        "publishedAt, else recordedAt: what lists are sorted by.",
        source -> {
          @Nullable Object at = source.item().get(position);
          return at == null ? source.written().recordedAt() : at;
        });
  }

  /** Which transaction wrote the row. */
  static Column committed() {
    return new Column(
        "commit",
        ColumnType.LONG_NUMBER,
        "The number of the store's transaction that wrote the row: later ones are higher.",
        source -> source.written().commit());
  }

  /** Which transaction wrote the first row of its key that has not gone since. */
  static Column firstCommitted() {
    return new Column(
        FIRST_COMMIT,
        ColumnType.LONG_NUMBER,
        "The number of the transaction that wrote it first: lower than commit where it was written"
            + " again since.",
        source -> source.written().firstCommit());
  }

  /** What a field holds, for people. */
  static String doc(Schema.Field field) {
    return field.doc() == null ? "" : field.doc();
  }

  /**
   * A name as people have to type it: in quotes where SQL keeps the word for itself.
   *
   * @param name a column's
   */
  public static String typed(String name) {
    return KEPT.contains(name) ? quoted(name) : name;
  }

  /** A name as it stands in SQL, whatever words SQL keeps for itself. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
