package org.hearsay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.Mention;
import org.hearsay.store.QueryStore;
import org.hearsay.store.tables.Batch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Those who speak, and of whom others speak, and whom the catalogue does not know. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleOverHttpTest {
  private static final String KEY = "name:arta krelani";
  private static final String OF_KEY = "/api/entities/name:arta%20krelani";

  private final Newsroom newsroom = new Newsroom(20);
  private final Serving serving = Serving.of(this::write, WebSettings.local(0));
  private final Client client = serving.client();

  @BeforeAll
  void awaitIndex() throws InterruptedException {
    assertThat(serving.server().awaitIndex(Duration.ofSeconds(30))).isTrue();
  }

  @AfterAll
  void stop() {
    serving.close();
  }

  private Article article(int number) {
    return newsroom.articles().get(number);
  }

  private void write(QueryStore store) {
    newsroom.writeTo(store);
    Batch batch = store.batch();
    batch.add(own("cf001", "Lene Haugsrud", 0), Newsroom.START);
    batch.add(own("cf002", "Arta Krelani", 1), Newsroom.START);
    // In the content of another, in the source and the content of their own, and elsewhere.
    batch.add(mention("m1", 0, 24, "cf001", "REPORTED"), Newsroom.START);
    batch.add(mention("m2", 1, 60, "cf002", "OUTLET"), Newsroom.START);
    batch.add(mention("m4", 1, 24, "cf002", "REPORTED"), Newsroom.START);
    batch.add(mention("m3", 2, 0, null, "OUTLET"), Newsroom.START);
    store.write(batch, Map.of());
  }

  private Claim own(String id, String speaker, int article) {
    Claim out = newsroom.claim(article(article), id, speaker, "meridian-wire");
    out.setVoice("OUTLET");
    out.setAbout(List.of());
    return out;
  }

  private Mention mention(String id, int article, int start, @Nullable String claim, String voice) {
    return Mention.newBuilder()
        .setId(id)
        .setArticleId(article(article).getId())
        .setOutletId(article(article).getOutletId())
        .setName("Arta Krelani")
        .setType("PERSON")
        .setStart(start)
        .setEnd(start + 3)
        .setText("Krelani")
        .setVoice(voice)
        .setSentence("Krelani spoke.")
        .setConfidence(0.9)
        .setClusterId(KEY)
        .setClaimId(claim)
        .setTone(voice.equals("OUTLET") ? 0.5 : null)
        .build();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private long said(String speaker) {
    return newsroom.claims().stream()
        .filter(claim -> claim.getVoice().equals("OUTLET"))
        .filter(claim -> speaker.equals(claim.getSpeakerName()))
        .count();
  }

  @Test
  void whoSpeaksHasAPageOfWhatTheySayWhereAndThroughWhom() {
    JsonNode person = client.json(OF_KEY);

    assertThat(person.at("/entity/name").asText()).isEqualTo("Arta Krelani");
    assertThat(person.at("/entity/type").asText()).isEqualTo("PERSON");
    assertThat(person.at("/entity/catalogued").asBoolean(true)).isFalse();
    assertThat(person.at("/says/claims").asLong()).isEqualTo(said("Arta Krelani") + 1);
    long saidInOutlets = 0;
    for (JsonNode outlet : person.path("saysIn")) {
      saidInOutlets += outlet.path("claims").asLong();
    }
    assertThat(saidInOutlets).isEqualTo(said("Arta Krelani") + 1);
    assertThat(person.path("saysThrough").findValuesAsText("key"))
        .contains("meridian-wire")
        .isSubsetOf(Newsroom.OUTLETS);
  }

  @Test
  void itSaysWhoSpeaksOfThemAndWhichOutletsNameThem() {
    JsonNode person = client.json(OF_KEY);

    assertThat(person.path("saidOf").findValuesAsText("speakerKey"))
        .containsExactly("name:lene haugsrud");
    assertThat(person.path("saidOf").findValuesAsText("claims")).containsExactly("1");
    long mentions = 0;
    for (JsonNode outlet : person.path("outlets")) {
      mentions += outlet.path("mentions").asLong();
    }
    assertThat(mentions).isEqualTo(4);
    assertThat(person.path("naming").findValuesAsText("text")).contains("Krelani");
    assertThat(person.path("tone").findValuesAsText("tone")).contains("0.5");
  }

  @Test
  void mentionsArticlesAndClaimsAreFilteredByTheirKey() {
    String of = "entity=" + encoded(KEY);

    assertThat(client.ids("/api/mentions?" + of)).containsExactlyInAnyOrder("m1", "m2", "m3", "m4");
    assertThat(client.ids("/api/articles?" + of))
        .containsExactlyInAnyOrder(article(0).getId(), article(1).getId(), article(2).getId());
    assertThat(client.ids("/api/claims?" + of)).containsExactly("cf001");
    List<String> either = new ArrayList<>(client.ids("/api/claims?limit=500&entity=kfor"));
    either.add("cf001");
    assertThat(client.ids("/api/claims?limit=500&entity=kfor&" + of))
        .containsExactlyInAnyOrderElementsOf(either);
    JsonNode facets = client.json("/api/claims/facets?" + of);
    assertThat(facets.path("total").asInt()).isEqualTo(1);
    assertThat(facets.at("/facets/speaker").findValuesAsText("value"))
        .containsExactly("name:lene haugsrud");
    assertThat(client.get("/feeds/claims.csv?" + of).body()).contains("cf001");
  }

  @Test
  void whoOnlySpeaksHasAPageAndWhoDoesNothingHasNone() {
    JsonNode speaker = client.json("/api/entities/name:radovan%20stepic");

    assertThat(speaker.at("/entity/name").asText()).isEqualTo("Radovan Stepic");
    assertThat(speaker.at("/says/claims").asLong()).isEqualTo(said("Radovan Stepic"));
    assertThat(speaker.path("outlets")).isEmpty();
    assertThat(client.get("/api/entities/name:nobody").statusCode()).isEqualTo(404);
  }
}
