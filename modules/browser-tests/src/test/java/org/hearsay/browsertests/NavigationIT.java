package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, the back button, and what stands above every view. */
@ExtendWith(InBrowser.class)
class NavigationIT {
  private final Visits visits;

  NavigationIT(Visits visits) {
    this.visits = visits;
  }

  @ParameterizedTest
  @EnumSource
  void anAddressShowsTheSameWhenItIsLoadedAgain(View view) {
    try (Visit visit = visits.begin(Visit.WIDTH)) {
      visit.stopClock();
      visit.go(view.address(visits.samples()));
      Page page = visit.page();
      String address = page.url();
      String shown = shown(visit, view);
      String title = page.title();
      visit.reload();
      assertThat(shown(visit, view)).isEqualTo(shown);
      assertThat(page.url()).isEqualTo(address);
      assertThat(page.title()).isEqualTo(title).contains("Hearsay");
    }
  }

  private static String shown(Visit visit, View view) {
    if (view == View.LIVE) {
      // What was there before comes by the stream.
      assertThat(visit.page().locator("article.claim")).hasCount(30);
    }
    return visit.shown();
  }

  @Test
  void backLeadsThroughFiltersAndViewsToWhereOneWas() {
    try (Visit visit = visits.to("/")) {
      Page page = visit.page();
      assertThat(page.url()).endsWith("/live");
      page.locator("nav[aria-label=Views] >> text=Search").click();
      visit.settle();
      page.locator("section.facet[aria-label=Outlet] button.value").first().click();
      page.waitForURL(Pattern.compile(".*outlet=.*"));
      visit.settle();
      String filtered = page.url();
      String claims = page.locator("#results").textContent();
      page.locator("article.claim a[data-open]").nth(5).scrollIntoViewIfNeeded();
      Object scrolled = page.evaluate("() => scrollY");
      page.locator("article.claim a[data-open]").nth(5).click();
      page.waitForURL(Pattern.compile(".*/article/.*claim=.*"));
      visit.settle();

      page.goBack();
      visit.settle();
      assertThat(page.url()).isEqualTo(filtered);
      assertThat(page.locator("#results")).hasText(claims);
      page.waitForFunction("top => Math.abs(scrollY - top) < 3", scrolled);
      page.goBack();
      visit.settle();
      assertThat(page.url()).endsWith("/search");
      assertThat(page.locator(".chips button")).hasCount(0);
      page.goBack();
      visit.settle();
      assertThat(page.url()).endsWith("/live");
      page.goForward();
      visit.settle();
      assertThat(page.url()).endsWith("/search");
    }
  }

  @Test
  void allPlacesAndTheQuestionAreSeenOnAPhone() {
    try (Visit visit = visits.begin(Visit.WIDTH)) {
      visit.go("/health");
      Page page = visit.page();
      page.setViewportSize(360, 800);
      List<Locator> places = page.locator("nav[aria-label=Views] a").all();
      assertThat(places).hasSize(7);
      for (Locator place : places) {
        assertThat(place.boundingBox().x).as(place.innerText()).isNotNegative();
        assertThat(place.boundingBox().x + place.boundingBox().width)
            .as(place.innerText())
            .isLessThanOrEqualTo(360);
      }
      assertThat(
              page.locator("#find")
                  .evaluate(
                      """
                      field => {
                        const style = getComputedStyle(field);
                        const pen = document.createElement('canvas').getContext('2d');
                        pen.font = style.font;
                        return pen.measureText(field.placeholder).width
                          <= field.clientWidth - parseFloat(style.paddingLeft)
                            - parseFloat(style.paddingRight);
                      }
                      """))
          .as("the whole question")
          .isEqualTo(true);
    }
  }

  @Test
  void theFieldAboveSuggestsNamesAndLeadsToThem() {
    try (Visit visit = visits.to("/live")) {
      Page page = visit.page();
      page.keyboard().press("/");
      Locator field = page.locator("#find");
      assertThat(field).isFocused();
      field.pressSequentially("kfo");
      Locator entity = page.locator("#find ~ ul [role=option]:has-text('about')").first();
      assertThat(entity).containsText("KFOR");
      while (!"true".equals(entity.getAttribute("aria-selected"))) {
        field.press("ArrowDown");
      }
      field.press("Enter");
      page.waitForURL(Pattern.compile(".*/entity/kfor"));
      visit.settle();
      assertThat(page.locator("h1")).hasText("KFOR");

      page.keyboard().press("/");
      field.pressSequentially("rent out");
      field.press("Enter");
      page.waitForURL(Pattern.compile(".*/search\\?q=rent.*"));
      visit.settle();
      assertThat(page.locator("article.claim").first()).containsText("rent out");
    }
  }

  @Test
  void colourThatWasChosenStays() {
    try (Visit visit = visits.to("/live")) {
      Page page = visit.page();
      Locator theme = page.locator("button.theme");
      theme.click();
      assertThat(page.locator("html")).hasAttribute("data-theme", "light");
      theme.click();
      visit.reload();
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      assertThat(page.locator("body"))
          .hasCSS("background-color", Pattern.compile("rgb\\((\\d|[0-4]\\d), .*"));
    }
  }

  @Test
  void whatIsNotThereIsSaidAndLeadsOn() {
    try (Visit visit = visits.to("/article/none")) {
      visit.expect(404);
      assertThat(visit.page().locator("main [role=alert]")).containsText("none");
    }
    try (Visit visit = visits.to("/search?minConfidence=much")) {
      visit.expect(400);
      assertThat(visit.page().locator("main [role=alert]").first()).containsText("minConfidence");
    }
    try (Visit visit = visits.to("/nothing/here")) {
      visit.page().locator("main a").first().click();
      visit.page().waitForURL(Pattern.compile(".*/live"));
      visit.settle();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/article/none", "/claim/none", "/copies/none", "/outlet/none", "/entity/none"})
  void aPageOfWhatIsNotThereSaysSoInItsHeading(String path) {
    try (Visit visit = visits.begin(Visit.WIDTH)) {
      Axe.bringInto(visit.context());
      visit.expect(404);
      visit.go(path);
      assertThat(visit.page().locator("main h1")).hasCount(1);
      assertThat(visit.page().locator("main h1")).not().isEmpty();
      assertThat(Axe.violations(visit.page())).isEmpty();
    }
  }
}
