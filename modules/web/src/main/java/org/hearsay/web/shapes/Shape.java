package org.hearsay.web.shapes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a value of an answer looks like.
 *
 * @param kind what it is
 * @param name what an object is called in the OpenAPI document; empty where it is described in
 *     place
 * @param nullable whether it may be null
 * @param words the texts that it may be, where it is no other
 * @param parts what is in a list or a map: one shape
 * @param fields of an object, in order
 */
public record Shape(
    Kind kind,
    String name,
    boolean nullable,
    List<String> words,
    List<Shape> parts,
    List<Field> fields) {

  /** Keeps its own copies of the lists. */
  public Shape {
    words = List.copyOf(words);
    parts = List.copyOf(parts);
    fields = List.copyOf(fields);
  }

  /** What a value is. */
  public enum Kind {
    /** A text. */
    TEXT("string"),
    /** A time, ISO 8601 in UTC. */
    TIME("string"),
    /** A whole number. */
    INTEGER("integer"),
    /** A number. */
    NUMBER("number"),
    /** True or false. */
    TRUTH("boolean"),
    /** Anything. */
    ANY(""),
    /** Values of one shape. */
    LIST("array"),
    /** Values of one shape by their names. */
    MAP("object"),
    /** Values by the names of fields. */
    OBJECT("object");

    private final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  private static Shape of(Kind kind, List<String> words, List<Shape> parts) {
    return new Shape(kind, "", false, words, parts, List.of());
  }

  /** A text. */
  public static Shape text() {
    return of(Kind.TEXT, List.of(), List.of());
  }

  /** One of a few texts. */
  public static Shape word(String... words) {
    return of(Kind.TEXT, List.of(words), List.of());
  }

  /** A time. */
  public static Shape time() {
    return of(Kind.TIME, List.of(), List.of());
  }

  /** A whole number. */
  public static Shape integer() {
    return of(Kind.INTEGER, List.of(), List.of());
  }

  /** A number. */
  public static Shape number() {
    return of(Kind.NUMBER, List.of(), List.of());
  }

  /** True or false. */
  public static Shape truth() {
    return of(Kind.TRUTH, List.of(), List.of());
  }

  /** Anything. */
  public static Shape any() {
    return of(Kind.ANY, List.of(), List.of());
  }

  /** Values of that shape, in order. */
  public static Shape list(Shape item) {
    return of(Kind.LIST, List.of(), List.of(item));
  }

  /** Values of that shape by their names. */
  public static Shape map(Shape value) {
    return of(Kind.MAP, List.of(), List.of(value));
  }

  /** An object that is described where it stands; it has no fields yet. */
  public static Shape object() {
    return object("");
  }

  /** An object of that name; it has no fields yet. */
  public static Shape object(String name) {
    return new Shape(Kind.OBJECT, name, false, List.of(), List.of(), List.of());
  }

  /** One page of a list: rows of that shape. */
  public static Shape page(String name, Shape row) {
    return object(name)
        .with("rows", list(row), "A page of them.")
        .with("next", text().orNull(), "The cursor of the page after it; null where there is none.")
        .withStatement()
        .withCommit();
  }

  /** The same, or null. */
  public Shape orNull() {
    return new Shape(kind, name, true, words, parts, fields);
  }

  /** The same object with one more field, that it always has. */
  public Shape with(String field, Shape shape, String doc) {
    return with(List.of(new Field(field, shape, false, doc)));
  }

  /** The same object with the last transaction of the store that was asked. */
  public Shape withCommit() {
    return with("commit", integer(), "The last transaction of the store.");
  }

  /** The same object with the statement that was asked. */
  public Shape withStatement() {
    return with("sql", text(), "The statement that answers the same.");
  }

  /** The same object with one more field, that it may leave out. */
  public Shape maybe(String field, Shape shape, String doc) {
    return with(List.of(new Field(field, shape, true, doc)));
  }

  /** The same object with more fields; one of a name that it has takes the place of that one. */
  public Shape with(List<Field> more) {
    Map<String, Field> all = new LinkedHashMap<>();
    fields.forEach(field -> all.put(field.name(), field));
    more.forEach(field -> all.put(field.name(), field));
    return new Shape(kind, name, nullable, words, parts, List.copyOf(all.values()));
  }

  /** The same object with more fields, that it may leave out. */
  public Shape maybe(List<Field> more) {
    return with(more.stream().map(Field::orAbsent).toList());
  }

  /** Tells of itself and of every shape in it. */
  public void each(Consumer<Shape> told) {
    told.accept(this);
    parts.forEach(part -> part.each(told));
    fields.forEach(field -> field.shape().each(told));
  }

  /** As JSON Schema 2020-12 where it is used: objects that have a name by that name. */
  public Map<String, Object> used() {
    if (name.isEmpty()) {
      return whole();
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("$ref", "#/components/schemas/" + name);
    return nullable
        ? new LinkedHashMap<>(Map.of("anyOf", List.of(out, Map.of("type", "null"))))
        : out;
  }

  /** As JSON Schema 2020-12, itself and not by its name. */
  public Map<String, Object> whole() {
    Map<String, Object> out = new LinkedHashMap<>();
    if (kind != Kind.ANY) {
      out.put("type", nullable && name.isEmpty() ? List.of(kind.type, "null") : kind.type);
    }
    if (kind == Kind.TIME) {
      out.put("format", "date-time");
    }
    if (!words.isEmpty()) {
      out.put("enum", words);
    }
    switch (kind) {
      case LIST -> out.put("items", parts.get(0).used());
      case MAP -> out.put("additionalProperties", parts.get(0).used());
      case OBJECT -> {
        out.put("properties", properties());
        out.put(
            "required",
            fields.stream().filter(field -> !field.optional()).map(Field::name).toList());
      }
      default -> {
        // The type says it all.
      }
    }
    return out;
  }

  private Map<String, Object> properties() {
    Map<String, Object> out = new LinkedHashMap<>();
    for (Field field : fields) {
      Map<String, Object> schema = field.shape().used();
      if (!field.doc().isEmpty()) {
        schema.put("description", field.doc());
      }
      out.put(field.name(), schema);
    }
    return out;
  }

  /** Itself and all in it, those that have a name. */
  public List<Shape> named() {
    List<Shape> out = new ArrayList<>();
    each(
        shape -> {
          if (!shape.name.isEmpty()) {
            out.add(shape);
          }
        });
    return out;
  }
}
