package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages that would like to run something: all of it is shown as the text that it is. Whoever ran it
 * would set {@code window.ran}; whatever it made would ask for a picture, or be in the document.
 */
@ExtendWith(InBrowser.class)
@ResourceLock(Newsroom.LOCK)
class HostileIT {
  /** What only markup from a page could have made. */
  private static final String MADE =
      """
      () => [
        ...document.querySelectorAll(
          '#app script, #app img, #app iframe, #app svg[onload], #app textarea ~ iframe, #app b[onmouseover]'),
        ...[...document.querySelectorAll('#app *')].filter((e) =>
          [...e.attributes].some((a) => a.name.startsWith('on'))),
        ...[...document.querySelectorAll('a[href], form[action]')].filter((e) =>
          !['http:', 'https:'].includes(e.protocol ?? 'http:')),
      ].map((e) => e.outerHTML.slice(0, 200)).concat(window.ran ? ['it ran'] : [])
      """;

  private final Browser browser;
  private final Newsroom newsroom;

  HostileIT(Newsroom newsroom, Browser browser) {
    this.newsroom = newsroom;
    this.browser = browser;
  }

  private Visit visit(String path) {
    return Visit.to(browser, newsroom.origin(), path);
  }

  private static void assertNothingWasMade(Page page) {
    assertThat(page.evaluate(MADE)).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/live",
        "/search?voice=any",
        "/search?speaker=<img src=x onerror=window.ran=1>&q=ice",
        "/copies",
        "/outlets",
        "/outlet/marked-up",
        "/outlet/plain-herald",
        "/entities",
        "/entity/kfor",
        "/sql?question=relays",
        "/claim/<img src=x onerror=window.ran=1>",
        "/article/<img src=x onerror=window.ran=1>"
      })
  void markupIsShownAsText(String path) {
    try (Visit visit = visit(path)) {
      visit.expect(404);
      Page page = visit.page();
      assertThat(page.locator("main")).containsText("window.ran=1");
      assertNothingWasMade(page);
    }
  }

  @Test
  void anArticleWithItsClaimsShowsMarkupAsText() {
    for (String outlet : List.of("marked-up", "plain-herald")) {
      try (Visit visit = visit("/search?outlet=" + outlet)) {
        Page page = visit.page();
        page.locator("article.claim a[data-open]").first().click();
        page.waitForURL(url -> url.contains("/article/"));
        visit.settle();
        assertThat(page.locator("h1")).containsText("<img src=x onerror=window.ran=1>");
        assertThat(page.locator(".head")).containsText("window.ran=1");
        assertThat(page.locator(".body")).containsText("<img src=x onerror=window.ran=1>");
        assertThat(page.locator(".claim-side .chain")).containsText("window.ran=1");
        assertThat(page).hasTitle(Pattern.compile(".*window\\.ran=1.*"));
        page.locator(".body mark").first().hover();
        assertThat(page.locator(".bubble.why")).isVisible();
        assertNothingWasMade(page);
      }
    }
  }

  @Test
  void readersAndTheirNamesAreText() {
    try (Visit visit = visit("/search?outlet=marked-up&voice=READER")) {
      Page page = visit.page();
      page.locator("article.claim a[data-open]").first().click();
      page.waitForURL(url -> url.contains("/article/"));
      visit.settle();
      Locator readers = page.locator(".readers");
      assertThat(readers).containsText("sailor <img src=x onerror=window.ran=1>");
      assertThat(readers).containsText("<script>window.ran=1</script>");
      assertNothingWasMade(page);
    }
  }

  @Test
  void aClaimAcrossOutletsAndTwoTextsAreText() {
    try (Visit visit = visit("/search?outlet=plain-herald")) {
      Page page = visit.page();
      page.locator("article.claim a:has-text('in 2 outlets')").first().click();
      page.waitForURL(url -> url.contains("/claim/"));
      visit.settle();
      assertThat(page.locator("main")).containsText("window.ran=1");
      assertNothingWasMade(page);

      visit.go("/copies");
      page.locator("table.copy-list a[data-open]").first().click();
      page.waitForURL(url -> url.contains("/copies/"));
      visit.settle();
      assertThat(page.locator("main")).containsText("window.ran=1");
      assertNothingWasMade(page);
    }
  }

  @Test
  void evidenceAndSuggestionsAreText() {
    try (Visit visit = visit("/search?outlet=plain-herald")) {
      Page page = visit.page();
      for (Locator opens : page.locator("article.claim").first().locator(".opens button").all()) {
        opens.click();
        assertThat(page.locator(".bubble")).isVisible();
        assertNothingWasMade(page);
        page.keyboard().press("Escape");
      }
      page.locator("#find").pressSequentially("plain");
      assertThat(page.locator("[role=option]").nth(1)).containsText("window.ran=1");
      assertNothingWasMade(page);
    }
  }
}
