package org.hearsay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The document is as OpenAPI 3.1 wants one, and has the routes that the server has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiDocumentTest {
  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

  private final Serving serving = Serving.of(new Newsroom(1));
  private final JsonNode document = serving.client().json("/api/openapi.json");
  private final List<Operation> operations = new ArrayList<>();

  private record Operation(String method, String path, JsonNode told) {
    List<JsonNode> parameters(String place) {
      List<JsonNode> out = new ArrayList<>();
      told.path("parameters")
          .forEach(
              parameter -> {
                if (parameter.path("in").asText().equals(place)) {
                  out.add(parameter);
                }
              });
      return out;
    }
  }

  @BeforeAll
  void read() {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        operations.add(
            new Operation(
                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
      }
    }
  }

  @AfterAll
  void stop() {
    serving.close();
  }

  private static List<String> names(JsonNode object) {
    List<String> out = new ArrayList<>();
    object.fieldNames().forEachRemaining(out::add);
    return out;
  }

  @Test
  void everyRouteOfTheServerIsInItAndTheOtherWayRound() {
    Set<String> served = new TreeSet<>(serving.server().served());
    // Of each GET the headers alone; the dashboard, and what holds of every address.
    served.removeIf(route -> route.startsWith("HEAD ") || route.endsWith("*"));
    assertThat(operations.stream().map(operation -> operation.method() + " " + operation.path()))
        .containsExactlyInAnyOrderElementsOf(served)
        .hasSizeGreaterThan(30);
  }

  @Test
  void itSaysOfWhichVersionItIsAndNamesEachOperationOnce() {
    assertThat(document.path("openapi").asText()).startsWith("3.1.");
    assertThat(document.at("/info/title").asText()).isNotBlank();
    assertThat(document.at("/info/version").asText()).isNotBlank();
    assertThat(operations.stream().map(operation -> operation.told().path("operationId").asText()))
        .doesNotHaveDuplicates()
        .doesNotContain("");
    assertThat(operations)
        .allSatisfy(
            operation ->
                assertThat(
                        Set.of("operationId", "summary", "parameters", "requestBody", "responses"))
                    .containsAll(names(operation.told())));
  }

  @Test
  void itSaysHowATokenIsSentAndThatNoneMayBeNeeded() {
    assertThat(document.at("/components/securitySchemes/token/type").asText()).isEqualTo("http");
    assertThat(document.at("/components/securitySchemes/token/scheme").asText())
        .isEqualTo("bearer");
    assertThat(document.path("security").toString()).isEqualTo("[{},{\"token\":[]}]");
  }

  @Test
  void thePartsOfAPathAreItsParameters() {
    for (Operation operation : operations) {
      List<String> parts =
          IN_PATH.matcher(operation.path()).results().map(part -> part.group(1)).toList();
      List<JsonNode> told = operation.parameters("path");
      assertThat(told.stream().map(parameter -> parameter.path("name").asText()))
          .as(operation.path())
          .containsExactlyElementsOf(parts);
      assertThat(told).allMatch(parameter -> parameter.path("required").asBoolean());
    }
  }

  @Test
  void aParameterStandsOnceAndSaysWhatItTakes() {
    for (Operation operation : operations) {
      JsonNode all = operation.told().path("parameters");
      List<JsonNode> told = new ArrayList<>(operation.parameters("path"));
      told.addAll(operation.parameters("query"));
      assertThat(told).as(operation.path()).hasSize(all.size());
      assertThat(told.stream().map(parameter -> parameter.path("name").asText()))
          .as(operation.path())
          .doesNotHaveDuplicates()
          .doesNotContain("");
      assertThat(told)
          .as(operation.path())
          .allMatch(parameter -> parameter.path("schema").has("type"))
          .allMatch(parameter -> !parameter.path("description").asText().isBlank());
    }
  }

  @Test
  void aBodyIsSentWherePostedAndNowhereElse() {
    for (Operation operation : operations) {
      JsonNode content = operation.told().at("/requestBody/content");
      assertThat(content.isObject() && !content.isEmpty())
          .as(operation.path())
          .isEqualTo(operation.method().equals("POST"));
      assertThat(content).allMatch(type -> type.path("schema").has("type"));
    }
  }

  @Test
  void everyOperationSaysWhatItAnswersAndHowItTellsOfProblems() {
    for (Operation operation : operations) {
      JsonNode responses = operation.told().path("responses");
      assertThat(names(responses))
          .as(operation.path())
          .contains("default")
          .allMatch(name -> name.matches("20[0-4]|304|default"))
          .filteredOn(name -> name.startsWith("20"))
          .hasSize(1);
      List<JsonNode> empty = List.of(responses.path("204"), responses.path("304"));
      assertThat(responses)
          .as(operation.path())
          .allMatch(response -> !response.path("description").asText().isBlank())
          .allMatch(response -> response.has("content") == !empty.contains(response))
          .allSatisfy(
              response ->
                  assertThat(response.path("content")).allMatch(type -> type.has("schema")));
      assertThat(names(responses.at("/default/content")))
          .containsExactly("application/problem+json");
    }
  }

  @Test
  void everyReferenceLeadsToASchemaAndEverySchemaIsReferredTo() {
    Set<String> targets = new TreeSet<>(document.findValuesAsText("$ref"));
    assertThat(targets).allMatch(target -> target.startsWith("#/"));
    assertThat(targets.stream().map(target -> target.substring(1)))
        .noneMatch(target -> document.at(target).isMissingNode());
    assertThat(names(document.at("/components/schemas")))
        .containsExactlyInAnyOrderElementsOf(
            targets.stream()
                .map(target -> target.replace("#/components/schemas/", ""))
                .collect(Collectors.toSet()));
  }

  @Test
  void everySchemaIsAJsonSchema() {
    JsonSchema draft =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()));
    List<JsonNode> schemas = new ArrayList<>(document.path("paths").findValues("schema"));
    Iterator<JsonNode> named = document.at("/components/schemas").elements();
    named.forEachRemaining(schemas::add);
    assertThat(schemas)
        .hasSizeGreaterThan(100)
        .allSatisfy(schema -> assertThat(draft.validate(schema)).isEmpty());
  }
}
