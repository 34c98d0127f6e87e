package org.hearsay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.store.QueryStore;
import org.hearsay.store.tables.Batch;
import org.hearsay.web.pipeline.Pipeline;
import org.hearsay.web.pipeline.Reading;
import org.hearsay.web.pipeline.StageState;
import org.hearsay.web.searches.SearchSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The API keeps to its OpenAPI document, and has nothing that is not in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ApiContractTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LIVE = "/live/claims";
  private static final String PAGES = "/api/pages";
  private static final String WAITING = "https://brod.example/waiting";

  /** Values of parameters that take not any text. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "from",
          "2026-01-10",
          "to",
          "2026-01-12T09:52:00Z",
          "facets",
          "speaker,outlet",
          "kinds",
          "OUTLET,CLAIM");

  private final FullNewsroom newsroom = new FullNewsroom();
  private Receiver receiver;
  private Serving serving;
  private Client client;
  private JsonNode document;
  private Contract contract;

  /** Operations and the types of their answers. */
  private final Set<String> answered = new TreeSet<>();

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    receiver = new Receiver();
    receiver.answers(exchange -> exchange.sendResponseHeaders(500, -1));
    Path searches =
        Files.writeString(folder.resolve("searches.yaml"), "- name: ours\n  filter: form=DIRECT\n");
    serving =
        Serving.of(
            QueryStore.inMemory(),
            newsroom::writeTo,
            WebSettings.local(0)
                .withSql(true)
                .with(
                    new SearchSettings(
                        Optional.of(searches),
                        Optional.empty(),
                        true,
                        List.of(Duration.ofMinutes(1)))),
            new Pipeline(
                Optional.of((url, type, page) -> Instant.now()),
                () -> List.of(new StageState("read", "RUNNING", true, true, 12, "a broker")),
                () -> new Reading(5, true, Optional.of("the broker is away"))));
    assertThat(serving.server().awaitIndex(Duration.ofSeconds(30))).isTrue();
    client = serving.client();
    document = client.json("/api/openapi.json");
    contract = new Contract(document);
    Batch now = serving.store().batch();
    Article article = newsroom.newsroom().articles().get(5);
    now.add(Article.newBuilder(article).setPartial(List.of("too long")).build(), Instant.now());
    serving.store().write(now, Map.of());
  }

  @AfterAll
  void stop() {
    serving.close();
    receiver.close();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(answer.body(), e);
    }
  }

  /** The addresses of a route that exist here. */
  private List<String> addresses(String path) {
    return switch (path) {
      case "/api/claims/{id}" ->
          List.of(
              "/api/claims/" + newsroom.newsroom().claims().get(0).getId(),
              "/api/claims/" + FullNewsroom.CLAIM);
      case "/api/articles/{id}" ->
          List.of(
              "/api/articles/" + newsroom.newsroom().articles().get(0).getId(),
              "/api/articles/" + FullNewsroom.ARTICLE);
      case "/api/chains" ->
          List.of("/api/chains", "/api/chains?voice=any&claim=" + FullNewsroom.CLAIM);
      case "/api/lineage/{id}" -> List.of("/api/lineage/" + FullNewsroom.EDGE);
      case "/api/clusters/{id}" -> List.of("/api/clusters/" + FullNewsroom.CLUSTER);
      case "/api/outlets/{id}" ->
          Newsroom.OUTLETS.stream().map(outlet -> "/api/outlets/" + outlet).toList();
      case "/api/entities/{id}" ->
          List.of("/api/entities/" + FullNewsroom.ENTITY, "/api/entities/name:arta%20krelani");
      case "/api/questions/{name}" -> questions();
      case "/api/lineage/graph" ->
          List.of(path, path + "?article=" + FullNewsroom.ARTICLE, path + "?cluster=k1");
      case PAGES ->
          List.of(
              path + "?url=" + encoded(FullNewsroom.FAILED),
              path + "?url=" + encoded(newsroom.newsroom().articles().get(0).getPageUrl()));
      default -> List.of(path);
    };
  }

  private List<String> questions() {
    List<String> out = new ArrayList<>();
    for (JsonNode question : client.json("/api/questions").path("rows")) {
      String address = "/api/questions/" + question.path("name").asText();
      for (JsonNode parameter : question.path("parameters")) {
        if (parameter.path("kind").asText().equals("WORD") && parameter.path("fallback").isNull()) {
          address = with(address, parameter.path("name").asText(), "nobody at all");
        }
      }
      out.add(address);
    }
    return out;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String with(String address, String name, String value) {
    return address + (address.contains("?") ? "&" : "?") + name + "=" + encoded(value);
  }

  private Map<String, JsonNode> gets() {
    Map<String, JsonNode> out = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      if (path.getValue().has("get") && !path.getKey().equals(LIVE)) {
        out.put(path.getKey(), path.getValue().path("get"));
      }
    }
    return out;
  }

  private JsonNode kept(JsonNode operation, HttpResponse<String> answer, String asked) {
    JsonNode response = operation.path("responses").path(Integer.toString(answer.statusCode()));
    assertThat(response.isMissingNode())
        .as(asked + " answered " + answer.statusCode() + " " + answer.body())
        .isFalse();
    if (!response.has("content")) {
      assertThat(answer.body()).as(asked).isEmpty();
      return response;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    JsonNode content = response.path("content").path(type);
    assertThat(content.isMissingNode()).as(asked + " answered " + type).isFalse();
    answered.add(operation.path("operationId").asText() + " " + type);
    if (!type.equals("application/json")) {
      return content;
    }
    JsonNode value = json(answer);
    assertThat(contract.breaches(content.path("schema"), value)).as(asked).isEmpty();
    return value;
  }

  private void problem(HttpResponse<String> answer, int status, String asked) {
    assertThat(answer.statusCode()).as(asked + " answered " + answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .as(asked)
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode schema =
        document.at(
            "/paths/~1api~1claims/get/responses/default/content/application~1problem+json/schema");
    assertThat(contract.breaches(schema, json(answer))).as(asked).isEmpty();
    assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    assertThat(json(answer).path("detail").asText()).isNotBlank();
  }

  @Test
  void everyAnswerIsAsItsSchemaSaysAndEveryFieldIsInOne() throws Exception {
    Map<String, JsonNode> gets = gets();
    saved();
    sentPage();
    for (Map.Entry<String, JsonNode> route : gets.entrySet()) {
      for (String address : addresses(route.getKey())) {
        HttpResponse<String> first = client.get(address);
        JsonNode answer = kept(route.getValue(), first, address);
        again(route.getValue(), first, address);
        if (answer.has("next")) {
          assertThat(answer.path("rows")).as(address).isNotEmpty();
          kept(route.getValue(), client.get(with(address, "limit", "1")), address);
        }
      }
    }
    JsonNode names = document.at("/paths/~1api~1names/get");
    kept(names, client.get("/api/names?q=some"), "names");
    JsonNode sql = document.at("/paths/~1api~1sql/post");
    String all = "{\"sql\": \"select * from claims\"}";
    kept(sql, client.post("/api/sql", all), "sql");
    kept(sql, client.post("/api/sql?format=csv", all), "sql as CSV");
    assertThat(answered).contains("sql application/json", "sql text/csv");
    problem(client.post("/api/sql", "{\"sql\": \"selct 1\"}"), 400, "sql that is none");

    assertThat(contract.unseen()).isEmpty();
  }

  /** Asks for what the first answer was, if it has changed. */
  private void again(JsonNode operation, HttpResponse<String> first, String address) {
    Optional<String> tag = first.headers().firstValue("ETag");
    assertThat(tag.isPresent()).as(address).isEqualTo(operation.path("responses").has("304"));
    if (tag.isPresent()) {
      HttpResponse<String> same = client.get(address, "If-None-Match", tag.orElseThrow());
      kept(operation, same, address);
      assertThat(same.statusCode()).as(address).isEqualTo(304);
    }
  }

  private void saved() throws Exception {
    JsonNode post = document.at("/paths/~1api~1searches/post");
    JsonNode list = document.at("/paths/~1api~1searches/get");
    String body =
        JSON.writeValueAsString(
            Map.of("name", "all", "filter", "voice=any", "webhook", receiver.url()));
    String id = kept(post, client.post("/api/searches", body), "save").path("id").asText();
    Claim claim = newsroom.newsroom().claims().get(0);
    serving.write(Claim.newBuilder(claim).setId("cnew").build());
    String told;
    do {
      told = client.get("/api/searches").body();
    } while (!told.contains("failing"));
    kept(list, client.get("/api/searches"), "searches");
    JsonNode delete = document.at("/paths/~1api~1searches~1{id}/delete");
    kept(delete, client.delete("/api/searches/" + id), "delete");
  }

  private void sentPage() {
    JsonNode post = document.at("/paths/~1api~1pages/post");
    kept(
        post,
        client.send(
            "POST", PAGES + "?url=" + encoded(WAITING), "text/html", "<p>The road is closed."),
        "send a page");
  }

  @Test
  void everyParameterIsTakenWithEachOfItsWordsAndNoOtherIs() {
    for (Map.Entry<String, JsonNode> route : gets().entrySet()) {
      String address = addresses(route.getKey()).get(0);
      boolean any = false;
      for (JsonNode parameter : route.getValue().path("parameters")) {
        any |= parameter.path("schema").path("type").asText().equals("object");
        String name = parameter.path("name").asText();
        if (parameter.path("required").asBoolean() && address.contains("?" + name + "=")) {
          HttpResponse<String> without = client.get(route.getKey());
          problem(without, 400, route.getKey());
          assertThat(json(without).path("parameter").asText()).isEqualTo(name);
        } else if (parameter.path("in").asText().equals("query")) {
          for (String value : values(route.getKey(), parameter)) {
            String asked = with(address, name, value);
            kept(route.getValue(), client.get(asked), asked);
          }
        }
      }
      String wrong = with(address, "nothing", "1");
      problem(client.get(wrong), 400, wrong);
      assertThat(json(client.get(wrong)).path("parameter").asText()).isEqualTo("nothing");
      assertThat(any).isEqualTo(route.getKey().equals("/api/questions/{name}"));
      route
          .getValue()
          .at("/responses/200/content")
          .fieldNames()
          .forEachRemaining(
              type ->
                  assertThat(answered)
                      .contains(route.getValue().path("operationId").asText() + " " + type));
    }
  }

  private List<String> values(String path, JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    JsonNode one = schema.path("type").asText().equals("array") ? schema.path("items") : schema;
    if (one.has("enum")) {
      List<String> out = new ArrayList<>();
      one.path("enum").forEach(word -> out.add(word.asText()));
      return out;
    }
    String name = parameter.path("name").asText();
    if (name.equals("cursor")) {
      JsonNode next = client.json(path + "?limit=1").path("next");
      return next.isNull() ? List.of() : List.of(next.asText());
    }
    return switch (one.path("type").asText()) {
      case "object" -> List.of();
      case "integer" -> List.of("1");
      case "number" -> List.of("0.5");
      case "boolean" -> List.of("true", "false");
      default -> List.of(EXAMPLES.getOrDefault(name, "some word"));
    };
  }

  @Test
  void whereSomethingIsSentAnotherParameterIsRefusedToo() {
    String sql = "{\"sql\": \"select 1\"}";
    problem(client.post("/api/sql?nothing=1", sql), 400, "sql");
    problem(client.post("/api/searches?nothing=1", "{}"), 400, "searches");
    problem(client.delete("/api/searches/none?nothing=1"), 400, "delete");
    problem(client.send("POST", PAGES + "?nothing=1", "text/html", "x"), 400, "pages");
    problem(client.get(LIVE + "?nothing=1"), 400, "live");
  }

  @Test
  void whateverIsWrongIsToldAsAProblem() {
    problem(client.get("/api/claims?form=WRONG"), 400, "a word");
    problem(client.get("/api/claims/none"), 404, "an id");
    problem(client.get("/api/nothing"), 404, "an address");
    problem(client.delete("/api/searches/none"), 404, "a search");
    problem(client.delete("/api/claims"), 405, "a method");
    problem(client.post("/api/sql", "no"), 400, "a body");
    problem(client.post("/api/sql", "{\"sql\": \"" + "x".repeat(200_000) + "\"}"), 413, "a length");
    problem(client.send("POST", "/api/searches", "text/plain", "x"), 415, "a type");
    problem(client.get(LIVE, "Accept", "application/json"), 406, "what is accepted");
  }

  @Test
  void whatTheDocumentDoesNotNameIsABreachWhereverItStands() {
    JsonNode schema = JSON.createObjectNode().put("$ref", "#/components/schemas/ClaimRow");
    ObjectNode claim = (ObjectNode) client.json("/api/claims").path("rows").path(0);
    assertThat(contract.breaches(schema, claim)).isEmpty();
    assertThat(contract.breaches(schema, claim.deepCopy().put("unheard", 1))).hasSize(1);
    assertThat(contract.breaches(schema, claim.deepCopy().put("id", 1))).hasSize(1);
    assertThat(contract.breaches(schema, claim.deepCopy().put("at", "today"))).hasSize(1);
    assertThat(contract.breaches(schema, claim.deepCopy().without("id"))).hasSize(1);
    ((ObjectNode) claim.path("chain").path(0)).put("unheard", 1);
    assertThat(contract.breaches(schema, claim)).hasSize(1);
  }

  @Test
  void anEventOfAClaimIsAsAClaimInAList() throws IOException, InterruptedException {
    JsonNode live = document.path("paths").path(LIVE).path("get");
    kept(live, client.send("HEAD", LIVE, "text/plain", ""), LIVE);
    JsonNode schema = JSON.createObjectNode().put("$ref", "#/components/schemas/ClaimRow");
    try (BufferedReader events = client.listen(LIVE + "?voice=any&since=3")) {
      int claims = 0;
      while (claims < 3) {
        String line = events.readLine();
        if (line.startsWith("data: {\"id\"")) {
          claims++;
          assertThat(contract.breaches(schema, JSON.readTree(line.substring("data: ".length()))))
              .isEmpty();
        }
      }
    }
  }

  @Test
  void aTableOfNoRowsHasItsLineOfNamesAsOneOfManyHas() {
    int lists = 0;
    for (Map.Entry<String, JsonNode> route : gets().entrySet()) {
      boolean list = route.getValue().path("operationId").asText().startsWith("list-");
      if (!list || !route.getValue().toString().contains("text/csv")) {
        continue;
      }
      lists++;
      String words = route.getKey().equals("/api/dead-letters") ? "words" : "q";
      String all = client.get(route.getKey() + "?format=csv").body();
      String none = client.get(route.getKey() + "?format=csv&" + words + "=qqqqq").body();
      assertThat(all.lines().count()).as(route.getKey()).isGreaterThan(1);
      assertThat(none.lines().toList())
          .as(route.getKey())
          .containsExactly(all.lines().findFirst().orElseThrow());
    }
    assertThat(lists).isEqualTo(10);
    assertThat(client.get("/feeds/claims.csv?q=qqqqq").body()).startsWith("id,articleId,");
  }
}
