package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of whoever speaks or is named, and how one comes there. */
@ExtendWith(InBrowser.class)
class PeopleIT {
  private static final String SPEAKER = "Arta Krelani";
  private static final Pattern PAGE = Pattern.compile(".*/entity/name%3Aarta%20krelani");

  private final Visits visits;

  PeopleIT(Visits visits) {
    this.visits = visits;
  }

  private static Locator link(Locator in, String name) {
    return in.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
  }

  private static Locator panel(Page page, String title) {
    return page.locator("section.panel").filter(new Locator.FilterOptions().setHasText(title));
  }

  @Test
  void aSpeakersNameLeadsToAPageThoughTheCatalogueDoesNotKnowThem() {
    try (Visit visit = visits.to("/outlet/balkan-ledger")) {
      Page page = visit.page();
      link(panel(page, "Who gets to speak"), SPEAKER).click();
      page.waitForURL(PAGE);
      visit.settle();
      assertThat(page.locator("h1")).hasText(SPEAKER);
      assertThat(page.locator(".kind")).containsText("person · not in the catalogue");
      assertThat(panel(page, "Where they speak")).containsText("Balkan Ledger");
      assertThat(panel(page, "Through whom")).containsText("who passes on what Arta Krelani says");
      assertThat(panel(page, "In which outlets")).containsText("Vardar Observer");
      assertThat(page.locator(".newest").last().locator("article.claim")).hasCount(3);
      link(page.locator(".go-on"), "claims of their own").click();
      visit.settle();
      assertThat(page.locator("article.claim .speaker").first()).containsText(SPEAKER);
    }
  }

  @Test
  void aClaimsChainAndTheSearchBoxLeadThere() {
    try (Visit visit = visits.to("/search?speaker=name:arta krelani")) {
      Page page = visit.page();
      page.locator("article.claim .step.speaker button").first().click();
      assertThat(link(page.locator(".bubble"), "what it says, and what is said of it"))
          .hasAttribute("href", Pattern.compile("/entity/name%3Aarta%20krelani"));
      page.keyboard().press("Escape");

      page.locator("#find").fill("krelani");
      page.getByRole(AriaRole.OPTION)
          .filter(new Locator.FilterOptions().setHasText(SPEAKER))
          .first()
          .click();
      page.waitForURL(PAGE);
      visit.settle();
    }
  }

  @Test
  void aLongTimeWithoutAnythingIsLeftOutOfTheAxisOfTones() {
    for (int width : List.of(1600, 360)) {
      try (Visit visit = visits.begin(width)) {
        visit.go("/entity/kfor");
        Page page = visit.page();
        Locator axis = page.locator(".tone-axis > div > span");
        assertThat(axis.first()).hasText("12 Jan");
        assertThat(axis.last()).hasText("1 Feb");
        Locator strip = page.locator(".tones ol svg").first();
        assertThat(strip.locator(".gap")).hasCount(1);
        double gap = middle(strip.locator(".gap"));
        for (Locator point : page.locator(".tones ol svg circle").all()) {
          assertThat(Math.abs(middle(point) - gap)).as("at " + width).isGreaterThan(8);
        }
        double right = strip.boundingBox().x + strip.boundingBox().width;
        assertThat(right - middle(axis.last())).isGreaterThan(10);
      }
    }
  }

  private static double middle(Locator of) {
    return of.boundingBox().x + of.boundingBox().width / 2;
  }
}
