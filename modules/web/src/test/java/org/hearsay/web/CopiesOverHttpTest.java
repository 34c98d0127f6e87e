package org.hearsay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopiesOverHttpTest {
  private final FullNewsroom newsroom = new FullNewsroom();
  private final Serving serving = Serving.of(newsroom::writeTo, WebSettings.local(0));
  private final Client client = serving.client();

  @AfterAll
  void stop() {
    serving.close();
  }

  /** The first has it from one that has it from the second: so the first is the copy. */
  @Test
  void whatLiesBetweenTwoArticlesSaysWhichOfThemIsTheCopy() {
    String copy = client.json("/api/lineage/" + FullNewsroom.EDGE).at("/edge/articleId").asText();
    JsonNode open = client.json("/api/lineage/" + FullNewsroom.OPEN_EDGE).path("edge");
    assertThat(open.path("direction").asText()).isEqualTo("UNDECIDED");
    assertThat(open.path("originId").asText()).isEqualTo(copy);
    for (String list :
        new String[] {"/api/lineage?direction=UNDECIDED", "/api/lineage/graph?article=" + copy}) {
      JsonNode answer = client.json(list);
      JsonNode edges = answer.has("rows") ? answer.path("rows") : answer.path("edges");
      assertThat(edges)
          .filteredOn(edge -> edge.path("id").asText().equals(FullNewsroom.OPEN_EDGE))
          .singleElement()
          .satisfies(edge -> assertThat(edge.path("copyByOthers").asText()).isEqualTo(copy));
    }
    JsonNode told = client.json("/api/lineage/" + FullNewsroom.EDGE).path("edge");
    assertThat(told.has("copyByOthers")).isFalse();
  }
}
