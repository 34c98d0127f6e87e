package org.hearsay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearsay.store.QueryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, seen byte by byte: clients of the JDK do not send what is wrong. */
@Timeout(60)
class AccessTest {
  private static final String TOKEN = "0123456789abcdef";
  private static final String DESK = "https://desk.example";

  private final QueryStore store = QueryStore.inMemory();

  @BeforeEach
  void write() {
    new Newsroom(2).writeTo(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** An answer as it came. */
  private record Said(int status, List<String> headers, String body) {
    Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }
  }

  private Said say(WebSettings settings, String first, String... headers) throws IOException {
    try (WebServer server = WebServer.start(store, settings);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String text =
          first
              + "\r\n"
              + Arrays.stream(headers)
                  .map(line -> line.replace("PORT", Integer.toString(server.port())) + "\r\n")
                  .collect(Collectors.joining())
              + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      List<String> lines = in.lines().toList();
      int end = lines.indexOf("");
      return new Said(
          Integer.parseInt(lines.get(0).split(" ", -1)[1]),
          lines.subList(1, end),
          String.join("\n", lines.subList(end + 1, lines.size())));
    }
  }

  private static WebSettings local() {
    return WebSettings.local(0);
  }

  private static WebSettings withToken() {
    return local().withAccess("127.0.0.1", Optional.of(TOKEN), Optional.empty(), List.of(DESK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:PORT",
        "LocalHost.:1",
        "127.0.0.1:PORT",
        "127.9.9.9",
        "[::1]"
      })
  void thisMachinesNamesAreAnswered(String host) throws IOException {
    assertThat(say(local(), "GET /api/about HTTP/1.1", "Host: " + host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/claims", "/live/claims", "/feeds/claims.atom", "/assets/x.js"})
  void anotherNameIsRefusedWhateverIsAsked(String path) throws IOException {
    Said said = say(local(), "GET " + path + " HTTP/1.1", "Host: rebound.example:PORT");
    assertThat(said.status()).isEqualTo(421);
    assertThat(said.body())
        .contains("rebound.example", "--allow-host rebound.example")
        .doesNotContain("<div");
    assertThat(say(local(), "HEAD " + path + " HTTP/1.1", "Host: rebound.example").status())
        .isEqualTo(421);
  }

  @Test
  void aReboundPageMayNotWriteThoughItIsOneSiteWithTheServer() throws IOException {
    Said said =
        say(
            local(),
            "POST /api/pages?url=https%3A%2F%2Fbrod.example%2F1 HTTP/1.1",
            "Host: rebound.example:PORT",
            "Origin: http://rebound.example:PORT",
            "Content-Length: 0");
    assertThat(said.status()).isEqualTo(421);
  }

  @Test
  void aHostThatIsMissingDoubledOrMalformedIsRefused() throws IOException {
    assertThat(say(local(), "GET /api/about HTTP/1.0").status()).isEqualTo(421);
    assertThat(say(local(), "GET /api/about HTTP/1.1").status()).isEqualTo(400);
    assertThat(
            say(local(), "GET /api/about HTTP/1.1", "Host: localhost", "Host: rebound.example")
                .status())
        .isIn(400, 421);
    assertThat(
            say(local(), "GET http://rebound.example/api/about HTTP/1.1", "Host: localhost")
                .status())
        .isIn(400, 421);
    for (String host : List.of("", "localhost@rebound.example", "127.1", "2130706433", "[::2]")) {
      assertThat(say(local(), "GET /api/about HTTP/1.1", "Host: " + host).status())
          .as(host)
          .isIn(400, 421);
    }
  }

  @Test
  void namesThatWereGivenAreAnsweredWithATokenToo() throws IOException {
    WebSettings named = local().withHosts(List.of("desk.example"));
    assertThat(say(named, "GET /api/about HTTP/1.1", "Host: DESK.example:PORT").status())
        .isEqualTo(200);
    assertThat(say(named, "GET /api/about HTTP/1.1", "Host: other.example").status())
        .isEqualTo(421);
    String token = "Authorization: Bearer " + TOKEN;
    assertThat(say(withToken(), "GET /api/about HTTP/1.1", "Host: other.example", token).status())
        .isEqualTo(200);
    WebSettings both = withToken().withHosts(List.of("desk.example"));
    assertThat(say(both, "GET /api/about HTTP/1.1", "Host: other.example", token).status())
        .isEqualTo(421);
    assertThat(say(both, "GET /api/about HTTP/1.1", "Host: desk.example", token).status())
        .isEqualTo(200);
  }

  @Test
  void aPageMayWriteOnlyWhereItIsTheServersOwn() throws IOException {
    String post = "POST /api/pages?url=https%3A%2F%2Fbrod.example%2F1 HTTP/1.1";
    for (String other : List.of("null", "http://localhost", "http://rebound.example:PORT")) {
      Said said =
          say(local(), post, "Host: localhost:PORT", "Origin: " + other, "Content-Length: 0");
      assertThat(said.body()).as(other).contains("Not from that page");
      assertThat(said.status()).as(other).isEqualTo(403);
    }
    assertThat(
            say(
                    local(),
                    post,
                    "Host: localhost:PORT",
                    "Origin: http://localhost:PORT",
                    "Content-Length: 0")
                .body())
        .contains("Pages are not taken here");
  }

  @Test
  void aHeadIsAnsweredAsAGetWithoutItsBody() throws IOException {
    for (String path : List.of("/api/claims", "/feeds/claims.atom", "/", "/api/openapi.json")) {
      Said get = say(local(), "GET " + path + " HTTP/1.1", "Host: localhost");
      Said head = say(local(), "HEAD " + path + " HTTP/1.1", "Host: localhost");
      assertThat(head.body()).as(path).isEmpty();
      assertThat(head.status()).as(path).isEqualTo(200);
      for (String same : List.of("Content-Type", "Content-Length", "Cache-Control", "Vary")) {
        assertThat(head.header(same)).as(path + " " + same).isEqualTo(get.header(same));
      }
      assertThat(head.header("ETag").isPresent())
          .as(path)
          .isEqualTo(get.header("ETag").isPresent());
    }
    assertThat(say(local(), "HEAD /api/claims/none HTTP/1.1", "Host: localhost").status())
        .isEqualTo(404);
    assertThat(say(local(), "HEAD /api/claims?x=1 HTTP/1.1", "Host: localhost").status())
        .isEqualTo(400);
  }

  @Test
  void aBrowserLearnsWhatPagesOfAllowedOriginsMayAskAndOthersNothing() throws IOException {
    Said allowed =
        say(
            withToken(),
            "OPTIONS /api/claims HTTP/1.1",
            "Host: localhost:PORT",
            "Origin: " + DESK,
            "Access-Control-Request-Method: GET",
            "Access-Control-Request-Headers: authorization");
    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.header("Access-Control-Allow-Origin")).contains(DESK);
    assertThat(allowed.header("Access-Control-Allow-Methods").orElse("")).contains("GET", "POST");
    assertThat(allowed.header("Access-Control-Allow-Headers").orElse(""))
        .contains("Authorization", "Last-Event-ID");
    assertThat(allowed.header("Vary").orElse("")).contains("Origin");
    Said other =
        say(
            withToken(),
            "OPTIONS /api/claims HTTP/1.1",
            "Host: localhost:PORT",
            "Origin: https://other.example",
            "Access-Control-Request-Method: GET");
    assertThat(other.headers()).noneMatch(line -> line.startsWith("Access-Control-"));
    assertThat(other.body()).isEmpty();
  }
}
