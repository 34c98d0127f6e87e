package org.hearsay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hearsay.records.Claim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@Timeout(60)
class WebServerTest {
  private final Newsroom newsroom = new Newsroom(5);
  private final Serving serving = Serving.of(newsroom);
  private final Client client = serving.client();

  @AfterEach
  void stop() {
    serving.close();
  }

  private void write(String id) {
    serving.write(newsroom.claim(newsroom.articles().get(0), id, "Goran Petrasin", null));
  }

  @Test
  void anAnswerIsNotSentAgainUntilSomethingIsWritten() {
    HttpResponse<String> first = client.get("/api/claims?voice=any");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = client.get("/api/claims?voice=any", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(client.get("/api/claims/none", "If-None-Match", tag).statusCode()).isEqualTo(404);
    assertThat(client.get("/api/claims?form=WRONG", "If-None-Match", tag).statusCode())
        .isEqualTo(400);

    write("cffff");
    HttpResponse<String> changed = client.get("/api/claims?voice=any", "If-None-Match", tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains("cffff");
  }

  @Test
  void aCommittedClaimIsOnTheStreamAndOneThatIsWrittenAgainComesAgainAndSaysSo()
      throws IOException, InterruptedException {
    try (BufferedReader events = client.listen("/live/claims?voice=any")) {
      until(events, "event: hello");
      write("cffff");
      assertThat(until(events, "data: {\"id\""))
          .contains("cffff", "\"chain\"", "\"revision\":false");
      write("cffff");
      assertThat(until(events, "data: {\"id\"")).contains("cffff", "\"revision\":true");
    }
  }

  @Test
  void aStreamGoesOnAfterTheLastEvent() throws IOException, InterruptedException {
    String last;
    try (BufferedReader events = client.listen("/live/claims?voice=any")) {
      last = until(events, "id: ").substring("id: ".length());
    }
    write("cfff1");
    write("cfff2");

    try (BufferedReader events = client.listen("/live/claims?voice=any", "Last-Event-ID", last)) {
      until(events, "event: hello");
      assertThat(until(events, "data: {\"id\"")).contains("cfff1");
      assertThat(until(events, "data: {\"id\"")).contains("cfff2");
    }
  }

  @Test
  void anEventOfAnotherStoreIsSaidToBeOfNoUse() throws IOException, InterruptedException {
    try (BufferedReader events =
        client.listen("/live/claims", "Last-Event-ID", "00000000-0000/5/c1")) {
      assertThat(until(events, "event: ")).isEqualTo("event: reset");
    }
  }

  @Test
  void theNewestComeFirstWhereTheyAreAskedFor() throws IOException, InterruptedException {
    try (BufferedReader events = client.listen("/live/claims?voice=any&since=3")) {
      for (int i = 0; i < 3; i++) {
        assertThat(until(events, "event: ")).isEqualTo("event: claim");
      }
      assertThat(until(events, "event: ")).isEqualTo("event: hello");
    }
  }

  private static String until(BufferedReader events, String start) throws IOException {
    String line = events.readLine();
    while (line != null && !line.startsWith(start)) {
      line = events.readLine();
    }
    assertThat(line).isNotNull();
    return line;
  }

  @Test
  void aFeedIsAtomWhateverPagesSay() throws Exception {
    serving.write(
        newsroom.claim(
            newsroom.articles().get(0),
            "cffff",
            "<script>alert(1)</script>\u0000\u000b & co",
            null));

    HttpResponse<String> feed = client.get("/feeds/claims.atom?voice=any");

    assertThat(feed.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/atom+xml"));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(feed.body())));
    assertThat(document.getElementsByTagName("entry").getLength()).isEqualTo(11);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(feed.body()).contains("&lt;script&gt;");
  }

  @Test
  void aFeedTellsWhatCameLastAlsoOfAnOldPage() {
    Claim old = newsroom.claim(newsroom.articles().get(0), "cffff", "Goran Petrasin", null);
    old.setPublishedAt(Instant.parse("1999-06-10T12:00:00Z"));
    serving.write(old);

    assertThat(client.get("/feeds/claims.atom?voice=any&limit=1").body())
        .contains("urn:hearsay:claim:cffff");
    assertThat(client.get("/feeds/claims.csv?voice=any&limit=1").body()).contains("cffff");
  }

  @Test
  void aFeedIsCalledInWordsAndHasWholeLinks() {
    String all = client.get("/feeds/claims.atom?limit=3&speaker=name%3Aarta+krelani").body();
    assertThat(all)
        .contains("<title>Claims said by Arta Krelani</title>")
        .contains("rel=\"alternate\" href=\"http://")
        .doesNotContain("href=\"/");
    assertThat(all).contains("limit=3&amp;speaker=name%3Aarta+krelani\"");
    Pattern id = Pattern.compile("<id>(urn:hearsay:[^<]*claims[^<]*)</id>");
    String other = client.get("/feeds/claims.atom?speaker=name%3Aarta+krelani").body();
    assertThat(id.matcher(all).results().map(MatchResult::group).findFirst())
        .isPresent()
        .isEqualTo(id.matcher(other).results().map(MatchResult::group).findFirst());
  }

  @Test
  void aCsvHasAsManyRowsAsAreAskedFor() {
    assertThat(client.get("/api/claims?voice=any&format=csv&limit=2").body().split("\r\n"))
        .hasSize(3);
  }

  @Test
  void theDashboardIsServedAtEachOfItsAddressesWithAStrictPolicy() {
    for (String path : List.of("/", "/live?speaker=x", "/article/a1?claim=c1", "/claim/k.js")) {
      HttpResponse<String> page = client.get(path);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("<div id=\"app\">").doesNotContain("<style");
      assertThat(page.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(
              policy -> assertThat(policy).startsWith("default-src 'none'; script-src 'self'"));
    }
    String script =
        client.get("/").body().replaceAll("(?s).*src=\"(/assets/main-[^\"]+)\".*", "$1");
    HttpResponse<String> file = client.get(script);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(kept -> assertThat(kept).contains("immutable"));
  }

  @Test
  void whereATokenIsNeededNothingIsAnsweredWithoutIt() {
    WebSettings secret =
        WebSettings.local(0)
            .withAccess(
                "127.0.0.1",
                Optional.of("secret"),
                Optional.empty(),
                List.of("https://desk.example"));
    try (WebServer closed = WebServer.start(serving.store(), secret)) {
      Client asking = new Client(closed);
      for (String path : List.of("/api/claims", "/feeds/claims.atom", "/api/openapi.json")) {
        assertThat(asking.get(path).statusCode()).isEqualTo(401);
        assertThat(asking.get(path, "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
        assertThat(asking.get(path, "Authorization", "Bearer secret").statusCode()).isEqualTo(200);
      }
      assertThat(asking.get("/").statusCode()).isEqualTo(200);
      assertThat(
              asking
                  .get(
                      "/api/claims",
                      "Authorization",
                      "Bearer secret",
                      "Origin",
                      "https://desk.example")
                  .headers()
                  .firstValue("Access-Control-Allow-Origin"))
          .contains("https://desk.example");
    }
    assertThat(
            client
                .get("/api/claims", "Origin", "https://desk.example")
                .headers()
                .firstValue("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    assertThatThrownBy(() -> WebServer.start(serving.store(), WebSettings.local(serving.port())))
        .isInstanceOf(WebException.class)
        .hasMessageContaining(Integer.toString(serving.port()))
        .hasMessageContaining("--port");
  }
}
