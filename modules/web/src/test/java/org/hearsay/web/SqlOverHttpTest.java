package org.hearsay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearsay.store.Limits;
import org.hearsay.store.QueryStore;
import org.hearsay.web.pipeline.Pipeline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of one's own; FOLDER stands for a folder that nothing may change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlOverHttpTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String TOO_LONG = "takes too long";
  private static final String ENDLESS =
      "select count(*) from range(1000000000) a, range(1000000000) b";

  @TempDir static Path folder;

  private final Newsroom newsroom = new Newsroom(30);
  private Serving serving;
  private Client client;

  private static WebSettings settings(Duration limit) {
    return WebSettings.local(0).withSql(true).within(limit);
  }

  @BeforeAll
  void start() throws IOException {
    Files.writeString(folder.resolve("secret.csv"), "word\nsesame\n");
    serving =
        Serving.of(
            QueryStore.inMemory(new Limits(256, 2)),
            newsroom::writeTo,
            settings(LIMIT),
            Pipeline.none());
    client = serving.client();
  }

  @AfterAll
  void stop() {
    serving.close();
  }

  private static String body(String sql) throws IOException {
    return JSON.writeValueAsString(Map.of("sql", sql.replace("FOLDER", folder.toString())));
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  @Test
  void aStatementIsAnsweredAsATable() throws IOException {
    HttpResponse<String> answer =
        client.post(
            "/api/sql",
            "{\"sql\": \"select id, confidence, publishedAt from claims where"
                + " list_contains(about, $about) or id = $none order by id\","
                + " \"parameters\": {\"about\": \"kfor\", \"none\": null}, \"limit\": 3}");

    JsonNode table = json(answer);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(table.path("columns").findValuesAsText("name"))
        .containsExactly("id", "confidence", "publishedAt");
    assertThat(table.path("columns").findValuesAsText("type"))
        .containsExactly("VARCHAR", "DOUBLE", "TIMESTAMP");
    List<String> wanted =
        newsroom.claims().stream()
            .filter(claim -> claim.getAbout().contains("kfor"))
            .map(claim -> claim.getId())
            .sorted()
            .limit(3)
            .toList();
    assertThat(table.path("rows")).hasSize(3);
    assertThat(Stream.of(0, 1, 2).map(i -> table.path("rows").path(i).path(0).asText()))
        .isEqualTo(wanted);
    assertThat(table.path("rows").path(0).path(2).asText()).endsWith("Z");
    assertThat(table.path("truncated").asBoolean()).isTrue();
    assertThat(table.path("milliseconds").isIntegralNumber()).isTrue();
    assertThat(json(client.post("/api/sql", body("select 1 as one"))).path("truncated").asBoolean())
        .isFalse();
  }

  @Test
  void itIsAnsweredAsCsvToo() throws IOException {
    HttpResponse<String> answer =
        client.post("/api/sql?format=csv", body("select 'a, b' as x, [1, 2] as y"));

    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
    assertThat(answer.body()).isEqualTo("x,y\r\n\"a, b\",\"[1,2]\"\r\n");
  }

  @Test
  void whatIsWrongInItIsSaidWithItsPlace() throws IOException {
    HttpResponse<String> answer =
        client.post("/api/sql", body("select id,\n  speaker\nfrom claims"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer).path("detail").asText()).contains("speaker", "speakerName");
    assertThat(json(answer).path("line").asInt()).isEqualTo(2);
    assertThat(json(answer).path("column").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"sql\": \" \"}",
        "{\"sql\": 1}",
        "{\"statement\": \"select 1\"}",
        "{\"sql\": \"select 1\", \"limit\": 10001}",
        "{\"sql\": \"select 1\", \"limit\": 0}",
        "{\"sql\": \"select 1\", \"limit\": \"many\"}",
        "{\"sql\": \"select 1\", \"parameters\": []}",
        "{\"sql\": \"select $x\", \"parameters\": {\"x\": [1]}}",
        "{\"sql\": \"select $x\"}",
        "{\"sql\": \"select 1\", \"parameters\": {\"x\": 1}}"
      })
  void aBodyThatIsNoQuestionIsRefused(String body) throws IOException {
    HttpResponse<String> answer = client.post("/api/sql", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("detail").asText()).isNotBlank();
  }

  @Test
  void whatIsMissingIsAskedForAsItIsSentHere() throws IOException {
    HttpResponse<String> value = client.post("/api/sql", "{\"sql\": \"select $about\"}");
    assertThat(value.statusCode()).isEqualTo(400);
    assertThat(json(value).path("parameter").asText()).isEqualTo("parameters");
    assertThat(json(value).path("detail").asText())
        .contains("{\"parameters\": {\"about\": …}}")
        .doesNotContain("--parameter");

    HttpResponse<String> file = client.post("/api/sql", body("from read_text('FOLDER/x')"));
    assertThat(file.statusCode()).isEqualTo(400);
    assertThat(json(file).path("detail").asText())
        .contains("only tables are read here")
        .doesNotContain("hearsay query", "--");

    HttpResponse<String> table = client.post("/api/sql", body("from \"FOLDER/x.csv\""));
    assertThat(table.statusCode()).isEqualTo(400);
    assertThat(json(table).path("detail").asText())
        .contains("GET /api/tables")
        .doesNotContain("hearsay query");
  }

  @Test
  void whatTakesTooMuchMemoryIsNoWrongStatementAndNoAdviceIsGivenThatIsRefused()
      throws IOException {
    HttpResponse<String> answer =
        client.post("/api/sql", body("select list(range) from range(1000000000)"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(json(answer).path("title").asText()).isEqualTo("That takes too much memory");
    assertThat(json(answer).path("detail").asText()).doesNotContain("SET ", "threads", "DuckDB");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/sql,405,POST",
    "HEAD,/api/sql,405,POST",
    "DELETE,/api/claims,405,'GET, HEAD'",
    "DELETE,/api/claims/c1,405,'GET, HEAD'",
    "PUT,/api/searches,405,'GET, HEAD, POST'",
    "GET,/api/searches/s1,405,DELETE",
    "POST,/live/claims,405,'GET, HEAD'",
    "POST,/live,405,'GET, HEAD'",
    "POST,/api/nothing,404,",
    "GET,/api/nothing,404,"
  })
  void anotherMethodIsToldWhichOnesThereAre(
      String method, String path, int status, String allowed) {
    HttpResponse<String> answer = client.send(method, path, "application/json", "");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Allow")).isEqualTo(Optional.ofNullable(allowed));
    if (!method.equals("HEAD")) {
      assertThat(answer.body()).contains("\"status\":" + status);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy claims to 'FOLDER/out.csv'",
        "explain analyze copy claims to 'FOLDER/out.csv'",
        "explain (analyze) copy (select 1) to 'FOLDER/out.csv'",
        "select 1; copy claims to 'FOLDER/out.csv'",
        "select 1) to 'FOLDER/out.csv' --",
        "/* */ copy /* */ claims to 'FOLDER/out.csv'",
        "with x as (select 1) insert into articles (id) from x",
        "with x as (delete from articles returning id) from x",
        "create temp table mine as select 1",
        "create or replace macro is_called(a, b, c) as true",
        "attach 'FOLDER/other.duckdb' as other",
        "install httpfs",
        "pragma database_list",
        "set enable_external_access = true",
        "checkpoint",
        "from enable_logging(storage = 'file', storage_config = {'path': 'FOLDER/log'})",
        "from checkpoint()",
        "from 'FOLDER/secret.csv'",
        "from \"FOLDER/secret.csv\"",
        "from read_text('FOLDER/secret.csv')",
        "from glob('FOLDER/*')",
        "from read_csv('https://example.org/x.csv')",
        "from 'https://example.org/x.csv'",
        "from query('from read_text(''FOLDER/secret.csv'')')",
        "from query_table('claims')",
        "from duckdb_secrets()",
        "from which_secret('s3://x', 's3')",
        "from duckdb_settings()",
        "select getenv('HOME')",
        "select current_setting('temp_directory')",
        "select write_log('x')",
        "select sleep_ms(100000)",
        "select len(range(1000000000))",
        "select repeat('x', 2000000000)",
        "select list(range) from range(1000000000)",
        "select string_agg(body, '') from articles, range(100000000)",
        "select string_agg('x', '') from range(20000000)",
        "with recursive x as (select 'x' as s union all select s || s from x) from x"
      })
  void attacksAreRefusedAndLeaveNothing(String sql) throws IOException {
    HttpResponse<String> answer = client.post("/api/sql", body(sql));

    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
    assertThat(answer.body()).doesNotContain("sesame");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("secret.csv");
    }
    JsonNode table =
        json(
            client.post(
                "/api/sql",
                body(
                    "select (select count(*) from articles), (select count(*) from claims),"
                        + " is_called('x', 'y', 'z')")));
    assertThat(table.path("rows").path(0).toString()).isEqualTo("[30,60,false]");
  }

  @Test
  @Timeout(60)
  void whatHasNoEndIsEndedInTime() throws IOException {
    try (Serving quick = Serving.of(store -> {}, settings(Duration.ofMillis(300)))) {
      Client asking = quick.client();
      for (String sql :
          List.of(
              ENDLESS,
              "with recursive x as (select 1 as n union all select n + 1 from x)"
                  + " select max(n) from x",
              "explain analyze " + ENDLESS)) {
        HttpResponse<String> answer = asking.post("/api/sql", body(sql));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains(TOO_LONG);
      }
      // A busy machine takes as long for the least question: that it has its turn is what counts.
      HttpResponse<String> next;
      do {
        next = asking.post("/api/sql", body("select 1"));
      } while (next.statusCode() == 503 && next.body().contains(TOO_LONG));
      assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
    }
  }

  private Socket sent(String requests) throws IOException {
    Socket out = new Socket(InetAddress.getLoopbackAddress(), serving.port());
    out.getOutputStream().write(requests.getBytes(StandardCharsets.UTF_8));
    out.getOutputStream().flush();
    return out;
  }

  private static String request(String sql) throws IOException {
    String body = body(sql);
    return "POST /api/sql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Test
  void whatIsAskedEndsWhenWhoAskedHasGone() throws IOException {
    // As many as are answered at once, and far from their time limit.
    for (int i = 0; i < 2; i++) {
      sent(request(ENDLESS)).close();
    }

    long began = System.nanoTime();
    HttpResponse<String> next = client.post("/api/sql", body("select 1"));

    assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMIT.dividedBy(2));
  }

  @Test
  void whatIsSentBesideALongQuestionIsAnsweredAfterIt() throws IOException {
    try (Socket socket =
            sent(
                request("select count(*) as n from range(400000) a, range(10000) b")
                    + "GET /api/nothing HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(in.lines().filter(line -> line.contains("HTTP/1.1 ")).map(String::strip))
          .satisfiesExactly(
              first -> assertThat(first).contains("200"),
              second -> assertThat(second).contains("404"));
    }
  }

  @Test
  void aServerThatDoesNotTakeStatementsSaysSo() throws IOException {
    try (Serving closed = Serving.of(store -> {}, WebSettings.local(0))) {
      HttpResponse<String> answer = closed.client().post("/api/sql", body("select 1"));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(json(answer).path("detail").asText()).contains("--sql");
      assertThat(closed.client().json("/api/about").path("sql").asBoolean(true)).isFalse();
    }
  }

  @Test
  void theDocumentSaysWhatIsSent() {
    JsonNode schema =
        client
            .json("/api/openapi.json")
            .at("/paths/~1api~1sql/post/requestBody/content/application~1json/schema");

    assertThat(schema.path("properties").path("limit").path("default").asInt()).isEqualTo(1_000);
    assertThat(schema.path("required").toString()).isEqualTo("[\"sql\"]");
  }
}
