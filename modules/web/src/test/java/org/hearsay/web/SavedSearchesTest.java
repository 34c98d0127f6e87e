package org.hearsay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hearsay.store.Limits;
import org.hearsay.store.QueryStore;
import org.hearsay.store.tables.Batch;
import org.hearsay.web.searches.SearchSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches that are kept, and the webhooks that tell of their claims, over real HTTP. */
@Timeout(120)
class SavedSearchesTest {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(50), Duration.ofMillis(100));
  private static final String SPEAKER = "speaker=name%3Agoran+petrasin";

  @TempDir Path folder;

  private final Newsroom newsroom = new Newsroom(3);
  private final ObjectMapper mapper = new ObjectMapper();
  private Receiver receiver;
  private QueryStore store;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
    store = QueryStore.open(folder.resolve("news.duckdb"), Limits.standard());
    newsroom.writeTo(store);
  }

  @AfterEach
  void close() {
    receiver.close();
    store.close();
  }

  private Path kept() {
    return folder.resolve("news.duckdb.searches.json");
  }

  private WebServer server(boolean privateAddresses) {
    return WebServer.start(
        store,
        WebSettings.local(0)
            .with(
                new SearchSettings(
                    Optional.empty(), Optional.of(kept()), privateAddresses, PAUSES)));
  }

  private void write(String id, String speaker) {
    Batch batch = store.batch();
    batch.add(newsroom.claim(newsroom.articles().get(0), id, speaker, null), Newsroom.START);
    store.write(batch, Map.of());
  }

  private HttpResponse<String> send(WebServer server, String method, String path, String body)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode save(WebServer server, String url) throws IOException, InterruptedException {
    HttpResponse<String> out =
        send(
            server,
            "POST",
            "/api/searches",
            mapper.writeValueAsString(
                Map.of("name", "Petrasin", "filter", SPEAKER + "&voice=any", "webhook", url)));
    assertThat(out.statusCode()).as(out.body()).isEqualTo(201);
    return mapper.readTree(out.body());
  }

  private JsonNode webhook(WebServer server) throws IOException, InterruptedException {
    JsonNode items = mapper.readTree(send(server, "GET", "/api/searches", "").body()).path("items");
    return items.path(0).path("webhook");
  }

  private static String signature(String secret, Receiver.Message message) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
    String signed = message.id() + "." + message.timestamp() + "." + message.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aClaimIsSentSignedAndSaysWhyItWasChosen() throws Exception {
    write("ce001", "Goran Petrasin");
    try (WebServer server = server(true)) {
      JsonNode saved = save(server, receiver.url());
      write("cf001", "Lene Haugsrud");
      write("cf002", "Goran Petrasin");

      Receiver.Message message = receiver.next();
      assertThat(message.signature()).isEqualTo(signature(saved.path("secret").asText(), message));
      JsonNode body = mapper.readTree(message.body());
      assertThat(body.path("claim").path("id").asText())
          .as("neither an older one, nor another's")
          .isEqualTo("cf002");
      assertThat(body.path("claim").path("chain").isArray()).isTrue();
      assertThat(body.path("reason").asText()).isEqualTo("the speaker is Goran Petrasin");
      assertThat(body.path("search").path("id")).isEqualTo(saved.path("id"));
      assertThat(body.path("event").asText()).endsWith("/cf002");
      while (!webhook(server).has("lastStatus")) {
        Thread.onSpinWait();
      }
      assertThat(webhook(server).path("lastStatus").asInt()).isEqualTo(204);
      assertThat(send(server, "GET", "/api/searches", "").body())
          .doesNotContain("whsec_")
          .contains("\"lasting\":true");
    }
  }

  @Test
  void aClaimThatIsOnlyWrittenAgainIsNotSentAgainAndOneThatIsChosenSinceIs() throws Exception {
    write("ce001", "Goran Petrasin");
    try (WebServer server = server(true)) {
      save(server, receiver.url());
      write("cf001", "Goran Petrasin");
      assertThat(receiver.next().body()).contains("\"cf001\"", "\"revision\":false");
      write("cf001", "Goran Petrasin");
      write("ce001", "Goran Petrasin");
      write("cf002", "Lene Haugsrud");
      write("cf002", "Goran Petrasin");
      assertThat(receiver.next().body()).contains("\"cf002\"", "\"revision\":true");
      write("cf002", "Goran Petrasin");
      write("cf003", "Goran Petrasin");
      assertThat(receiver.next().body()).contains("\"cf003\"");
      while (!Files.readString(kept()).contains("/cf003")) {
        Thread.onSpinWait();
      }
    }
    try (WebServer server = server(true)) {
      assertThat(webhook(server).path("lastStatus").asInt()).isEqualTo(204);
      write("cf001", "Goran Petrasin");
      write("cf004", "Goran Petrasin");
      assertThat(receiver.next().body()).contains("\"cf004\"");
    }
  }

  @Test
  void whatIsNotTakenIsSentAgainUnderTheSameIdAndTheNextOneAfterIt() throws Exception {
    AtomicInteger count = new AtomicInteger();
    receiver.answers(
        exchange -> {
          int now = count.getAndIncrement();
          exchange.getResponseHeaders().set("Retry-After", "1");
          exchange.sendResponseHeaders(now == 0 ? 500 : now == 1 ? 429 : 200, -1);
        });
    try (WebServer server = server(true)) {
      save(server, receiver.url());
      write("cf001", "Goran Petrasin");
      write("cf002", "Goran Petrasin");
      Receiver.Message first = receiver.next();
      long began = System.nanoTime();
      assertThat(receiver.next().id()).isEqualTo(first.id());
      assertThat(receiver.next().id()).isEqualTo(first.id());
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .as("Retry-After")
          .isGreaterThan(Duration.ofSeconds(1));
      Receiver.Message second = receiver.next();
      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(second.body()).contains("\"cf002\"");
    }
  }

  @Test
  void aReceiverThatStallsDelaysNoOther() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (Receiver stalling = new Receiver();
        WebServer server = server(true)) {
      stalling.answers(
          exchange -> {
            try {
              end.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      for (int i = 0; i < 20; i++) {
        save(server, stalling.url());
      }
      save(server, receiver.url());
      write("cf001", "Goran Petrasin");
      stalling.next();
      write("cf002", "Goran Petrasin");
      assertThat(receiver.next().body()).contains("\"cf001\"");
      assertThat(receiver.next().body()).contains("\"cf002\"");
      assertThat(webhook(server).has("lastStatus")).isFalse();
      end.countDown();
    }
  }

  @Test
  void whoHasNotAnsweredWhenTheServerStopsHasNotFailed() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    receiver.answers(
        exchange -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try (WebServer server = server(true)) {
      save(server, receiver.url());
      write("cf001", "Goran Petrasin");
      receiver.next();
    }
    end.countDown();
    assertThat(Files.readString(kept())).contains(receiver.url()).doesNotContain("failing");
  }

  @Test
  void whoAnswersThatItIsGoneIsToldNothingMore() throws Exception {
    receiver.answers(exchange -> exchange.sendResponseHeaders(410, -1));
    try (Receiver other = new Receiver();
        WebServer server = server(true)) {
      save(server, receiver.url());
      save(server, other.url());
      write("cf001", "Goran Petrasin");
      receiver.next();
      while (!webhook(server).path("ended").asBoolean()) {
        Thread.onSpinWait();
      }
      assertThat(webhook(server).path("failing").asText()).contains("410");
      write("cf002", "Goran Petrasin");
      other.next();
      other.next();
      assertThat(receiver.all()).hasSize(1);
    }
  }

  @Test
  void aRedirectIsNotFollowedAndSaid() throws Exception {
    try (Receiver other = new Receiver();
        WebServer server = server(true)) {
      receiver.answers(
          exchange -> {
            exchange.getResponseHeaders().set("Location", other.url());
            exchange.sendResponseHeaders(307, -1);
          });
      save(server, receiver.url());
      write("cf001", "Goran Petrasin");
      receiver.next();
      while (!webhook(server).has("failing")) {
        Thread.onSpinWait();
      }
      assertThat(webhook(server).path("failing").asText()).contains("redirects are not followed");
      assertThat(other.all()).isEmpty();
    }
  }

  @Test
  void aServerThatEndedBeforeItNotedThatAClaimWasTakenSendsItAgainUnderTheSameId()
      throws Exception {
    byte[] before;
    String id;
    try (WebServer server = server(true)) {
      save(server, receiver.url());
      before = Files.readAllBytes(kept());
      write("cf001", "Goran Petrasin");
      id = receiver.next().id();
    }
    // As it is when the process is killed in between.
    Files.write(kept(), before);
    try (WebServer server = server(true)) {
      assertThat(server.port()).isPositive();
      assertThat(receiver.next().id()).isEqualTo(id);
    }
  }

  @Test
  void whatCameWhileTheServerWasAwayIsSentOnceItIsThere() throws Exception {
    try (WebServer server = server(true)) {
      save(server, receiver.url());
      write("cf001", "Goran Petrasin");
      receiver.next();
      while (!webhook(server).has("lastStatus")) {
        Thread.onSpinWait();
      }
    }
    write("cf002", "Goran Petrasin");
    try (WebServer server = server(true)) {
      assertThat(receiver.next().body()).contains("\"cf002\"");
      assertThat(webhook(server).path("url").asText()).isEqualTo(receiver.url());
      assertThat(receiver.all()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name': 'a'}|400|filter",
        "{'filter': 'form=DIRECT'}|400|name",
        "{'name': 'a', 'filter': 'limit=5'}|400|filter",
        "{'name': 'a', 'filter': 'form=WRONG'}|400|filter",
        "{'name': 'a', 'filter': '', 'secret': 'x'}|400|secret",
        "{'name': 'a', 'filter': '', 'wrong': 'x'}|400|wrong",
        "{'name': 'a', 'filter': '', 'webhook': 'ftp://a.example'}|400|webhook",
        "{'name': 'a', 'filter': '', 'webhook': 'http://a.example'}|400|webhook",
        "{'name': 'a', 'filter': '', 'webhook': 'https://me:you@a.example'}|400|webhook",
        "{'name': 'a', 'filter': '', 'webhook': 'https://10.0.0.7/x'}|400|webhook",
        "{'name': 'a', 'filter': '', 'webhook': 'https://[::1]/x'}|400|webhook",
        "{'name': 'a', 'filter': '', 'webhook': 'http://localhost:1/x'}|400|webhook",
        "{'name': 'a', 'filter': '', 'webhook': 'https://169.254.169.254/x'}|400|webhook",
        "[]|400|",
        "no|400|"
      })
  void whatIsNoSearchIsRefusedWithTheField(String body, int status, String field) throws Exception {
    try (WebServer server = server(false)) {
      HttpResponse<String> out = send(server, "POST", "/api/searches", body.replace('\'', '"'));
      assertThat(out.statusCode()).isEqualTo(status);
      if (field != null) {
        assertThat(mapper.readTree(out.body()).path("parameter").asText()).isEqualTo(field);
      }
      assertThat(send(server, "GET", "/api/searches", "").body()).contains("\"items\":[]");
    }
  }

  @Test
  void aSearchIsThereUntilItIsDeleted() throws Exception {
    String id;
    try (WebServer server = server(true)) {
      id = save(server, receiver.url()).path("id").asText();
    }
    try (WebServer server = server(true)) {
      assertThat(send(server, "GET", "/api/searches", "").body()).contains(id);
      assertThat(send(server, "DELETE", "/api/searches/" + id, "").statusCode()).isEqualTo(204);
      assertThat(send(server, "DELETE", "/api/searches/" + id, "").statusCode()).isEqualTo(404);
    }
    assertThat(Files.readString(kept())).doesNotContain(id);
  }

  @Test
  void aSearchOfAFileIsToldOfAndStaysInItsFile() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("searches.yaml"),
            "- name: ours\n  filter: "
                + SPEAKER
                + "\n  webhook: "
                + receiver.url()
                + "\n  secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
    WebSettings settings =
        WebSettings.local(0)
            .with(new SearchSettings(Optional.of(file), Optional.of(kept()), true, PAUSES));
    try (WebServer server = WebServer.start(store, settings)) {
      JsonNode one =
          mapper.readTree(send(server, "GET", "/api/searches", "").body()).path("items").path(0);
      assertThat(one.path("file").asBoolean()).isTrue();
      assertThat(
              send(server, "DELETE", "/api/searches/" + one.path("id").asText(), "").statusCode())
          .isEqualTo(409);
      while (!Files.exists(kept())) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < 20; i++) {
        write("cf00" + i, "Goran Petrasin");
      }
      Receiver.Message message = receiver.next();
      assertThat(message.signature())
          .isEqualTo(signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", message));
    }
    Files.writeString(file, "- name: ours\n");
    assertThatThrownBy(() -> WebServer.start(store, settings))
        .isInstanceOf(WebException.class)
        .hasMessageContaining("searches.yaml:1: filter is missing");
  }
}
