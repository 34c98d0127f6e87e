package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Claims on an open view, as they are committed. */
@ExtendWith(InBrowser.class)
@ResourceLock(Newsroom.LOCK)
class LiveIT {
  private static final Duration SOON = Duration.ofSeconds(1);

  /** A machine that does something else meanwhile is given another chance. */
  private static final int CHANCES = 5;

  /** So many claims that were there before are shown at first. */
  private static final int FIRST_SHOWN = 30;

  private final Browser browser;
  private final Newsroom newsroom;

  LiveIT(Newsroom newsroom, Browser browser) {
    this.newsroom = newsroom;
    this.browser = browser;
  }

  private Visit live(String query) {
    Visit visit = Visit.to(browser, newsroom.origin(), "/live" + query);
    assertThat(visit.page().locator(".arrivals-head .status")).hasText("connected");
    return visit;
  }

  private static Locator card(Visit visit, String speaker) {
    return visit.page().locator("article.claim[aria-label^='" + speaker + ",']");
  }

  @Test
  void aClaimIsThereWithinASecondOfItsCommitWithItsChain() {
    try (Visit visit = live("")) {
      Duration fastest = Duration.ofDays(1);
      String speaker = "";
      for (int i = 0; i < CHANCES && fastest.compareTo(SOON) > 0; i++) {
        speaker = "Vesna Lukic " + i;
        newsroom.commit(speaker);
        long committed = System.nanoTime();
        card(visit, speaker).waitFor();
        Duration taken = Duration.ofNanos(System.nanoTime() - committed);
        fastest = taken.compareTo(fastest) < 0 ? taken : fastest;
      }
      assertThat(fastest).isLessThanOrEqualTo(SOON);
      assertThat(visit.page().locator("article.claim").first()).containsText(speaker);
      assertThat(card(visit, speaker).locator(".chain .speaker")).containsText(speaker);
    }
  }

  @Test
  void aPageOfWhichItIsNotKnownWhoseItIsIsAStepByItsHost() {
    try (Visit visit = live("")) {
      newsroom.commitFrom("http://localhost:9000/one.html", "Plain Voice");
      Locator steps = card(visit, "Plain Voice").locator(".chain .step");
      assertThat(steps.first()).containsText("localhost:9000");
      assertThat(steps.last()).containsText("Plain Voice");
    }
  }

  @Test
  void onlyWhatTheFilterWantsComes() {
    try (Visit visit = live("?speaker=name:Ana Vidmar")) {
      newsroom.commit("Somebody Else");
      newsroom.commit("Ana Vidmar");
      card(visit, "Ana Vidmar").waitFor();
      assertThat(visit.page().locator("article.claim")).hasCount(1);
    }
  }

  @Test
  void whileOneReadsNothingMovesAndOneIsToldHowManyWait() {
    try (Visit visit = live("")) {
      Page page = visit.page();
      page.getByText("Pause", new Page.GetByTextOptions().setExact(true)).click();
      Locator waiting = page.locator(".waiting button");
      String speaker = "";
      // What comes in the view's first moments counts as what was there before.
      for (int i = 0; waiting.count() == 0; i++) {
        speaker = "Held Back " + i;
        newsroom.commit(speaker);
        waiting.or(card(visit, speaker)).first().waitFor();
      }
      assertThat(waiting).hasText("1 new claim");
      assertThat(card(visit, speaker)).hasCount(0);
      waiting.click();
      assertThat(card(visit, speaker)).hasCount(1);
      assertThat(waiting).hasCount(0);
      assertThat(page.locator("[role=status].hidden-text")).containsText("1 claim came in since");
    }
  }

  @Test
  void whatIsWrittenAgainTakesItsOwnPlaceAndIsNoNews() {
    newsroom.commit("Ancient Voice");
    for (int i = 0; i < FIRST_SHOWN; i++) {
      newsroom.commit("Newer Voice " + i);
    }
    try (Visit visit = live("")) {
      Page page = visit.page();
      Locator told = page.locator("[role=status].hidden-text");
      String speaker = "";
      // What comes in the view's first moments counts as what was there before.
      for (int i = 0; told.innerText().isBlank(); i++) {
        speaker = "Told Again " + i;
        newsroom.commit(speaker);
        card(visit, speaker).waitFor();
      }
      newsroom.commit(speaker);
      newsroom.commit("Ancient Voice");
      newsroom.commit("Told Last");
      card(visit, "Told Last").waitFor();
      assertThat(told).containsText("2 claims came in since");
      assertThat(card(visit, speaker)).hasCount(1);
      assertThat(card(visit, "Ancient Voice")).hasCount(0);
      assertThat(page.locator("article.claim").first()).containsText("Told Last");
    }
  }

  @Test
  void whatComesInMovesOnlyForThoseWhoDoNotMindIt() {
    try (Visit visit = live("")) {
      Page page = visit.page();
      Locator fresh = page.locator("article.claim.fresh");
      for (int i = 0; fresh.count() == 0; i++) {
        newsroom.commit("Standing Still " + i);
        card(visit, "Standing Still " + i).waitFor();
      }
      assertThat(page.evaluate("() => document.getAnimations().length")).isEqualTo(0);

      page.emulateMedia(
          new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
      newsroom.commit("Coming Softly");
      assertThat(card(visit, "Coming Softly")).hasCSS("animation-name", "arrive");
    }
  }
}
