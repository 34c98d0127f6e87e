package org.hearsay.store.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The tables that the records of one topic fill. Their columns are the fields of the schema, under
 * the same names: a field that is added to the contract is a column the next day.
 *
 * @param schema the schema of the topic's values
 * @param keys the fields that say which record it is: a newer one of the same key replaces it
 * @param tables the tables
 */
public record RecordTables(Schema schema, List<String> keys, List<Table> tables) {

  /** Keeps its own copies of the lists. */
  public RecordTables {
    keys = List.copyOf(keys);
    tables = List.copyOf(tables);
  }

  /** The key of a record: the values of its key fields, as texts. */
  public List<String> key(IndexedRecord record) {
    List<String> out = new ArrayList<>(keys.size());
    for (String key : keys) {
      // An absent key counts as one of its own.
      out.add(String.valueOf(record.get(record.getSchema().getField(key).pos())));
    }
    return out;
  }

  /** Begins the tables of records that the fields identify. */
  static Builder of(Class<? extends SpecificRecord> type, String... keys) {
    return of(SpecificData.get().getSchema(type), keys);
  }

  /** Begins the tables of records that the fields identify. */
  static Builder of(Schema schema, String... keys) {
    return new Builder(schema, List.of(keys));
  }

  /** Tables of one type of records, one after the other. */
  static final class Builder {
    private final Schema schema;
    private final List<String> keys;
    private final List<Table> tables = new ArrayList<>();
    private boolean tellingFirst;

    private Builder(Schema schema, List<String> keys) {
      this.schema = schema;
      this.keys = keys;
    }

    /** The rows of records say when the first of their key was written, too. */
    Builder tellingFirst() {
      tellingFirst = true;
      return this;
    }

    /** One row a record, with its fields save the lists that have tables of their own. */
    Builder rows(String name, String doc, Set<String> without) {
      return rows(name, doc, without, record -> true);
    }

    /** One row a record, of some of the records. */
    Builder rows(String name, String doc, Set<String> without, Predicate<IndexedRecord> holds) {
      List<Column> columns = new ArrayList<>();
      for (Schema.Field field : schema.getFields()) {
        if (!without.contains(field.name())) {
          columns.add(Column.of(field));
        }
      }
      Schema.@Nullable Field published = schema.getField("publishedAt");
      if (published != null) {
        columns.add(Column.dated(published));
      }
      columns.add(Column.recorded());
      columns.add(Column.committed());
      if (tellingFirst) {
        columns.add(Column.firstCommitted());
      }
      tables.add(new Table(name, doc, columns, keys, null, holds));
      return this;
    }

    /** One row a record of some of the records, with some of its fields. */
    Builder some(String name, String doc, List<String> fields, Predicate<IndexedRecord> holds) {
      List<Column> columns = new ArrayList<>();
      fields.forEach(field -> columns.add(Column.of(schema.getField(field))));
      columns.add(Column.recorded());
      columns.add(Column.committed());
      tables.add(new Table(name, doc, columns, keys, null, holds));
      return this;
    }

    /**
     * One row an item of a list.
     *
     * @param above the columns that say what it belongs to: the column's name, then the field of
     *     the record; the record's keys among them
     */
    Builder items(String name, String doc, String list, Map<String, String> above) {
      return items(name, doc, list, above, record -> true);
    }

    /** One row an item of a list, of some of the records. */
    Builder items(
        String name,
        String doc,
        String list,
        Map<String, String> above,
        Predicate<IndexedRecord> holds) {
      Schema item = ColumnType.given(schema.getField(list).schema()).getElementType();
      Map<String, Column> columns = new LinkedHashMap<>();
      above.forEach((column, field) -> columns.put(column, Column.above(column, schema, field)));
      columns.put("position", Column.place(list));
      for (Schema.Field field : item.getFields()) {
        // An item that says its own place has it from the list: earlier releases did not write it.
        columns.putIfAbsent(field.name(), Column.of(field));
      }
      columns.put("recordedAt", Column.recorded());
      columns.put("commit", Column.committed());
      List<String> own =
          keys.stream()
              .map(
                  key ->
                      above.entrySet().stream()
                          .filter(entry -> entry.getValue().equals(key))
                          .findFirst()
                          .orElseThrow()
                          .getKey())
              .toList();
      tables.add(new Table(name, doc, List.copyOf(columns.values()), own, list, holds));
      return this;
    }

    /** The tables. */
    RecordTables build() {
      return new RecordTables(schema, keys, tables);
    }
  }
}
