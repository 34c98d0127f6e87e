package org.hearsay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.store.QueryStore;
import org.hearsay.store.tables.Batch;
import org.hearsay.store.tables.DeadLetter;
import org.hearsay.web.pipeline.Pipeline;
import org.hearsay.web.pipeline.Reading;
import org.hearsay.web.pipeline.StageState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthOverHttpTest {
  private final Newsroom newsroom = new Newsroom(40);
  private final Instant now = Instant.now();
  private final Serving serving =
      Serving.of(
          QueryStore.inMemory(),
          this::write,
          WebSettings.local(0),
          new Pipeline(
              Optional.empty(),
              () ->
                  List.of(
                      new StageState("read", "RUNNING", true, true, 12, null),
                      new StageState("trace", "ERROR", false, false, 0, "it failed")),
              () -> new Reading(5, false, Optional.of("the broker is away"))));
  private final Client client = serving.client();

  private void write(QueryStore store) {
    newsroom.writeTo(store);
    Batch late = store.batch();
    List<Article> articles = newsroom.articles();
    late.add(partial(articles.get(0), "too long"), now.minus(10, ChronoUnit.MINUTES));
    late.add(partial(articles.get(1), "too long", "no date"), now.minus(10, ChronoUnit.MINUTES));
    List<Claim> own =
        newsroom.claims().stream().filter(claim -> claim.getVoice().equals("OUTLET")).toList();
    late.add(own.get(0), now.minus(10, ChronoUnit.MINUTES));
    late.add(own.get(1), now.minus(3, ChronoUnit.HOURS));
    for (int i = 0; i < 7; i++) {
      late.add(
          letter(i, "https://brod.example/" + i, i < 5 ? told(i) : i == 5 ? "no article" : null)
              .row(),
          now.minus(i * 20L, ChronoUnit.MINUTES));
    }
    store.write(late, Map.of());
  }

  /** Some of what fails names the record in the reason. */
  private static String told(int i) {
    String reason = "not a page: binary data";
    return i % 2 == 0 ? "https://brod.example/" + i + ": " + reason : reason;
  }

  private static Article partial(Article article, String... reasons) {
    return Article.newBuilder(article).setPartial(List.of(reasons)).build();
  }

  private static DeadLetter letter(int number, String key, @Nullable String reason) {
    return new DeadLetter(
        new DeadLetter.Place("hearsay.dead-letters", "0", Integer.toString(number)),
        key,
        new DeadLetter.Place("hearsay.pages", "3", "4"),
        "org.hearsay.page.PageException",
        reason,
        number);
  }

  @AfterAll
  void stop() {
    serving.close();
  }

  @Test
  void whatThereIsIsCountedAsListsCountIt() {
    JsonNode health = client.json("/api/health");

    assertThat(health.path("store").path("claims").asLong())
        .isEqualTo(client.json("/api/claims/facets").path("total").asLong())
        .isPositive();
    assertThat(health.path("store").path("articles").asLong()).isEqualTo(40);
    assertThat(health.path("store").path("comments").asLong(-1)).isZero();
    assertThat(health.path("store").path("commit").asLong())
        .isEqualTo(serving.store().commits().last());
  }

  @Test
  void stagesAndTheReadingAreAsTheyTell() {
    JsonNode health = client.json("/api/health");

    assertThat(health.path("reading").toString())
        .isEqualTo("{\"waiting\":5,\"complete\":false,\"fault\":\"the broker is away\"}");
    assertThat(health.path("pages").asBoolean(true)).isFalse();
    assertThat(health.path("stages").path(0).toString())
        .isEqualTo(
            "{\"name\":\"read\",\"state\":\"RUNNING\",\"live\":true,\"ready\":true,\"lag\":12}");
    assertThat(health.path("stages").path(1).path("detail").asText()).isEqualTo("it failed");
  }

  @Test
  void whatCameInIsCountedByItsMinuteForAnHour() {
    JsonNode rates = client.json("/api/health").path("rates");

    assertThat(rates).hasSize(1);
    assertThat(rates.path(0).path("minute").asText())
        .isEqualTo(now.minus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES).toString());
    assertThat(rates.path(0).path("articles").asInt()).isEqualTo(2);
    assertThat(rates.path(0).path("claims").asInt()).isEqualTo(1);
  }

  @Test
  void whatWasReadInPartIsCountedByItsReasonWithAnExample() {
    JsonNode partial = client.json("/api/health").path("partial");

    assertThat(partial.findValuesAsText("reason")).containsExactly("too long", "no date");
    assertThat(partial.findValuesAsText("articles")).containsExactly("2", "1");
    assertThat(client.get("/api/articles/" + partial.path(1).path("example").asText()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void deadLettersAreListedTheNewestFirstAPageAtATime() {
    assertThat(client.json("/api/health").path("deadLetters").toString())
        .isIn("{\"total\":7,\"lastHour\":3}", "{\"lastHour\":3,\"total\":7}");

    JsonNode first = client.json("/api/dead-letters?limit=4");
    JsonNode second =
        client.json("/api/dead-letters?limit=4&cursor=" + first.path("next").asText());
    List<String> urls = new ArrayList<>(first.path("rows").findValuesAsText("url"));
    urls.addAll(second.path("rows").findValuesAsText("url"));
    assertThat(urls).hasSize(7).isSorted();
    JsonNode letter = first.path("rows").path(1);
    assertThat(letter.path("topic").asText()).isEqualTo("hearsay.pages");
    assertThat(letter.path("stage").asText()).isEqualTo("read");
    assertThat(letter.path("bytes").asInt()).isEqualTo(1);
    assertThat(letter.path("recordedAt").asText()).endsWith("Z");
    assertThat(first.path("sql").asText()).contains("dead_letters");
    assertThat(client.get("/api/dead-letters?format=csv").body())
        .contains("https://brod.example/6");
  }

  @Test
  void deadLettersAreChosenByReasonStageAndWords() {
    JsonNode reasons = client.json("/api/dead-letters/reasons").path("rows");
    assertThat(reasons.findValuesAsText("reason"))
        .as("the error's class where it says nothing")
        .containsExactly("not a page: binary data", "no article", "org.hearsay.page.PageException");
    for (JsonNode reason : reasons) {
      assertThat(
              client.ids(
                  "/api/dead-letters?stage="
                      + reason.path("stage").asText()
                      + "&reason="
                      + URLEncoder.encode(reason.path("reason").asText(), StandardCharsets.UTF_8)))
          .hasSize(reason.path("records").asInt());
      assertThat(reason.path("last").asText()).endsWith("Z");
    }
    assertThat(
            client.ids(
                "/api/dead-letters?reason=" + URLEncoder.encode(told(0), StandardCharsets.UTF_8)))
        .as("with its key, as the row has it")
        .hasSize(1);
    assertThat(client.ids("/api/dead-letters?words=BINARY+brod.example%2F3")).hasSize(1);
    assertThat(client.ids("/api/dead-letters?stage=store")).isEmpty();
  }

  @Test
  void claimsAreCountedInTenBandsOfHowSureTheyAre() {
    for (String filter : List.of("", "outlet=meridian-wire", "entity=kfor&minConfidence=0.5")) {
      JsonNode bands = client.json("/api/claims/confidence?" + filter).path("bands");
      List<Long> wanted = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        double from = i / 10.0;
        double to = i == 9 ? 2 : (i + 1) / 10.0;
        long[] count = {0};
        client
            .json("/api/claims?limit=500&" + filter)
            .path("rows")
            .forEach(
                claim -> {
                  double sure = claim.path("confidence").asDouble();
                  count[0] += sure * 10 >= from * 10 && sure * 10 < to * 10 ? 1 : 0;
                });
        wanted.add(count[0]);
      }
      List<Long> found = new ArrayList<>();
      bands.forEach(band -> found.add(band.path("claims").asLong()));
      assertThat(found).as(filter).isEqualTo(wanted);
      assertThat(bands.path(3).path("from").asDouble()).isEqualTo(0.3);
      assertThat(bands.path(9).path("to").asDouble()).isEqualTo(1);
    }
    JsonNode measured = client.json("/api/claims/confidence").path("measured");
    assertThat(measured.path("source").asText()).contains("PolNeAR");
    double before = 0;
    for (JsonNode step : measured.path("atLeast")) {
      assertThat(step.path("right").asDouble())
          .as("surer claims are right more often: %s", step)
          .isBetween(before, 1.0);
      before = step.path("right").asDouble();
    }
    assertThat(measured.path("atLeast")).hasSize(20);
    assertThat(client.get("/api/claims/confidence?nothing=1").statusCode()).isEqualTo(400);
  }
}
