package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The questions that come with Hearsay. */
@ExtendWith(InBrowser.class)
class SqlIT {
  private final Visits visits;
  private final Samples samples;

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
