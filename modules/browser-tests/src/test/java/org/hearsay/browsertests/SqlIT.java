package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The questions that come with Hearsay, and statements of one's own. */
@ExtendWith(InBrowser.class)
class SqlIT {
  private final Visits visits;
  private final Samples samples;

  @TempDir Path folder;

  SqlIT(Visits visits, Samples samples) {
    this.visits = visits;
    this.samples = samples;
  }

  private static Locator rows(Page page) {
    return page.locator(".sql-result table tbody tr");
  }

  @Test
  void aQuestionIsAnsweredAsATableOrAsAChartAndItsAddressShowsTheSame() {
    try (Visit visit = visits.to("/sql")) {
      Page page = visit.page();
      assertThat(page.locator(".sql-questions a"))
          .hasCount(samples.get("/api/questions").path("rows").size());
      page.locator(".sql-questions a[href='/sql?question=relays']").click();
      visit.settle();
      int answers = samples.get("/api/questions/relays").path("rows").size();
      assertThat(rows(page)).hasCount(answers);
      page.locator(".sql-show label").nth(1).click();
      page.waitForURL(Pattern.compile(".*show=chart.*"));
      visit.settle();
      assertThat(page.locator(".sql-result svg").first()).isVisible();
      visit.reload();
      assertThat(page.locator(".sql-result svg").first()).isVisible();
    }
  }

  @Test
  void aStatementOfOnesOwnIsAnsweredAsTableAsChartAndAsCsv() throws IOException {
    Map<String, Integer> articles = new TreeMap<>();
    for (JsonNode article : samples.get("/api/articles?limit=200").path("rows")) {
      articles.merge(article.path("outletName").asText(), 1, Integer::sum);
    }
    try (Visit visit = visits.to("/sql")) {
      Page page = visit.page();
      statement(page)
          .pressSequentially(
              "select outletName, count(*) as articles from articles group by all order by all");
      run(visit);
      assertThat(rows(page))
          .hasText(
              articles.entrySet().stream()
                  .map(outlet -> outlet.getKey() + outlet.getValue())
                  .toArray(String[]::new));

      page.locator(".sql-show label").nth(1).click();
      page.waitForURL(Pattern.compile(".*show=chart.*"));
      visit.settle();
      Locator chart = page.locator(".sql-result svg").first();
      assertThat(chart).isVisible();
      for (String outlet : articles.keySet()) {
        assertThat(page.locator(".sql-result .panel-body")).containsText(outlet);
      }

      Locator csv =
          page.locator(".sql-result .sources button")
              .filter(new Locator.FilterOptions().setHasText("CSV"));
      Download download = page.waitForDownload(csv::click);
      Path file = folder.resolve(download.suggestedFilename());
      download.saveAs(file);
      assertThat(file.getFileName()).hasToString("hearsay.csv");
      List<String> lines = new ArrayList<>(List.of("outletName,articles"));
      articles.forEach((outlet, n) -> lines.add("\"%s\",%d".formatted(outlet, n)));
      assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }
  }

  @Test
  void aWrongStatementIsToldWithItsPlaceAndCanBeMended() {
    try (Visit visit = visits.to("/sql")) {
      visit.expect(400);
      Page page = visit.page();
      statement(page).pressSequentially("select id,\n  speakerNam\nfrom claims limit 1");
      run(visit);
      Locator told = page.locator(".sql-result [role=alert]");
      assertThat(told).containsText("speakerName");
      assertThat(told).containsText("Line 2, column 3.");
      assertThat(page.locator(".sql-paper mark")).hasText("speakerNam");
      assertThat(statement(page)).hasAttribute("aria-invalid", "true");

      told.locator("button").click();
      for (int i = 0; i < "speakerNam".length(); i++) {
        page.keyboard().press("ArrowRight");
      }
      page.keyboard().type("e");
      run(visit);
      assertThat(told).hasCount(0);
      assertThat(rows(page)).hasCount(1);
    }
  }

  private static Locator statement(Page page) {
    return page.locator(".sql-form textarea");
  }

  private static void run(Visit visit) {
    visit.page().locator(".sql-form button[type=submit]").click();
    visit.page().waitForURL(Pattern.compile(".*/sql\\?sql=.*"));
    visit.settle();
  }

  @Test
  void anAddressWithoutAStatementHoldsNoneOfSomebodyElse() {
    try (Visit visit = visits.to(View.SQL)) {
      assertThat(visit.page().locator("main")).containsText("Choose a question");
      assertThat(visit.page().locator("main")).not().containsText("came with the link");
    }
  }

  @Test
  void theTextsOfAQuestionSpeakOfItsFieldsAndNotOfACommandLine() {
    try (Visit visit = visits.to("/sql?question=denials")) {
      assertThat(visit.page().locator("main")).containsText("“missing”");
      assertThat(visit.page().locator(".sql-notes")).not().containsText("--");
      assertThat(visit.page().locator(".sql-parameters")).not().containsText("--");
    }
  }

  @Test
  void aQuestionThatNeedsAWordAsksForIt() {
    try (Visit visit = visits.to("/sql?question=first")) {
      Page page = visit.page();
      assertThat(rows(page)).hasCount(0);
      page.locator(".parameter input").first().fill("rent out");
      page.getByText("Run", new Page.GetByTextOptions().setExact(true)).click();
      page.waitForURL(Pattern.compile(".*rent.*"));
      visit.settle();
      assertThat(rows(page).first()).containsText("Balkan Ledger");
    }
  }

  @Test
  void aPanelsStatementLeadsHere() {
    try (Visit visit = visits.to("/entity/kfor")) {
      Page page = visit.page();
      page.locator("ul.sources a:text-is('SQL')").first().click();
      page.waitForURL(Pattern.compile(".*/sql\\?sql=.*"));
      visit.settle();
      assertThat(page.locator(".sql-form textarea").inputValue()).contains("mentions");
    }
  }
}
