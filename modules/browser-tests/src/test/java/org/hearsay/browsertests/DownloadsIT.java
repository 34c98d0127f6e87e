package org.hearsay.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every panel gives away: its statement, CSV, JSON, a feed. */
@ExtendWith(InBrowser.class)
class DownloadsIT {
  private final Visits visits;
  private final Samples samples;

  @TempDir Path folder;

  DownloadsIT(Visits visits, Samples samples) {
    this.visits = visits;
    this.samples = samples;
  }

  private String saved(Page page, Locator link) throws IOException {
    Download download = page.waitForDownload(link::click);
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    return Files.readString(file);
  }

  @Test
  void theFilesOfASearchHoldItsClaims() throws IOException {
    try (Visit visit = visits.to("/search?outlet=vardar-observer")) {
      Page page = visit.page();
      int claims = page.locator("article.claim").count();
      Locator sources = page.locator(".results-head .sources a");

      String csv = saved(page, sources.filter(text("CSV")));
      assertThat(csv.lines().findFirst().orElse("")).contains("id", "speakerName", "contentText");
      assertThat(csv.split("Vardar Observer", -1).length - 1).isGreaterThanOrEqualTo(claims);

      JsonNode json = new ObjectMapper().readTree(saved(page, sources.filter(text("JSON"))));
      assertThat(json.path("rows")).hasSize(claims);
      json.path("rows")
          .forEach(row -> assertThat(row.path("outletId").asText()).isEqualTo("vardar-observer"));
    }
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NOWHERE", "HEALTH"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyFileAndFeedThatAPanelOffersIsThere(View view) {
    try (Visit visit = visits.to(view)) {
      Page page = visit.page();
      List<String> wrong = new ArrayList<>();
      for (Locator link : page.locator("ul.sources a").all()) {
        String address = samples.origin() + link.getAttribute("href");
        String kind = link.innerText();
        APIResponse answer = page.request().get(address);
        String type = answer.headers().getOrDefault("content-type", "");
        if (answer.status() != 200 || !type.startsWith(type(kind))) {
          wrong.add(kind + " " + address + ": " + answer.status() + " " + type);
        }
      }
      assertThat(wrong).isEmpty();
    }
  }

  private static String type(String kind) {
    return switch (kind) {
      case "CSV" -> "text/csv";
      case "JSON" -> "application/json";
      case "Feed" -> "application/atom+xml";
      default -> "text/html";
    };
  }
}
