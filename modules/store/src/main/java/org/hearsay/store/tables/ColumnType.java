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
 * How a value of a record stands in a table: its SQL type. Strings are VARCHAR, times are TIMESTAMP
 * in UTC, lists are lists, records in lists are STRUCTs, maps are MAPs.
 *
 * @param sql the type's name in SQL
 */
record ColumnType(String sql) {
  static final ColumnType TEXT = new ColumnType("VARCHAR");
  static final ColumnType NUMBER = new ColumnType("INTEGER");
  static final ColumnType LONG_NUMBER = new ColumnType("BIGINT");
  static final ColumnType TIME = new ColumnType("TIMESTAMP");

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
      case DOUBLE -> new ColumnType("DOUBLE");
      case BOOLEAN -> new ColumnType("BOOLEAN");
      case ARRAY -> new ColumnType(of(given.getElementType()).sql + "[]");
      case MAP -> new ColumnType("MAP(VARCHAR, " + of(given.getValueType()).sql + ")");
      case RECORD -> new ColumnType(struct(given));
      default -> throw new IllegalArgumentException("no column for " + schema);
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

  private static String struct(Schema schema) {
    return schema.getFields().stream()
        .map(field -> Column.quoted(field.name()) + " " + of(field.schema()).sql)
        .collect(Collectors.joining(", ", "STRUCT(", ")"));
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
