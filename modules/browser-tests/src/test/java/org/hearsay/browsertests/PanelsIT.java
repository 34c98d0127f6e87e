package org.hearsay.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.store.QueryStore;
import org.hearsay.web.WebServer;
import org.hearsay.web.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each panel of each view is there as SQL, CSV and JSON, whether it has anything to show or not.
 */
@ExtendWith(InBrowser.class)
class PanelsIT {
  private static final String SQL = "SQL";
  private static final List<String> FILES = List.of("CSV", "JSON");

  /** What stands in place of a statement where there can be none, and opens into why. */
  private static final String NONE = "no SQL";

  private final Visits visits;
  private final Samples samples;
  private final Browser browser;

  @TempDir Path folder;

  PanelsIT(Visits visits, Samples samples, Browser browser) {
    this.visits = visits;
    this.samples = samples;
    this.browser = browser;
  }

  /** What is wrong with the panels that are shown, and with the statements behind them. */
  private List<String> wrong(Visit visit, String origin) {
    Page page = visit.page();
    List<String> out = new ArrayList<>();
    for (Locator panel : page.locator("section.panel, section.newest, main ul.sources").all()) {
      Locator sources =
          panel.locator("xpath=self::ul[contains(@class,'sources')] | ./header/ul").first();
      String named = page.url() + " " + panel.innerText().lines().findFirst().orElse("");
      Set<String> offered = new LinkedHashSet<>();
      if (sources.count() > 0) {
        sources.locator("li").all().forEach(one -> offered.add(one.innerText().strip()));
      }
      if (!offered.containsAll(FILES) || !(offered.contains(SQL) || offered.contains(NONE))) {
        out.add(named + " offers " + offered);
      }
      if (offered.contains(NONE)) {
        sources.getByText(NONE).click();
        if (!page.locator(".bubble").innerText().contains("no table")) {
          out.add(named + " does not say why there is no SQL");
        }
        page.keyboard().press("Escape");
      }
    }
    for (Locator link : page.locator("ul.sources a").filter(text(SQL)).all()) {
      String sql =
          URLDecoder.decode(
              link.getAttribute("href").substring("/sql?sql=".length()), StandardCharsets.UTF_8);
      APIResponse answer =
          page.request()
              .post(origin + "/api/sql", RequestOptions.create().setData(Map.of("sql", sql)));
      if (answer.status() != 200) {
        out.add(page.url() + " " + sql + ": " + answer.text());
      }
    }
    return out;
  }

  /**
   * What a panel shows, or gives as a file of its own, that its statement does not answer: the rows
   * of the file one by one and in order, the figures wherever they stand.
   */
  private List<String> untold(Visit visit) throws IOException {
    Page page = visit.page();
    List<String> out = new ArrayList<>();
    for (Locator sources : page.locator("ul.sources:has(a[href^='/sql?sql='])").all()) {
      Locator part = sources.locator("xpath=ancestor::section[1]");
      if (part.count() == 0) {
        continue;
      }
      String sql =
          URLDecoder.decode(
              sources
                  .locator("a")
                  .filter(text(SQL))
                  .getAttribute("href")
                  .substring("/sql?sql=".length()),
              StandardCharsets.UTF_8);
      APIResponse answer =
          page.request()
              .post(
                  samples.origin() + "/api/sql",
                  RequestOptions.create().setData(Map.of("sql", sql, "limit", 10_000)));
      List<List<String>> rows = new ArrayList<>();
      new ObjectMapper()
          .readTree(answer.body())
          .path("rows")
          .forEach(row -> rows.add(PanelRows.cells(row)));
      List<String> wrong = PanelRows.untold((List<?>) part.evaluate(PanelRows.FIGURES), rows);
      Locator file = sources.locator("button").filter(text("CSV"));
      if (file.count() > 0) {
        wrong.addAll(PanelRows.different(PanelRows.read(saved(page, file)), rows));
      }
      String title = part.locator("h2, h3").first().innerText();
      wrong.forEach(one -> out.add(page.url() + " " + title + ": " + one + " [" + sql + "]"));
    }
    return out;
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NOWHERE", "SQL", "SQL_ANSWER"},
      mode = EnumSource.Mode.EXCLUDE)
  void eachPanelOfAViewIsThereAsSqlCsvAndJson(View view) throws IOException {
    try (Visit visit = visits.to(view)) {
      assertThat(visit.page().locator("ul.sources").count()).isPositive();
      assertThat(wrong(visit, samples.origin())).isEmpty();
      assertThat(untold(visit)).isEmpty();
    }
  }

  @Test
  void soIsEachOfEveryOutletAndOfThoseWhoSpeakMost() throws IOException {
    List<String> addresses = new ArrayList<>();
    samples
        .get("/api/outlets")
        .path("rows")
        .forEach(row -> addresses.add("/outlet/" + part(row.path("outletId").asText())));
    samples
        .get("/api/claims/facets?facets=speaker")
        .at("/facets/speaker")
        .forEach(row -> addresses.add("/entity/" + part(row.path("value").asText())));
    assertThat(addresses)
        .anyMatch(address -> address.startsWith("/entity/name%3A"))
        .hasSizeGreaterThan(15);
    List<String> wrong = new ArrayList<>();
    try (Visit visit = visits.begin(Visit.WIDTH)) {
      for (String address : addresses) {
        visit.go(address);
        wrong.addAll(wrong(visit, samples.origin()));
        wrong.addAll(untold(visit));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String part(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void soIsEachWhereNothingHasBeenReadYet() {
    try (QueryStore store = QueryStore.inMemory();
        WebServer server = WebServer.start(store, WebSettings.local(0).withSql(true))) {
      String origin = "http://127.0.0.1:" + server.port();
      List<String> wrong = new ArrayList<>();
      try (Visit visit = Visit.begin(browser, origin, Visit.WIDTH)) {
        for (String path :
            List.of("/live", "/search", "/outlets", "/entities", "/copies", "/health")) {
          visit.go(path);
          wrong.addAll(wrong(visit, origin));
        }
      }
      assertThat(wrong).isEmpty();
    }
  }

  @Test
  void whatHasNoRowsHasItsLineOfNames() throws IOException {
    try (Visit visit = visits.to("/health")) {
      Page page = visit.page();
      Locator stages = page.locator("section.panel").filter(text("Stages"));
      assertThat(saved(page, stages.getByText("CSV")))
          .isEqualTo("name,state,live,ready,lag,detail\r\n");
      assertThat(new ObjectMapper().readTree(saved(page, stages.getByText("JSON"))).path("stages"))
          .isEmpty();
    }
  }

  private String saved(Page page, Locator link) throws IOException {
    Download download = page.waitForDownload(link::click);
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    return Files.readString(file);
  }
}
