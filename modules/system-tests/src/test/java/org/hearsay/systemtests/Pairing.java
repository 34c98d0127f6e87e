package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of an Avro record and those of a JSON object answer to each other. Every field of
 * either is named once: as a pair, or as one that only one of them has, with the reason.
 *
 * <p>A JSON field is named by its path, {@code outlet/id} for the field of an object in the object.
 */
final class Pairing {
  private final Schema schema;
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Set<String> jsonPaths = new HashSet<>();
  private final Set<String> filled = new TreeSet<>();
  private final List<Pairing> nested = new ArrayList<>();

  Pairing(Schema schema) {
    this.schema = schema;
  }

  /** Compares a field's value with what the JSON says. */
  @FunctionalInterface
  private interface Rule {
    void check(String where, @Nullable Object avro, JsonNode object);
  }

  /** What a field has to be, going by the JSON. */
  @FunctionalInterface
  interface Expected {
    @Nullable Object of(JsonNode object);
  }

  /** Objects that an array of records answers to. */
  @FunctionalInterface
  interface Objects {
    Iterable<JsonNode> of(JsonNode object);
  }

  /** Fields of one name and value in both. */
  Pairing same(String... fields) {
    for (String field : fields) {
      as(field, field);
    }
    return this;
  }

  /** A field that is called otherwise in JSON. */
  Pairing as(String field, String path) {
    return computed(field, json -> plain(at(json, path)), path);
  }

  /** A point in time: in JSON with an offset. */
  Pairing time(String field, String path) {
    return computed(
        field,
        json -> {
          JsonNode at = at(json, path);
          return at.isTextual() ? millis(OffsetDateTime.parse(at.asText()).toInstant()) : null;
        },
        path);
  }

  /** A field that follows from what the JSON says elsewhere, or says in another way. */
  Pairing computed(String field, Expected expected, String... paths) {
    return rule(
        field,
        (where, avro, json) ->
            assertThat(plain(avro)).as("%s.%s", where, field).isEqualTo(expected.of(json)),
        paths);
  }

  /** An array of records that answers to an array of objects. */
  Pairing each(String field, String path, Pairing of) {
    return each(field, json -> at(json, path), of, path);
  }

  /** An array of records that answers to objects that lie elsewhere in the JSON. */
  Pairing each(String field, Objects objects, Pairing of, String... paths) {
    nested.add(of);
    return rule(
        field,
        (where, avro, json) -> {
          List<JsonNode> wanted = new ArrayList<>();
          objects.of(json).forEach(wanted::add);
          assertThat(avro).as("%s.%s", where, field).isInstanceOf(List.class);
          List<?> rows = (List<?>) avro;
          assertThat(rows).as("%s.%s", where, field).hasSameSizeAs(wanted);
          for (int i = 0; i < rows.size(); i++) {
            of.check(
                where + "." + field + "[" + i + "]", (IndexedRecord) rows.get(i), wanted.get(i));
          }
        },
        paths);
  }

  /** A field that the JSON does not have. */
  Pairing onlyAvro(String field, String reason) {
    assertThat(reason).isNotBlank();
    return rule(field, (where, avro, json) -> {});
  }

  /** A field of the JSON that the record does not have. */
  Pairing onlyJson(String path, String reason) {
    assertThat(reason).isNotBlank();
    assertThat(jsonPaths.add(path)).as(path + " is named twice").isTrue();
    return this;
  }

  private Pairing rule(String field, Rule rule, String... paths) {
    assertThat(rules.put(field, rule)).as(field + " is named twice").isNull();
    jsonPaths.addAll(List.of(paths));
    return this;
  }

  /** Every field of the schema has its rule, and every rule its field; so in nested records. */
  void requireWhole() {
    assertThat(rules.keySet())
        .as("fields of " + schema.getName() + " that are paired or only Avro's")
        .containsExactlyInAnyOrderElementsOf(
            schema.getFields().stream().map(Schema.Field::name).toList());
    nested.forEach(Pairing::requireWhole);
  }

  /** Compares a record with its object. */
  void check(String where, IndexedRecord record, JsonNode object) {
    assertThat(unknown(object, ""))
        .as("fields of the JSON of " + where + " that no rule names")
        .isEmpty();
    for (Schema.Field field : schema.getFields()) {
      @Nullable Object value = record.get(field.pos());
      Rule rule = rules.get(field.name());
      if (rule == null) {
        throw new AssertionError(where + "." + field.name() + " has no rule");
      }
      if (isFilled(value)) {
        filled.add(field.name());
      }
      rule.check(where, value, object);
    }
  }

  /**
   * Fields that were empty in every record that was compared: what is said of them proves little.
   */
  Set<String> neverFilled() {
    Set<String> out =
        rules.keySet().stream()
            .filter(field -> !filled.contains(field))
            .map(field -> schema.getName() + "." + field)
            .collect(Collectors.toCollection(TreeSet::new));
    nested.forEach(each -> out.addAll(each.neverFilled()));
    return out;
  }

  private static boolean isFilled(@Nullable Object value) {
    return value instanceof List<?> list
        ? !list.isEmpty()
        : value instanceof Map<?, ?> map ? !map.isEmpty() : value != null;
  }

  private Set<String> unknown(JsonNode object, String prefix) {
    Set<String> out = new TreeSet<>();
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      String path = prefix + name;
      if (jsonPaths.contains(path)) {
        continue;
      }
      boolean opened = jsonPaths.stream().anyMatch(known -> known.startsWith(path + "/"));
      JsonNode value = object.get(name);
      if (!opened) {
        out.add(path);
      } else if (value.isObject()) {
        out.addAll(unknown(value, path + "/"));
      }
    }
    return out;
  }

  static JsonNode at(JsonNode object, String path) {
    return object.at("/" + path);
  }

  /** A value of the JSON as values are compared; null where there is none. */
  static @Nullable Object value(JsonNode node) {
    return plain(node);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof JsonNode node) {
      return plain(node);
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Instant time) {
      return millis(time);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Pairing::plain).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> out = new TreeMap<>();
      map.forEach((key, each) -> out.put(String.valueOf(key), plain(each)));
      return out;
    }
    if (value instanceof IndexedRecord record) {
      throw new AssertionError(record.getSchema().getName() + " has to be paired field by field");
    }
    return value;
  }

  private static @Nullable Object plain(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isArray()) {
      List<@Nullable Object> out = new ArrayList<>();
      node.forEach(each -> out.add(plain(each)));
      return out;
    }
    if (node.isObject()) {
      Map<String, @Nullable Object> out = new TreeMap<>();
      node.properties().forEach(each -> out.put(each.getKey(), plain(each.getValue())));
      return out;
    }
    return node.asText();
  }

  private static Instant millis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
