package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Search: each filter, the timeline, two searches compared. */
@ExtendWith(InBrowser.class)
class SearchIT {
  private final Visits visits;
  private final Samples samples;

  SearchIT(Visits visits, Samples samples) {
    this.visits = visits;
    this.samples = samples;
  }

  private Visit search(String query) {
    return visits.to("/search" + query);
  }

  /** How many claims there are with these filters, as the API says. */
  private int claims(String query) {
    return samples.get("/api/claims/facets?facets=form&" + query).path("total").asInt();
  }

  private static Locator found(Visit visit) {
    return visit.page().locator("#results");
  }

  private static void assertFound(Visit visit, int claims) {
    assertThat(found(visit)).hasText(claims + (claims == 1 ? " claim" : " claims"));
    assertThat(visit.page().locator("article.claim")).hasCount(Math.min(claims, 50));
  }

  @ParameterizedTest
  @CsvSource({"origin=meridian-wire, first in", "minCheckWorthiness=0.9, worth checking at least"})
  void aFilterThatOnlyAddressesHaveCutsAndIsTakenAwayLikeOthers(String filter, String chip) {
    try (Visit visit = search("?" + filter)) {
      assertFound(visit, claims(filter));
      visit.page().locator("button.chip", new Page.LocatorOptions().setHasText(chip)).click();
      visit.settle();

      assertFound(visit, claims(""));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Speaker, speaker",
    "Passed on by, relay",
    "Outlet, outlet",
    "About, entity",
    "Cue, cueKind",
    "Form, form",
    "Was it said, cueMode",
    "How far the cue trusts it, stance",
    "Speaker called, speakerKind"
  })
  void aFacetCutsToAsManyAsItSaysAndItsChipTakesItAwayAgain(String facet, String key) {
    try (Visit visit = search("")) {
      Page page = visit.page();
      Locator more = page.getByText("More filters");
      Locator values = page.locator("section.facet[aria-label='" + facet + "'] button.value");
      if (values.count() == 0) {
        more.click();
      }
      Locator value = values.nth(1);
      int count = Integer.parseInt(value.locator(".count").innerText());
      value.click();

      page.waitForURL(Pattern.compile(".*[?&]" + key + "=.+"));
      visit.settle();
      assertFound(visit, count);
      Locator chosen = page.locator("section.facet[aria-label='" + facet + "'] button.value.on");
      assertThat(chosen).hasAttribute("aria-pressed", "true");

      Locator chip = page.locator(".chips button");
      assertThat(chip).hasCount(1);
      chip.click();
      page.waitForURL(url -> !url.contains(key + "="));
      visit.settle();
      assertFound(visit, claims(""));
    }
  }

  @Test
  void everyFilterOfAnAddressLeavesWhatTheApiCounts() {
    String article = samples.firstId("/api/articles?outlet=adriatic-courier&q=Serbia");
    String cluster = samples.firstId("/api/clusters?minOutlets=3");
    List<String> queries = new ArrayList<>();
    queries.add("q=letter");
    queries.add("speaker=" + first("speaker"));
    queries.add("relay=" + first("relay"));
    queries.add("relay=none");
    queries.add("outlet=balkan-ledger&outlet=meridian-wire");
    queries.add("entity=kfor&form=INDIRECT");
    queries.add("cueKind=BELIEF");
    queries.add("cueMode=DENIED");
    queries.add("stance=DOUBTING");
    queries.add("speakerKind=ANONYMOUS");
    queries.add("voice=READER");
    queries.add("voice=any");
    queries.add("minConfidence=0.9");
    queries.add("independent=1");
    queries.add("article=" + article);
    queries.add("cluster=" + cluster);
    queries.add("from=2026-01-13&to=2026-01-15");
    try (Visit visit = search("")) {
      int all = claims("");
      for (String query : queries) {
        visit.go("/search?" + query);
        int expected = claims(query);
        assertThat(expected).as(query).isPositive().isNotEqualTo(all);
        assertFound(visit, expected);
      }
    }
  }

  private String first(String facet) {
    return samples
        .get("/api/claims/facets?facets=" + facet)
        .path("facets")
        .path(facet)
        .path(0)
        .path("value")
        .asText()
        .replace(" ", "%20");
  }

  @Test
  void wordsHowSureAndWhoseVoiceNarrowIt() {
    try (Visit visit = search("")) {
      Page page = visit.page();
      Locator words = page.getByLabel("Words in what is said", exactly());
      words.fill("letter");
      words.press("Enter");
      page.waitForURL(Pattern.compile(".*q=letter"));
      visit.settle();
      assertFound(visit, claims("q=letter"));

      page.getByText("both", new Page.GetByTextOptions().setExact(true)).click();
      page.waitForURL(Pattern.compile(".*voice=any.*"));
      visit.settle();
      assertFound(visit, claims("q=letter&voice=any"));

      page.locator("input[type=range]").press("End");
      page.waitForURL(Pattern.compile(".*minConfidence=0.95.*"));
      visit.settle();
      assertFound(visit, claims("q=letter&voice=any&minConfidence=0.95"));

      page.getByText("Take all away").click();
      visit.settle();
      assertFound(visit, claims(""));
    }
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  @Test
  void aDragOverTheTimelineCutsEverythingToThatTime() {
    try (Visit visit = search("")) {
      Page page = visit.page();
      BoundingBox plot = page.locator(".brush").boundingBox();
      double y = plot.y + plot.height / 2;
      page.mouse().move(plot.x + plot.width / 6, y);
      page.mouse().down();
      page.mouse().move(plot.x + plot.width / 2, y);
      page.mouse().up();

      page.waitForURL(Pattern.compile(".*to=2026-01-.*"));
      visit.settle();
      String cut = page.url().substring(page.url().indexOf('?') + 1);
      assertThat(claims(cut)).isPositive().isLessThan(claims(""));
      assertFound(visit, claims(cut));
      assertThat(page.locator(".chips button")).hasCount(1);

      page.getByText("all of the time").click();
      visit.settle();
      assertFound(visit, claims(""));
    }
  }

  @Test
  void theTimelinesEdgesMoveByTheArrowKeys() {
    try (Visit visit = search("")) {
      Page page = visit.page();
      Locator from = page.getByRole(AriaRole.SLIDER, named("From"));
      from.press("ArrowRight");
      page.waitForURL(Pattern.compile(".*from=2026-01-13.*"));
      visit.settle();
      assertFound(visit, claims("from=2026-01-13"));
      from.press("Escape");
      page.waitForURL(url -> !url.contains("from="));
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @Test
  void twoSearchesAreComparedAsSharesAndEitherCanGo() {
    try (Visit visit = search("?entity=kfor")) {
      Page page = visit.page();
      page.getByText("Compare with another search").click();
      page.waitForURL(Pattern.compile(".*vs=.*side=b.*"));
      visit.settle();
      page.locator(".chips button").click();
      visit.settle();
      page.locator("section.facet[aria-label='About'] button.value >> text=Serbia").first().click();
      visit.settle();

      assertThat(page.locator(".sides .side")).hasCount(2);
      assertThat(page.locator(".sides .side").nth(0)).containsText("Claims about KFOR");
      assertThat(page.locator(".sides .side").nth(1)).containsText("Claims about Serbia");
      assertThat(page.locator(".timeline svg")).containsText("of all claims");
      assertFound(visit, claims("entity=serbia"));

      page.getByLabel("Without: Claims about KFOR").click();
      visit.settle();
      assertThat(page.locator(".sides .side")).hasCount(0);
      assertThat(page.url()).contains("entity=serbia").doesNotContain("vs=");
    }
  }

  @Test
  void whatIsRefusedIsSaidOnceWithoutAnotherTry() {
    try (Visit visit = visits.begin(Visit.WIDTH)) {
      visit.expect(400);
      visit.go("/search?form=FOO");
      Locator refused = visit.page().locator(".state.failed");
      assertThat(refused).hasCount(1);
      assertThat(refused).containsText("form takes DIRECT, MIXED, INDIRECT, not FOO");
      assertThat(refused.locator("button")).hasCount(0);
    }
  }

  @Test
  void theOrderAndTheNextPageAreThere() {
    try (Visit visit = search("?sort=confidence")) {
      Page page = visit.page();
      String surest =
          samples.get("/api/claims?sort=confidence&limit=1").at("/rows/0/title").asText();
      assertThat(page.locator("article.claim").first()).containsText(surest);
      page.getByText("More", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("article.claim")).hasCount(100);
    }
  }

  @Test
  void aSearchCanBeFollowedByAFeedReader() {
    try (Visit visit = search("?entity=kfor")) {
      Page page = visit.page();
      page.getByText("Follow", new Page.GetByTextOptions().setExact(true)).click();
      Locator dialog = page.locator("dialog[open]");
      assertThat(dialog.getByLabel("For a feed reader"))
          .hasValue(samples.origin() + "/feeds/claims.atom?entity=kfor");
      page.keyboard().press("Escape");
      assertThat(dialog).hasCount(0);
    }
  }
}
