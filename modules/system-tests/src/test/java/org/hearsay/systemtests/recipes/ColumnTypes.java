package org.hearsay.systemtests.recipes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * Types of columns, of SQL and of Avro, in one spelling: string, int, long, double, boolean,
 * timestamp, array(…), record(name type, …) in the order of the names.
 */
final class ColumnTypes {
  private static final Pattern NULLABLE = Pattern.compile("(?is)nullable\\((.*)\\)");
  private static final Pattern ARRAY = Pattern.compile("(?is)array[<(](.*)[>)]");
  private static final Pattern POSTGRESQL_ARRAY = Pattern.compile("(?is)(.*)\\[]");
  private static final Pattern RECORD = Pattern.compile("(?is)(?:row|struct|tuple)[<(](.*)[>)]");
  private static final Pattern FIELD = Pattern.compile("(?s)[`\"]?(\\w+)[`\"]?\\s+(.*)");

  /** The names of scalar types, by the folder of the system. */
  private static final Map<String, Map<String, String>> SCALARS =
      Map.of(
          "flink",
          Map.of(
              "string", "string",
              "int", "int",
              "bigint", "long",
              "double", "double",
              "boolean", "boolean",
              "timestamp(3)", "timestamp"),
          "postgresql",
          Map.of(
              "text", "string",
              "integer", "int",
              "bigint", "long",
              "double precision", "double",
              "boolean", "boolean",
              "timestamp(3)", "timestamp"),
          "clickhouse",
          Map.of(
              "string", "string",
              "int32", "int",
              "int64", "long",
              "float64", "double",
              "bool", "boolean",
              "datetime64(3, 'utc')", "timestamp"),
          "ksqldb",
          Map.of(
              "varchar", "string",
              "integer", "int",
              "bigint", "long",
              "double", "double",
              "boolean", "boolean",
              "timestamp", "timestamp"),
          "opensearch",
          Map.of(
              "keyword", "string",
              "text", "string",
              "integer", "int",
              "long", "long",
              "double", "double",
              "boolean", "boolean",
              "date", "timestamp"));

  private ColumnTypes() {}

  /**
   * The type of a column.
   *
   * @param system the folder of the system
   * @throws IllegalArgumentException where the system has no type of this name, or we know none
   */
  static String ofSql(String system, String written) {
    String type = written.strip();
    Matcher inner = NULLABLE.matcher(type);
    if (inner.matches()) {
      return ofSql(system, inner.group(1));
    }
    for (Pattern array : List.of(ARRAY, POSTGRESQL_ARRAY)) {
      Matcher items = array.matcher(type);
      if (items.matches()) {
        return "array(" + ofSql(system, items.group(1)) + ")";
      }
    }
    Matcher record = RECORD.matcher(type);
    if (record.matches()) {
      Map<String, String> fields = new TreeMap<>();
      for (String part : parts(record.group(1))) {
        Matcher field = FIELD.matcher(part);
        if (!field.matches()) {
          throw new IllegalArgumentException(system + " has no field " + part);
        }
        fields.put(field.group(1), ofSql(system, field.group(2)));
      }
      return record(fields);
    }
    String scalar = scalars(system).get(type.toLowerCase(Locale.ROOT));
    if (scalar == null) {
      throw new IllegalArgumentException(system + " has no type " + type);
    }
    return scalar;
  }

  private static Map<String, String> scalars(String system) {
    Map<String, String> scalars = SCALARS.get(system);
    if (scalars == null) {
      throw new IllegalArgumentException("no types are known of " + system);
    }
    return scalars;
  }

  /** The type of a field, whether or not it may be absent. */
  static String ofAvro(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> ofAvro(present(schema));
      case ARRAY -> "array(" + ofAvro(schema.getElementType()) + ")";
      case RECORD ->
          record(
              schema.getFields().stream()
                  .collect(
                      Collectors.toMap(
                          Schema.Field::name,
                          field -> ofAvro(field.schema()),
                          (one, other) -> one,
                          TreeMap::new)));
      case LONG -> schema.getLogicalType() == null ? "long" : "timestamp";
      case STRING, INT, DOUBLE, BOOLEAN -> schema.getType().getName();
      default -> throw new IllegalArgumentException("not in the contract: " + schema);
    };
  }

  /** The type of what is there, where something may be absent. */
  static Schema present(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(one -> one.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }

  private static String record(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + " " + field.getValue())
        .collect(Collectors.joining(", ", "record(", ")"));
  }

  /** A list's parts, between the commas that stand in no bracket. */
  static List<String> parts(String list) {
    List<String> out = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '(' || c == '<') {
        depth++;
      } else if (c == ')' || c == '>') {
        depth--;
      } else if (c == ',' && depth == 0) {
        out.add(list.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    out.add(list.substring(begin).strip());
    return out;
  }
}
