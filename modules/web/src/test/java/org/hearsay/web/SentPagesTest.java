package org.hearsay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.store.QueryStore;
import org.hearsay.store.tables.Batch;
import org.hearsay.store.tables.DeadLetter;
import org.hearsay.web.pipeline.PageInbox;
import org.hearsay.web.pipeline.PageInboxException;
import org.hearsay.web.pipeline.Pipeline;
import org.hearsay.web.pipeline.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages sent over HTTP, and what is said of them. */
class SentPagesTest {
  private static final String URL = "https://brod.example/news?id=1&p=2";
  private static final Instant SENT = Instant.parse("2026-03-01T10:00:00Z");

  private final QueryStore store = QueryStore.inMemory();
  private final List<String> taken = new ArrayList<>();
  private Optional<PageInbox> inbox =
      Optional.of(
          (url, type, page) -> {
            taken.add(url + " " + type + " " + new String(page, StandardCharsets.UTF_8));
            return SENT;
          });

  @AfterEach
  void close() {
    store.close();
  }

  private record Said(int status, JsonNode body, Optional<String> location) {}

  private Said ask(HttpRequest.Builder request, String url)
      throws IOException, InterruptedException {
    Pipeline pipeline = new Pipeline(inbox, List::of, Reading::nothingLeft);
    try (WebServer server = WebServer.start(store, WebSettings.local(0), pipeline)) {
      return ask(server, request, url);
    }
  }

  private static Said ask(WebServer server, HttpRequest.Builder request, String url)
      throws IOException, InterruptedException {
    String address =
        "http://127.0.0.1:"
            + server.port()
            + "/api/pages?url="
            + URLEncoder.encode(url, StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(request.uri(URI.create(address)).build(), BodyHandlers.ofString());
    return new Said(
        answer.statusCode(),
        new ObjectMapper().readTree(answer.body()),
        answer.headers().firstValue("Location"));
  }

  private static HttpRequest.Builder post(byte[] page, String type) {
    return HttpRequest.newBuilder()
        .header("Content-Type", type)
        .POST(BodyPublishers.ofByteArray(page));
  }

  private static HttpRequest.Builder post(String page) {
    return post(page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
  }

  private void rejected(Instant at, String reason) {
    Batch batch = store.batch();
    DeadLetter.Place nowhere = new DeadLetter.Place(null, null, null);
    batch.add(new DeadLetter(nowhere, URL, nowhere, "E", reason, 3).row(), at);
    store.write(batch, Map.of());
  }

  @Test
  void aPageIsTakenAndTheAnswerSaysWhereItsResultWillStand() throws Exception {
    Said said = ask(post("<p>News"), URL);
    assertThat(said.status()).isEqualTo(202);
    assertThat(said.body().path("status").asText()).isEqualTo("WAITING");
    assertThat(said.location())
        .contains("/api/pages?url=https%3A%2F%2Fbrod.example%2Fnews%3Fid%3D1%26p%3D2");
    assertThat(taken).containsExactly(URL + " text/html; charset=utf-8 <p>News");
  }

  @Test
  void onlyWhatCameOfThePageThatWasSentLastIsItsResult() throws Exception {
    rejected(SENT.minusSeconds(60), "of an earlier one");
    Pipeline pipeline = new Pipeline(inbox, List::of, Reading::nothingLeft);
    HttpRequest.Builder get = HttpRequest.newBuilder().GET();
    try (WebServer server = WebServer.start(store, WebSettings.local(0), pipeline)) {
      assertThat(ask(server, get, URL).body().path("reason").asText())
          .isEqualTo("of an earlier one");
      ask(server, post("<p>News"), URL);
      assertThat(ask(server, get, URL).body().path("status").asText()).isEqualTo("WAITING");
      rejected(SENT, "of this one");
      Said said = ask(server, get, URL);
      assertThat(said.body().path("status").asText()).isEqualTo("FAILED");
      assertThat(said.body().path("reason").asText()).isEqualTo("of this one");
    }
  }

  @Test
  void whatIsNoPageOrNoAddressIsRefusedWithWhatToDo() throws Exception {
    assertThat(ask(post("x"), "brod.example/news").body().path("parameter").asText())
        .isEqualTo("url");
    assertThat(ask(post("x"), "file:///etc/passwd").status()).isEqualTo(400);
    assertThat(ask(post("x"), "https://brod.example/a b").status()).isEqualTo(400);
    assertThat(ask(post(""), URL).body().path("detail").asText()).contains("empty");
    Said form = ask(post(new byte[1], "application/x-www-form-urlencoded"), URL);
    assertThat(form.status()).isEqualTo(415);
    assertThat(form.body().path("detail").asText()).contains("text/html");
    assertThat(ask(post(new byte[5_242_881], "text/html"), URL).status()).isEqualTo(413);
    assertThat(taken).isEmpty();
    assertThat(ask(post(new byte[5_242_880], "text/html"), URL).status()).isEqualTo(202);
  }

  @Test
  void wherePagesCannotBeTakenTheAnswerSaysWhy() throws Exception {
    assertThat(ask(HttpRequest.newBuilder().GET(), URL).status()).isEqualTo(404);
    inbox = Optional.empty();
    assertThat(ask(post("x"), URL).body().path("detail").asText()).contains("hearsay up");
    inbox =
        Optional.of(
            (url, type, page) -> {
              throw new PageInboxException("The cluster does not answer.", null);
            });
    Said said = ask(post("x"), URL);
    assertThat(said.status()).isEqualTo(503);
    assertThat(said.body().path("detail").asText()).isEqualTo("The cluster does not answer.");
  }
}
