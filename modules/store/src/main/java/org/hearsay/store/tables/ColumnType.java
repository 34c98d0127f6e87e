package org.hearsay.store.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * How a value of a record stands in a table. Strings are VARCHAR, times are TIMESTAMP in UTC, lists
 * are lists, records in lists are STRUCTs, maps are MAPs.
 *
 * @param kind what it is
 * @param name of a record's type; empty of all else
 * @param parts of a record its fields, in order; of a list and a map one part, what is in it
 */
public record ColumnType(Kind kind, String name, List<Part> parts) {
  static final ColumnType TEXT = new ColumnType(Kind.TEXT, "", List.of());
  static final ColumnType NUMBER = new ColumnType(Kind.INTEGER, "", List.of());
  static final ColumnType LONG_NUMBER = new ColumnType(Kind.LONG, "", List.of());
  static final ColumnType TIME = new ColumnType(Kind.TIME, "", List.of());

  /** Keeps its own copy of the list. */
  public ColumnType {
    parts = List.copyOf(parts);
  }

  /** What a value is. */
  public enum Kind {
    /** A text. */
    TEXT("VARCHAR"),
    /** A whole number of 32 bits. */
    INTEGER("INTEGER"),
    /** A whole number of 64 bits. */
    LONG("BIGINT"),
    /** A number. */
    DOUBLE("DOUBLE"),
    /** True or false. */
    BOOLEAN("BOOLEAN"),
    /** A time in UTC. */
    TIME("TIMESTAMP"),
    /** Several values of one type. */
    LIST(""),
    /** Values of one type by their names. */
    MAP(""),
    /** Several values by the names of fields. */
    RECORD("");

    private final String sql;

    Kind(String sql) {
      this.sql = sql;
    }
  }

  /**
   * What a value is made of.
   *
   * @param name the field's; empty of a list and a map
   * @param type its type
   * @param given whether every record has it
   * @param doc what it holds, for people
   */
  public record Part(String name, ColumnType type, boolean given, String doc) {}

  /**
   * The type of a field.
   *
   * @throws IllegalArgumentException for what the public contract does not use, such as bytes
   */
  static ColumnType of(Schema schema) {
    Schema given = given(schema);
    return switch (given.getType()) {
      case STRING -> TEXT;
      case INT -> NUMBER;
      case LONG ->
          given.getLogicalType() instanceof LogicalTypes.TimestampMillis ? TIME : LONG_NUMBER;
      case DOUBLE -> new ColumnType(Kind.DOUBLE, "", List.of());
      case BOOLEAN -> new ColumnType(Kind.BOOLEAN, "", List.of());
      case ARRAY -> new ColumnType(Kind.LIST, "", List.of(part("", given.getElementType(), "")));
      case MAP -> new ColumnType(Kind.MAP, "", List.of(part("", given.getValueType(), "")));
      case RECORD ->
          new ColumnType(
              Kind.RECORD,
              given.getName(),
              given.getFields().stream()
                  .map(field -> part(field.name(), field.schema(), Column.doc(field)))
                  .toList());
      default -> throw new IllegalArgumentException("no column for " + schema);
    };
  }

  private static Part part(String name, Schema schema, String doc) {
    return new Part(name, of(schema), !schema.isUnion(), doc);
  }

  /** The type's name in SQL. */
  public String sql() {
    return switch (kind) {
      case LIST -> parts.get(0).type().sql() + "[]";
      case MAP -> "MAP(VARCHAR, " + parts.get(0).type().sql() + ")";
      case RECORD ->
          parts.stream()
              .map(part -> Column.quoted(part.name()) + " " + part.type().sql())
              .collect(Collectors.joining(", ", "STRUCT(", ")"));
      default -> kind.sql;
    };
  }

  /** What the field holds where it holds something. */
  static Schema given(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(one -> one.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }

  /** Appends a value of a record to a row. */
  static void append(DuckDBAppender out, @Nullable Object value) throws SQLException {
    if (value == null) {
      out.appendNull();
    } else if (value instanceof CharSequence text) {
      out.append(text.toString());
    } else if (value instanceof Integer number) {
      out.append(number.intValue());
    } else if (value instanceof Long number) {
      out.append(number.longValue());
    } else if (value instanceof Double number) {
      out.append(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      out.append(truth.booleanValue());
    } else if (value instanceof Instant time) {
      out.appendEpochMicros(Math.multiplyExact(time.toEpochMilli(), 1000L));
    } else if (value instanceof Collection<?> list) {
      out.append(plain(list));
    } else if (value instanceof Map<?, ?> map) {
      out.append(plain(map));
    } else {
      throw new IllegalArgumentException("no column for " + value.getClass());
    }
  }

  private static List<@Nullable Object> plain(Collection<?> list) {
    List<@Nullable Object> out = new ArrayList<>(list.size());
    list.forEach(item -> out.add(plain(item)));
    return out;
  }

  private static Map<Object, @Nullable Object> plain(Map<?, ?> map) {
    Map<Object, @Nullable Object> out = new LinkedHashMap<>();
    map.forEach((key, value) -> out.put(key.toString(), plain(value)));
    return out;
  }

  /** A value inside of a list: a record as the list of its fields' values. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof IndexedRecord item) {
      List<@Nullable Object> fields = new ArrayList<>();
      for (Schema.Field field : item.getSchema().getFields()) {
        fields.add(plain(item.get(field.pos())));
      }
      return fields;
    }
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    if (value instanceof Instant time) {
      return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
    if (value instanceof Collection<?> list) {
      return plain(list);
    }
    return value instanceof Map<?, ?> map ? plain(map) : value;
  }
}
