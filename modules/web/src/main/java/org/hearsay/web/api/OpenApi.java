package org.hearsay.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Route;

/** The OpenAPI document, made of the routes: what it says is what is there. */
public final class OpenApi {
  private OpenApi() {}

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
    out.put("components", Map.of("schemas", Map.of("Problem", problem())));
    return out;
  }

  private static Map<String, Object> operation(Route route) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("operationId", route.name());
    out.put("summary", route.doc());
    out.put(
        "parameters",
        route.parameters().stream()
            .filter(parameter -> parameter.place() != Parameter.Place.BODY)
            .map(OpenApi::parameter)
            .toList());
    List<Parameter> fields =
        route.parameters().stream()
            .filter(parameter -> parameter.place() == Parameter.Place.BODY)
            .toList();
    if (!fields.isEmpty()) {
      out.put("requestBody", body(fields));
    }
    Map<String, Object> problem =
        Map.of(
            "application/problem+json",
            Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")));
    out.put(
        "responses",
        Map.of(
            "200",
            Map.of("description", route.answer()),
            "default",
            Map.of(
                "description", "What is wrong, and what to do (RFC 9457).", "content", problem)));
    return out;
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
            fields.stream()
                .filter(field -> field.fallback() == null)
                .map(Parameter::name)
                .toList());
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
    out.put("required", parameter.place() == Parameter.Place.PATH);
    out.put("description", parameter.doc());
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
