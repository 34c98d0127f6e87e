package org.hearsay.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an OpenAPI document says of answers, and which of it was seen in one. A field that it does
 * not name is a breach here: to users the document leaves open that more may come.
 */
final class Contract {
  private final ObjectNode components;
  private final JsonSchemaFactory schemas =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final SchemaValidatorsConfig strict =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
  private final Set<String> named = new TreeSet<>();
  private final Set<String> seen = new TreeSet<>();

  Contract(JsonNode document) {
    components = document.path("components").deepCopy();
    close(components);
    for (Map.Entry<String, JsonNode> schema : components.path("schemas").properties()) {
      name(schema.getKey(), schema.getValue());
    }
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode schema && schema.has("properties") && schema.has("required")) {
      schema.put("additionalProperties", false);
    }
    node.forEach(Contract::close);
  }

  private void name(String at, JsonNode schema) {
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      named.add(at + "." + field.getKey());
      name(at + "." + field.getKey(), field.getValue());
    }
    if (schema.has("items")) {
      name(at + "[]", schema.path("items"));
    }
  }

  /** What is wrong with a value that is said to be of that schema. */
  List<String> breaches(JsonNode schema, JsonNode value) {
    ObjectNode root = schema.deepCopy();
    root.set("components", components);
    look("", schema, value);
    return schemas.getSchema(root, strict).validate(value).stream()
        .map(message -> message.getMessage())
        .toList();
  }

  /** Every field of the document that was in no answer. */
  Set<String> unseen() {
    Set<String> out = new TreeSet<>(named);
    out.removeAll(seen);
    return out;
  }

  private void look(String at, JsonNode schema, JsonNode value) {
    if (schema.has("anyOf")) {
      look(at, schema.path("anyOf").path(0), value);
    } else if (schema.has("$ref")) {
      String name = schema.path("$ref").asText().replaceAll(".*/", "");
      look(name, components.path("schemas").path(name), value);
    } else if (value.isArray()) {
      value.forEach(item -> look(at + "[]", schema.path("items"), item));
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        JsonNode told = schema.path("properties").path(field.getKey());
        if (!told.isMissingNode() && !field.getValue().isNull()) {
          seen.add(at + "." + field.getKey());
          look(at + "." + field.getKey(), told, field.getValue());
        } else {
          look(at, schema.path("additionalProperties"), field.getValue());
        }
      }
    }
  }
}
