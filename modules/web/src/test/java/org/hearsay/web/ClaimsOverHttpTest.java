package org.hearsay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.store.QuerySession;
import org.hearsay.store.tables.Batch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsOverHttpTest {
  private static final Predicate<Claim> OWN = claim -> claim.getVoice().equals("OUTLET");

  private final Newsroom newsroom = new Newsroom(60);
  private final Serving serving = Serving.of(newsroom);
  private final Client client = serving.client();

  @BeforeAll
  void awaitIndex() throws InterruptedException {
    assertThat(serving.server().awaitIndex(Duration.ofSeconds(30))).isTrue();
  }

  @AfterAll
  void stop() {
    serving.close();
  }

  private List<String> chosen(Predicate<Claim> wanted) {
    return newsroom.claims().stream().filter(wanted).map(Claim::getId).sorted().toList();
  }

  private List<String> found(String query) {
    return client.ids("/api/claims?limit=500&" + query).stream().sorted().toList();
  }

  @Test
  void withoutFiltersArticlesClaimsAreListedAndReadersAreNot() {
    assertThat(found("")).isEqualTo(chosen(OWN)).isNotEmpty();
    assertThat(found("voice=any")).isEqualTo(chosen(claim -> true));
    assertThat(found("voice=READER")).isEqualTo(chosen(OWN.negate())).isNotEmpty();
  }

  @Test
  void eachFilterChoosesWhatItSays() {
    assertThat(found("outlet=meridian-wire"))
        .isEqualTo(chosen(OWN.and(claim -> "meridian-wire".equals(claim.getOutletId()))));
    assertThat(found("outlet=meridian-wire&outlet=balkan-ledger"))
        .isEqualTo(chosen(OWN.and(claim -> !"vardar-observer".equals(claim.getOutletId()))));
    assertThat(found("speaker=" + encoded("name:arta krelani")))
        .isEqualTo(chosen(OWN.and(claim -> "Arta Krelani".equals(claim.getSpeakerName()))));
    assertThat(found("relay=meridian-wire"))
        .isEqualTo(chosen(OWN.and(claim -> "meridian-wire".equals(claim.getViaId()))));
    assertThat(found("relay=none")).isEqualTo(chosen(OWN.and(claim -> claim.getViaId() == null)));
    assertThat(found("entity=kfor&entity=nato"))
        .isEqualTo(
            chosen(
                OWN.and(
                    claim ->
                        claim.getAbout().contains("kfor") || claim.getAbout().contains("nato"))));
    assertThat(found("form=DIRECT&minConfidence=0.5"))
        .isEqualTo(
            chosen(
                OWN.and(
                    claim -> claim.getForm().equals("DIRECT") && claim.getConfidence() >= 0.5)));
    assertThat(found("q=" + encoded("CACAK weeks 3")))
        .isEqualTo(chosen(OWN.and(claim -> claim.getContentText().endsWith("weeks 3"))))
        .isNotEmpty();
    assertThat(found("from=2026-01-10T12:00:00Z&to=2026-01-11"))
        .isEqualTo(
            chosen(
                OWN.and(
                    claim ->
                        !claim.getPublishedAt().isBefore(Newsroom.START.plusSeconds(4 * 3_600))
                            && claim
                                .getPublishedAt()
                                .isBefore(Newsroom.START.plusSeconds(16 * 3_600)))))
        .isNotEmpty();
  }

  @Test
  void whatStandsInQuotationMarksIsFoundAsOne() {
    Predicate<Claim> third = OWN.and(claim -> claim.getContentText().endsWith("weeks 3"));
    for (String phrase :
        List.of(
            "\"open in weeks 3\"",
            "“OPEN  in” „weeks 3“",
            "\"čačak will\" \"weeks 3\"",
            "3 \"will open",
            "«open in weeks» \"\" 3")) {
      assertThat(found("q=" + encoded(phrase))).as(phrase).isEqualTo(chosen(third)).isNotEmpty();
    }
    assertThat(found("q=" + encoded("weeks in open"))).isEqualTo(chosen(OWN));
    assertThat(found("q=" + encoded("\"weeks in open\""))).isEmpty();
    assertThat(found("q=" + encoded("\""))).isEqualTo(chosen(OWN));
  }

  @ParameterizedTest
  @CsvSource({"newest,1", "newest,7", "oldest,10", "confidence,9", "checkworthy,13", "newest,500"})
  void pagesTogetherHaveEachRowOnceAndInOrder(String sort, int limit) {
    List<String> ids = new ArrayList<>();
    List<JsonNode> rows = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          client.json(
              "/api/claims?sort="
                  + sort
                  + "&limit="
                  + limit
                  + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      assertThat(page.path("rows").size()).isBetween(1, limit);
      page.path("rows").forEach(rows::add);
      cursor = page.path("next").asText("");
      if (page.path("next").isNull()) {
        cursor = "";
      }
    } while (!cursor.isEmpty());

    rows.forEach(row -> ids.add(row.path("id").asText()));
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.stream().sorted().toList()).isEqualTo(chosen(OWN));
    if (sort.equals("confidence")) {
      assertThat(rows.stream().map(row -> row.path("confidence").asDouble()).toList())
          .isSortedAccordingTo(Comparator.reverseOrder());
    }
    if (sort.equals("newest")) {
      assertThat(rows.stream().map(row -> row.path("at").asText()).toList())
          .isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  @Test
  void aClaimComesWithItsChainItsTimeAndItsSentence() {
    JsonNode claim = client.json("/api/claims?limit=1&relay=meridian-wire").path("rows").get(0);

    assertThat(claim.path("chain").findValuesAsText("role"))
        .containsExactly("PUBLISHER", "RELAY", "SPEAKER");
    assertThat(claim.path("atKind").asText()).isEqualTo("PUBLISHED");
    assertThat(claim.path("at").asText())
        .isEqualTo(claim.path("publishedAt").asText())
        .endsWith("Z");
    assertThat(claim.path("sentence").path("text").asText())
        .isEqualTo("The bridge at Čačak will open in weeks, she said.");
    assertThat(claim.path("sentence").path("start").asInt()).isEqualTo(20);

    JsonNode one = client.json("/api/claims/" + claim.path("id").asText());
    assertThat(one.path("chain")).isEqualTo(claim.path("chain"));
    assertThat(one.path("article").path("id").asText()).isEqualTo(claim.path("articleId").asText());
    assertThat(one.path("article").path("claims").asInt()).isPositive();
  }

  @Test
  void theFilterOfAFacetDoesNotNarrowIt() {
    JsonNode facets = client.json("/api/claims/facets?outlet=meridian-wire");

    long all = chosen(OWN.and(claim -> "meridian-wire".equals(claim.getOutletId()))).size();
    assertThat(facets.path("total").asLong()).isEqualTo(all);
    assertThat(facets.path("facets").path("outlet").findValuesAsText("value"))
        .containsExactlyInAnyOrderElementsOf(Newsroom.OUTLETS);
    long speakers = 0;
    for (JsonNode value : facets.path("facets").path("speaker")) {
      speakers += value.path("count").asLong();
    }
    assertThat(speakers).isEqualTo(all);
    for (JsonNode value : facets.path("facets").path("outlet")) {
      assertThat(value.path("chosen").asBoolean())
          .isEqualTo(value.path("value").asText().equals("meridian-wire"));
    }
  }

  @Test
  void aSeriesHasEveryStretchAndAsManyClaimsAsThereAre() {
    JsonNode series = client.json("/api/claims/series?by=hour&entity=kfor");

    long claims = 0;
    String before = "";
    for (JsonNode bucket : series.path("buckets")) {
      claims += bucket.path("claims").asLong();
      assertThat(bucket.path("of").asLong()).isGreaterThanOrEqualTo(bucket.path("claims").asLong());
      assertThat(bucket.path("at").asText()).isGreaterThan(before);
      before = bucket.path("at").asText();
    }
    assertThat(claims)
        .isEqualTo(chosen(OWN.and(claim -> claim.getAbout().contains("kfor"))).size());
    assertThat(client.get("/api/claims/series?by=hour&entity=kfor&format=csv").body().lines())
        .hasSize(1 + series.path("buckets").size())
        .startsWith("at,claims,of");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/claims?form=WRONG,400,form",
    "/api/claims?nothing=1,400,nothing",
    "/api/claims?from=yesterday,400,from",
    "/api/claims?minConfidence=much,400,minConfidence",
    "/api/claims?minConfidence=2,400,minConfidence",
    "/api/claims?minConfidence=-0.1,400,minConfidence",
    "/api/mentions?minTone=-2,400,minTone",
    "/api/claims?limit=501,400,limit",
    "/api/claims?sort=best,400,sort",
    "/api/claims?cursor=xyz,400,cursor",
    "/api/claims/series?by=century,400,by",
    "/api/claims/facets?facets=shoe,400,facets",
    "/api/claims/none,404,",
    "/api/articles/none,404,",
    "/api/clusters/none,404,",
    "/api/lineage/none,404,",
    "/api/nothing,404,",
    "/assets/none.js,404,"
  })
  void whatIsWrongIsSaidAsAProblemWithWhatToDo(String path, int status, String parameter) {
    assertThat(client.get(path).statusCode()).isEqualTo(status);
    assertThat(client.get(path).headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(client.json(path).path("status").asInt()).isEqualTo(status);
    assertThat(client.json(path).path("detail").asText()).isNotBlank();
    if (parameter != null) {
      assertThat(client.json(path).path("parameter").asText()).isEqualTo(parameter);
    }
  }

  @Test
  void theStatementThatIsShownAnswersTheSame() {
    JsonNode page = client.json("/api/claims?limit=500&speaker=" + encoded("name:arta krelani"));

    List<String> ids = new ArrayList<>();
    try (QuerySession session = serving.store().session()) {
      session
          .rows(page.path("sql").asText(), Map.of())
          .forEach(row -> ids.add(String.valueOf(row.get("id"))));
    }
    assertThat(ids)
        .isEqualTo(
            page.path("rows").findValuesAsText("id").stream()
                .filter(id -> id.startsWith("c"))
                .toList());
  }

  @Test
  void everyRouteOfTheDocumentAnswers() {
    JsonNode document = client.json("/api/openapi.json");

    assertThat(document.path("openapi").asText()).startsWith("3.1");
    List<String> paths = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      if (path.getValue().has("get")) {
        paths.add(path.getKey());
      }
    }
    assertThat(paths)
        .contains("/api/claims", "/api/claims/{id}", "/live/claims", "/feeds/claims.atom");
    // What became of a page is asked by its address: SentPagesTest does.
    paths.remove("/api/pages");
    for (String path : paths) {
      boolean complete = true;
      for (JsonNode parameter : document.path("paths").path(path).path("get").path("parameters")) {
        complete &= !parameter.path("required").asBoolean();
      }
      if (complete && !path.startsWith("/live/")) {
        assertThat(client.get(path).statusCode()).as(path).isEqualTo(200);
      } else if (!path.startsWith("/live/")) {
        // What has to be said was not, or is the id of nothing.
        assertThat(client.get(path.replaceAll("\\{\\w+}", "none")).statusCode())
            .as(path)
            .isIn(400, 404);
      }
    }
  }

  @Test
  void anArticleIsAnsweredWithAllThatWasFoundInIt() {
    String id = newsroom.articles().get(3).getId();
    JsonNode whole = client.json("/api/articles/" + id);

    assertThat(whole.path("article").path("body").asText()).startsWith("The road is closed.");
    assertThat(whole.path("claims").findValuesAsText("id"))
        .containsAll(chosen(claim -> claim.getArticleId().equals(id)));
    for (String part :
        List.of("mentions", "terms", "sentences", "comments", "copiedFrom", "copies")) {
      assertThat(whole.path(part).isArray()).as(part).isTrue();
    }
  }

  @Test
  void anOutletIsCountedAsItsClaimsAre() {
    long articles =
        newsroom.articles().stream()
            .filter(article -> "meridian-wire".equals(article.getOutletId()))
            .count();
    long claims = chosen(OWN.and(claim -> "meridian-wire".equals(claim.getOutletId()))).size();
    long direct =
        chosen(
                OWN.and(
                    claim ->
                        "meridian-wire".equals(claim.getOutletId())
                            && claim.getForm().equals("DIRECT")))
            .size();

    JsonNode outlet = client.json("/api/outlets/meridian-wire");

    assertThat(outlet.path("whole").path("articles").asLong()).isEqualTo(articles);
    assertThat(outlet.path("whole").path("claims").asLong()).isEqualTo(claims);
    assertThat(outlet.path("whole").path("directShare").asDouble())
        .isEqualTo((double) direct / claims);
    long said = 0;
    for (JsonNode speaker : outlet.path("whole").path("speakers")) {
      said += speaker.path("claims").asLong();
    }
    assertThat(said).isEqualTo(claims);
    assertThat(outlet.path("outlets").asInt()).isEqualTo(Newsroom.OUTLETS.size());
    for (JsonNode row : client.json("/api/outlets").path("rows")) {
      if (row.path("outletId").asText().equals("meridian-wire")) {
        assertThat(row.path("claims").asLong()).isEqualTo(claims);
        assertThat(row.path("articles").asLong()).isEqualTo(articles);
      }
    }
    assertThat(outlet.path("leastArticles").asInt()).isEqualTo(3);
    assertThat(client.get("/api/outlets/none").statusCode()).isEqualTo(404);
    assertThat(client.get("/api/entities/none").statusCode()).isEqualTo(404);
  }

  @Test
  void whereFewOutletsHaveThreeArticlesTheMedianIsOfAllAndSaysSo() {
    Newsroom small = new Newsroom(5);
    try (Serving few = Serving.of(small)) {
      long outlets =
          small.articles().stream().map(article -> article.getOutletId()).distinct().count();
      String one = String.valueOf(small.articles().get(0).getOutletId());

      JsonNode outlet = few.client().json("/api/outlets/" + one);

      assertThat(outlets).isEqualTo(3);
      assertThat(outlet.path("outlets").asLong()).isEqualTo(outlets);
      assertThat(outlet.path("leastArticles").asInt()).isEqualTo(1);
      assertThat(outlet.path("median").path("directShare").isNumber()).isTrue();
    }
  }

  @Test
  void aClaimThatWasMergedIntoAnotherIsAnsweredAsThatOne() {
    Instant at = Newsroom.START;
    ClaimCluster.Builder cluster =
        ClaimCluster.newBuilder()
            .setSpeakerName("Arta Krelani")
            .setContent("the road is open")
            .setFirstAt(at)
            .setFirstArticleId("a1")
            .setLastAt(at)
            .setCount(2)
            .setArticles(2)
            .setOutlets(2)
            .setIndependent(1)
            .setWordings(1)
            .setContradictions(List.of())
            .setReports(List.of());
    try (Serving merged =
        Serving.of(
            store -> {
              Batch batch = store.batch();
              batch.add(ClaimCluster.newBuilder(cluster).setId("k2").build(), at);
              batch.add(
                  ClaimCluster.newBuilder(cluster).setId("k1").setMergedInto("k2").build(), at);
              store.write(batch, Map.of());
            },
            WebSettings.local(0))) {
      for (String id : List.of("k1", "k2")) {
        assertThat(merged.client().json("/api/clusters/" + id).path("cluster").path("id").asText())
            .isEqualTo("k2");
      }
      assertThat(merged.client().get("/api/clusters/k3").statusCode()).isEqualTo(404);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
