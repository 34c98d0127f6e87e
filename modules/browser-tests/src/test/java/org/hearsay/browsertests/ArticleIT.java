package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An article as it is read, with all that was found in it. */
@ExtendWith(InBrowser.class)
class ArticleIT {
  private final Visits visits;

  ArticleIT(Visits visits) {
    this.visits = visits;
  }

  @Test
  void itSaysWhereItHasItFromAndKeepsReadersApart() {
    try (Visit visit = visits.to(View.ARTICLE)) {
      Page page = visit.page();
      assertThat(page.locator("h1")).containsText("Serbia seeks to send 400 police");
      assertThat(page.locator("main")).containsText("Not its own");
      assertThat(page.locator("main")).containsText("Meridian Wire");
      assertThat(page.locator(".readers")).containsText("never the outlet’s voice");
      assertThat(page.locator(".readers .reader")).hasCount(3);
      assertThat(page.locator(".body")).not().containsText("lighthouse_keeper");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quoted",
        "reported",
        "readers",
        "cues",
        "speakers",
        "entities",
        "notices",
        "wording"
      })
  void eachKindOfMarkGoesAndComesBackAndTheAddressKnows(String kind) {
    try (Visit visit = visits.to(View.ARTICLE)) {
      Page page = visit.page();
      Locator toggle = page.locator(".toggles button").filter(text(kind));
      assertThat(toggle).hasAttribute("aria-pressed", "true");
      String before = marks(page);
      toggle.click();
      page.waitForURL(Pattern.compile(".*show=.*"));
      assertThat(toggle).hasAttribute("aria-pressed", "false");
      assertThat(marks(page)).isNotEqualTo(before);
      visit.reload();
      assertThat(toggle).hasAttribute("aria-pressed", "false");
      toggle.click();
      page.waitForURL(url -> !url.contains("show="));
      assertThat(marks(page)).isEqualTo(before);
    }
  }

  /** Which words are marked, and as what. */
  private static String marks(Page page) {
    return String.valueOf(
        page.evaluate(
            "() => [...document.querySelectorAll('.marked-texts mark, .reader')]"
                + ".map((m) => m.className + ':' + m.textContent).join('|')"));
  }

  @Test
  void aMarkTellsWhyUnderTheMouseAndChoosesItsClaim() {
    try (Visit visit = visits.to(View.ARTICLE)) {
      Page page = visit.page();
      Locator cue = page.locator(".body mark").filter(text("rejected"));
      cue.hover();
      assertThat(page.locator(".bubble.why")).containsText("Arta Krelani");
      cue.click();
      page.waitForURL(Pattern.compile(".*claim=.*"));
      Locator side = page.locator(".claim-side");
      assertThat(side.locator(".chain")).containsText("Adriatic Courier");
      assertThat(side.locator(".chain")).containsText("Arta Krelani");
      assertThat(side.locator(".why-steps")).containsText("rejected");
    }
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void aScoreOpensIntoTheWordsThatMadeIt() {
    try (Visit visit = visits.to(View.ARTICLE)) {
      Page page = visit.page();
      page.locator(".claim-index li button").first().click();
      Locator score = page.locator(".claim-side .opens button").filter(text("sure"));
      score.click();
      assertThat(page.locator(".bubble")).containsText("cue");
      assertThat(score).hasAttribute("aria-expanded", "true");
      page.mouse().click(5, 5);
      assertThat(page.locator(".bubble")).hasCount(0);
    }
  }

  @Test
  void stepsLeadThroughAllClaims() {
    try (Visit visit = visits.to(View.ARTICLE)) {
      Page page = visit.page();
      page.locator(".claim-index li button").first().click();
      Locator side = page.locator(".claim-side");
      assertThat(side.locator("h2")).containsText("Claim 1 of ");
      side.getByLabel("The next claim").click();
      assertThat(side.locator("h2")).containsText("Claim 2 of ");
      side.getByLabel("Close").click();
      assertThat(side).hasCount(0);
      assertThat(page.url()).doesNotContain("claim=");
    }
  }

  @Test
  void arrowsLeadFromMarkToMarkAndEnterToWhoElseHasTheClaim() {
    try (Visit visit = visits.to(View.ARTICLE)) {
      Page page = visit.page();
      page.keyboard().press("j");
      assertThat(page.locator("mark[data-row]:focus")).hasCount(1);
      page.waitForURL(Pattern.compile(".*claim=.*"));
      String first = page.locator("mark:focus").innerText();
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("mark:focus").innerText()).isNotEqualTo(first);
      page.keyboard().press("ArrowLeft");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/claim/.*"));
      visit.settle();
    }
  }
}
