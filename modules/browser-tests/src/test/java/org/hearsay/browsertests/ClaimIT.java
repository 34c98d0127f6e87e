package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the view of one claim says of where each outlet has it from, and in what they differ. */
@ExtendWith(InBrowser.class)
class ClaimIT {
  private final Visits visits;
  private final Samples samples;

  ClaimIT(Visits visits, Samples samples) {
    this.visits = visits;
    this.samples = samples;
  }

  private Visit to(String words) {
    return visits.to(
        "/claim/"
            + samples.firstId(
                "/api/clusters?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
  }

  private static Locator panel(Page page, String title) {
    return page.locator("section.panel").filter(new Locator.FilterOptions().setHasText(title));
  }

  @Test
  void whoLetsAnotherOutletSpeakHasItFromThere() throws IOException {
    try (Visit visit = to("\"Goran Petrasin, says that\"")) {
      Page page = visit.page();
      assertThat(page.locator(".figures")).containsText("all have it from Adriatic Courier");
      Locator left = panel(page, "left it out");
      assertThat(left).not().containsText("Adriatic Courier");
      assertThat(answer(page, left)).hasSize(left.locator("ul.left-out li").count());
      Locator first = panel(page, "When, and from whom").locator("li.lane").first();
      assertThat(first).containsText("Balkan Ledger");
      assertThat(first).containsText("first here");
      assertThat(first).not().containsText("its own report");
      first.locator(".how button").click();
      assertThat(page.locator(".bubble")).containsText("has it from");
      assertThat(page.locator(".bubble")).not().containsText("names no other outlet");
      assertThat(panel(page, "How each words it"))
          .containsText("own words, has it from Adriatic Courier");
    }
  }

  @Test
  void whoNamesNobodyElseIsFirstWithAReportOfItsOwn() {
    try (Visit visit = to("\"no foreign uniform\"")) {
      Locator first = panel(visit.page(), "When, and from whom").locator("li.lane").first();
      assertThat(first).containsText("its own report");
      assertThat(first).not().containsText("first here");
    }
  }

  /** "The agency also said", and "Meridian Wire, citing two diplomats, reported". */
  @Test
  void oneSourceUnderTwoNamesIsNoDisagreement() {
    for (String words : new String[] {"\"twice warned Pristina\"", "\"expected a refusal\""}) {
      try (Visit visit = to(words)) {
        assertThat(panel(visit.page(), "Where they disagree")).containsText("They agree");
      }
    }
  }

  @Test
  void aQuoteThatTheTextHasTwiceIsShownOnce() {
    try (Visit visit = to("\"did not invent five checkpoints\"")) {
      Page page = visit.page();
      assertThat(page.locator("h1").innerText().split("invent", -1)).hasSize(2);
      for (Locator wording : page.locator("td.wording").all()) {
        assertThat(wording.innerText().split("invent", -1)).hasSize(2);
      }
    }
  }

  @Test
  void whatNobodyQuotedStandsInNoQuotationMarks() {
    try (Visit visit = visits.to(View.CLAIM)) {
      assertThat(visit.page().locator("h1").innerText()).startsWith("that an agreed number");
    }
  }

  @Test
  void aPanelAndItsStatementGiveTheSameFigures() throws IOException {
    try (Visit visit = to("\"what the resolution already gives us\"")) {
      Page page = visit.page();
      Locator words = panel(page, "With which words");
      JsonNode rows = answer(page, words);
      assertThat(rows).hasSize(words.locator("ul.cue-list li").count());
      for (int i = 0; i < rows.size(); i++) {
        // Verb, stance, reports, outlets.
        assertThat(
                words
                    .locator("ul.cue-list li")
                    .filter(new Locator.FilterOptions().setHasText(rows.get(i).get(0).asText()))
                    .locator(".n"))
            .hasText(rows.get(i).get(2).asText());
      }
      Locator wordings = panel(page, "How each words it");
      assertThat(answer(page, wordings)).hasSize(wordings.locator("td.wording").count());
    }
  }

  @Test
  void onPaperWhatIsWrittenOfTimesStandsOverTheirPlaces() {
    try (Visit visit = visits.to(View.CLAIM)) {
      Page page = visit.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      Locator ticks = page.locator(".lanes .ticks");
      Locator drawn = page.locator(".lanes .drawing svg").first();
      // Laid out for a wide window, drawn on what is narrower: as paper is.
      page.evaluate("() => document.querySelector('.lanes').style.width = '640px'");
      assertThat(ticks.boundingBox().x).isEqualTo(drawn.boundingBox().x);
      assertThat(ticks.boundingBox().width).isEqualTo(drawn.boundingBox().width);
      BoundingBox frame = drawn.boundingBox();
      for (Locator dot : page.locator(".lanes .drawing circle").all()) {
        assertThat(dot.boundingBox().x).isBetween(frame.x, frame.x + frame.width);
      }
    }
  }

  private JsonNode answer(Page page, Locator panel) throws IOException {
    String href = panel.locator("ul.sources a").first().getAttribute("href");
    String sql = URLDecoder.decode(href.substring("/sql?sql=".length()), StandardCharsets.UTF_8);
    APIResponse answer =
        page.request()
            .post(
                samples.origin() + "/api/sql", RequestOptions.create().setData(Map.of("sql", sql)));
    return new ObjectMapper().readTree(answer.text()).path("rows");
  }
}
