package org.hearsay.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document, made of the routes: what it says is what is there. */
public final class OpenApi {
  private static final String TOKEN = "token";

  private OpenApi() {}

  private static Map<String, Object> token() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("type", "http");
    out.put("scheme", "bearer");
    out.put(
        "description",
        "Needed where the server is started with one, as it has to be where others can reach it.");
    return out;
  }

  /** The document, OpenAPI 3.1, of those routes. */
  public static Map<String, Object> document(List<Route> routes) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : routes) {
      paths
          .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), operation(route));
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("openapi", "3.1.0");
    out.put(
        "info",
        Map.of(
            "title",
            "Hearsay",
            "version",
            "1",
            "description",
            "Who said what, through whom it reached this page, and how it was framed."));
    out.put("paths", paths);
    // Whoever runs the server says whether a token is needed: loopback alone needs none.
    out.put("security", List.of(Map.of(), Map.of(TOKEN, List.of())));
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("schemas", schemas(routes));
    components.put("securitySchemes", Map.of(TOKEN, token()));
    out.put("components", components);
    return out;
  }

  /** What the document itself looks like. */
  public static Shape shape() {
    return Shape.object("OpenApi")
        .with("openapi", Shape.text(), "The version of OpenAPI.")
        .with("info", Shape.map(Shape.text()), "")
        .with("paths", Shape.map(Shape.map(Shape.any())), "")
        .with(
            "security",
            Shape.list(Shape.map(Shape.list(Shape.text()))),
            "With nothing, or with a token.")
        .with(
            "components",
            Shape.map(Shape.map(Shape.any())),
            "The schemas of answers, and how a token is sent.");
  }

  private static Map<String, Object> schemas(List<Route> routes) {
    Map<String, Object> out = new TreeMap<>();
    out.put("Problem", problem());
    for (Route route : routes) {
      for (Shape shape : route.reply().shape().map(Shape::named).orElse(List.of())) {
        Map<String, Object> schema = shape.whole();
        @Nullable Object there = out.putIfAbsent(shape.name(), schema);
        if (there != null && !there.equals(schema)) {
          throw new IllegalStateException("two answers are called " + shape.name());
        }
      }
    }
    return out;
  }

  private static Map<String, Object> response(Reply reply) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("description", reply.doc());
    Map<String, Object> content = new LinkedHashMap<>();
    for (String type : reply.contentTypes()) {
      Map<String, Object> schema =
          type.equals(Reply.JSON)
              ? reply.shape().map(Shape::used).orElse(Map.of())
              : Map.of("type", "string");
      content.put(type, Map.of("schema", schema));
    }
    if (!content.isEmpty()) {
      out.put("content", content);
    }
    return out;
  }

  private static Map<String, Object> operation(Route route) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("operationId", route.name());
    out.put("summary", route.doc());
    out.put(
        "parameters",
        Stream.of(Parameter.Place.PATH, Parameter.Place.QUERY)
            .flatMap(place -> in(place, route))
            .map(OpenApi::parameter)
            .toList());
    List<Parameter> fields = in(Parameter.Place.BODY, route).toList();
    if (!fields.isEmpty()) {
      out.put("requestBody", body(fields));
    }
    in(Parameter.Place.WHOLE, route).forEach(whole -> out.put("requestBody", body(whole)));
    out.put("responses", responses(route));
    return out;
  }

  private static Map<String, Object> responses(Route route) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(Integer.toString(route.reply().status()), response(route.reply()));
    if (route.kept()) {
      out.put("304", Map.of("description", "As it was with the ETag that If-None-Match names."));
    }
    Map<String, Object> problem =
        Map.of(
            "application/problem+json",
            Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")));
    out.put(
        "default",
        Map.of("description", "What is wrong, and what to do (RFC 9457).", "content", problem));
    return out;
  }

  private static Stream<Parameter> in(Parameter.Place place, Route route) {
    return route.parameters().stream().filter(parameter -> parameter.place() == place);
  }

  private static Map<String, Object> body(Parameter whole) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (String type : whole.words()) {
      content.put(type, Map.of("schema", Map.of("type", whole.type())));
    }
    return Map.of("description", whole.doc(), "required", true, "content", content);
  }

  private static Map<String, Object> body(List<Parameter> fields) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Parameter field : fields) {
      Map<String, Object> value = schema(field);
      value.put("description", field.doc());
      properties.put(field.name(), value);
    }
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "properties",
            properties,
            "required",
            fields.stream().filter(Parameter::needed).map(Parameter::name).toList());
    return Map.of(
        "required", true, "content", Map.of("application/json", Map.of("schema", schema)));
  }

  private static Map<String, Object> schema(Parameter parameter) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("type", parameter.type());
    if (!parameter.words().isEmpty()) {
      value.put("enum", parameter.words());
    }
    String fallback = parameter.fallback();
    if (fallback != null) {
      value.put(
          "default",
          switch (parameter.type()) {
            case "integer" -> Long.valueOf(fallback);
            case "object" -> Map.of();
            default -> fallback;
          });
    }
    return value;
  }

  private static Map<String, Object> parameter(Parameter parameter) {
    Map<String, Object> value = schema(parameter);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", parameter.name());
    out.put("in", parameter.place().name().toLowerCase(Locale.ROOT));
    out.put("required", parameter.needed());
    out.put("description", parameter.doc());
    if (parameter.isAnyName()) {
      value.put("additionalProperties", Map.of("type", "string"));
      out.put("style", "form");
      out.put("explode", true);
      out.put("schema", value);
      return out;
    }
    out.put("schema", parameter.several() ? Map.of("type", "array", "items", value) : value);
    if (parameter.several()) {
      out.put("explode", true);
    }
    return out;
  }

  private static Map<String, Object> problem() {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String text : List.of("type", "title", "detail", "parameter")) {
      fields.put(text, Map.of("type", "string"));
    }
    for (String number : List.of("status", "line", "column")) {
      fields.put(number, Map.of("type", "integer"));
    }
    return Map.of(
        "type",
        "object",
        "properties",
        fields,
        "required",
        new ArrayList<>(List.of("title", "status", "detail")));
  }
}
