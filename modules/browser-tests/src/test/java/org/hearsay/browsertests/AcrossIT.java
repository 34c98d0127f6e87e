package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One claim across outlets, copies, outlets, entities. */
@ExtendWith(InBrowser.class)
class AcrossIT {
  private final Visits visits;
  private final Samples samples;

  AcrossIT(Visits visits, Samples samples) {
    this.visits = visits;
    this.samples = samples;
  }

  private static Locator panel(Page page, String title) {
    return page.locator("section.panel").filter(new Locator.FilterOptions().setHasText(title));
  }

  @Test
  void aClaimSaysWhoHadItFirstHowManyAreIndependentAndWhoLeftItOut() {
    try (Visit visit = visits.to(View.CLAIM)) {
      Page page = visit.page();
      assertThat(page.locator("main")).containsText("articles in 3 outlets");
      assertThat(page.locator("main")).containsText("independent report");
      assertThat(panel(page, "When, and from whom")).containsText("first");
      assertThat(panel(page, "How each words it")).containsText("copy, 100 %");
      assertThat(panel(page, "left it out")).containsText("Stonegate Review");

      page.getByText("by order", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("button[aria-pressed=true]").filter(text("by order"))).hasCount(1);
      page.getByText("copy, 89 %").click();
      page.waitForURL(Pattern.compile(".*/copies/.*"));
      visit.settle();
    }
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void copiesAreCutByKindAndByWhatShowsThemAndOpenIntoTheTwoTexts() {
    try (Visit visit = visits.to(View.COPIES)) {
      Page page = visit.page();
      Locator rows = page.locator("table.copy-list tbody tr");
      assertThat(rows).hasCount(samples.get("/api/lineage").path("rows").size());
      page.locator(".copy-filter select").nth(0).selectOption("ABRIDGED");
      page.waitForURL(Pattern.compile(".*kind=ABRIDGED.*"));
      visit.settle();
      assertThat(rows).hasCount(samples.get("/api/lineage?kind=ABRIDGED").path("rows").size());
      page.locator(".copy-filter select").nth(1).selectOption("UNDECIDED");
      visit.settle();
      assertThat(rows).hasCount(0);
      page.goBack();
      visit.settle();
      rows.first().locator("a[data-open]").click();
      page.waitForURL(Pattern.compile(".*/copies/.+"));
      visit.settle();
      assertThat(page.locator("h1")).containsText("took from");
    }
  }

  /**
   * Causeway has it from Adriatic, and that from Meridian: so it is Meridian's, as its claims say.
   */
  @Test
  void whatLiesBetweenTwoTextsSaysWhichIsTheCopyAsTheClaimsViewDoes() {
    try (Visit visit = visits.to(View.COPIES)) {
      Page page = visit.page();
      Locator family = panel(page, "Serbia asks KFOR").first();
      assertThat(family).containsText(Pattern.compile("first .?Meridian Wire"));
      assertThat(family).containsText("from Meridian Wire, through others");
      assertThat(family).not().containsText("or the other way round");
      page.locator("table.copy-list tbody tr")
          .filter(text("through others"))
          .locator("a[data-open]")
          .click();
      visit.settle();
      assertThat(page.locator("h1")).hasText("What Causeway Dispatch took from Meridian Wire");
      assertThat(panel(page, "What was changed")).containsText("headline");
    }
  }

  @Test
  void twoTextsStandSideBySideOrAsOne() {
    try (Visit visit = visits.to(View.COPY)) {
      Page page = visit.page();
      assertThat(panel(page, "What was changed")).containsText("words dropped");
      assertThat(panel(page, "What was changed")).containsText("headline");
      Locator one =
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("as one text"));
      one.click();
      page.waitForURL(Pattern.compile(".*as=one"));
      assertThat(one).hasAttribute("aria-pressed", "true");
      assertThat(page.locator("main del").first()).isVisible();
      assertThat(page.locator("main ins").first()).isVisible();
      visit.reload();
      assertThat(one).hasAttribute("aria-pressed", "true");
    }
  }

  @Test
  void outletsAndEntitiesAreFoundByAPartOfTheirName() {
    try (Visit visit = visits.to(View.OUTLETS)) {
      Page page = visit.page();
      Locator rows = page.locator("table.profile-list tbody tr");
      assertThat(rows).hasCount(samples.get("/api/outlets").path("rows").size());
      page.getByLabel("Part of an outlet’s name").fill("ledger");
      assertThat(rows).hasCount(1);
      assertThat(page.url()).contains("q=ledger");
      rows.locator("a[data-open]").click();
      visit.settle();
      assertThat(page.locator("h1")).hasText("Balkan Ledger");
    }
    try (Visit visit = visits.to(View.ENTITIES)) {
      Page page = visit.page();
      Locator rows = page.locator("table.profile-list tbody tr");
      page.getByLabel("What it is").selectOption("PERSON");
      page.waitForURL(Pattern.compile(".*type=PERSON.*"));
      visit.settle();
      assertThat(rows).hasCount(samples.get("/api/entities?type=PERSON").path("rows").size());
      page.goBack();
      visit.settle();
      page.getByLabel("Part of a name").fill("kfor");
      assertThat(rows).hasCount(samples.get("/api/entities?q=kfor").path("rows").size());
      rows.first().locator("a[data-open]").click();
      visit.settle();
      assertThat(page.locator("h1")).hasText("KFOR");
      assertThat(panel(page, "Who speaks of it")).containsText("Arta Krelani");
    }
  }

  @Test
  void anOutletHasItsOwnArticlesAndNoPronounsAmongItsSpeakers() {
    try (Visit visit = visits.to(View.OUTLET)) {
      Page page = visit.page();
      assertThat(panel(page, "Its own, and what it took over").locator(".own-articles"))
          .containsText("Nobody asked us");
      for (Locator name : panel(page, "Who gets to speak").locator("ol.bar-list a").all()) {
        assertThat(name.innerText()).isNotIn("she", "he", "they", "I", "it");
      }
    }
  }

  @Test
  void aNumberThatRestsOnLittleSaysSo() {
    try (Visit visit = visits.to(View.OUTLET)) {
      assertThat(visit.page().locator(".few").first()).containsText("rests on");
    }
  }

  @Test
  void anOutletStandsBesideTheMedianOfOthersThoughTheseHaveFewArticles() {
    try (Visit visit = visits.to(View.OUTLET)) {
      Locator figures = visit.page().locator(".against");
      assertThat(figures).hasCount(4);
      for (Locator figure : figures.all()) {
        assertThat(figure)
            .containsText(Pattern.compile("median .* of 7 outlets, some of few articles"));
        assertThat(figure.locator(".scale .median")).hasCount(1);
      }
    }
  }
}
