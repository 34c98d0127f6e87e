package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dashboard without a mouse. */
@ExtendWith(InBrowser.class)
class KeyboardIT {
  /** What opens at focus has stops of its own: at most so many for each other one. */
  private static final int OPENED = 3;

  private static final int AT_ONCE = 20;

  private static final Map<String, List<String>> DONE =
      Map.of("left", List.of(), "unseen", List.of());

  /** Remembers what can be reached, and what is. */
  private static final String BEGIN =
      """
      () => {
        const describe = (e) => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 160);
        const drawn = (e) => {
          const style = getComputedStyle(e);
          return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
            || style.boxShadow !== 'none';
        };
        const stops = [...document.querySelectorAll(
          'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]')]
          .filter((e) => e.tabIndex >= 0 && !e.disabled
            && e.checkVisibility({ visibilityProperty: true })
            && !(e.type === 'radio' && !e.checked));
        const reached = new Set();
        const unseen = new Set();
        document.addEventListener('focusin', ({ target }) => {
          reached.add(target);
          const box = target.getBoundingClientRect();
          const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0
            && box.left < innerWidth;
          // Some are drawn by what stands beside or around them.
          const shown = [target, target.nextElementSibling, target.closest('label'),
            target.matches('textarea') && target.parentElement].some((e) => e && drawn(e));
          // What tells of a mark closes soon after the focus has left that.
          if (!inView && !target.closest('.bubble.why')) unseen.add(`at ${box.left},${box.top}: ${describe(target)}`);
          if (!shown) unseen.add(`without a ring: ${describe(target)}`);
        });
        window.walk = () => ({
          left: stops.filter((e) => e.isConnected && e.checkVisibility() && !reached.has(e))
            .map(describe),
          unseen: [...unseen],
        });
        return stops.length;
      }
      """;

  private final Visits visits;

  KeyboardIT(Visits visits) {
    this.visits = visits;
  }

  @ParameterizedTest
  @EnumSource(
      names = {"LIVE", "SEARCH"},
      mode = EnumSource.Mode.EXCLUDE)
  void tabReachesAllThatCanBePressedAndShowsWhereItIs(View view) {
    walk(visits.to(view));
  }

  @Test
  void tabReachesAllOfALiveView() {
    walk(visits.to("/live?outlet=stonegate-review&entity=kosovo"));
  }

  private static void walk(Visit begun) {
    try (Visit visit = begun) {
      Page page = visit.page();
      int stops = page.evaluate(BEGIN) instanceof Integer count ? count : 0;
      assertThat(stops).isGreaterThan(8);
      Object walked = null;
      for (int i = 0; i < stops * (1 + OPENED) && !DONE.equals(walked); i += AT_ONCE) {
        for (int j = 0; j < AT_ONCE; j++) {
          page.keyboard().press("Tab");
        }
        walked = page.evaluate("() => walk()");
      }
      assertThat(walked).isEqualTo(DONE);
    }
  }

  @Test
  void theFirstStopLeadsPastTheHeader() {
    try (Visit visit = visits.to("/live")) {
      Page page = visit.page();
      page.keyboard().press("Tab");
      assertThat(page.locator("a.skip")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("main")).isFocused();
      page.keyboard().press("Tab");
      assertThat(page.locator("main :focus")).hasCount(1);
    }
  }

  @Test
  void lettersLeadFromRowToRowAndFromViewToView() {
    try (Visit visit = visits.to("/search?outlet=vardar-observer")) {
      Page page = visit.page();
      Locator rows = page.locator("[data-row]");
      page.keyboard().press("j");
      assertThat(rows.nth(0)).isFocused();
      page.keyboard().press("j");
      assertThat(rows.nth(1)).isFocused();
      page.keyboard().press("k");
      assertThat(rows.nth(0)).isFocused();
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/article/.*"));
      visit.settle();

      for (String place :
          List.of("l live", "s search", "o outlets", "e entities", "c copies", "q sql")) {
        page.keyboard().press("g");
        page.keyboard().press(place.substring(0, 1));
        page.waitForURL(Pattern.compile(".*/" + place.substring(2)));
        visit.settle();
      }
    }
  }

  @Test
  void theListOfKeysOpensAndCloses() {
    try (Visit visit = visits.to("/live")) {
      Page page = visit.page();
      page.keyboard().press("?");
      Locator dialog = page.locator("dialog[open]");
      assertThat(dialog).containsText("next and previous row");
      page.keyboard().press("Escape");
      assertThat(dialog).hasCount(0);
    }
  }

  @Test
  void aStepOfAChainTellsWhyItStandsThereUntilEscape() {
    try (Visit visit = visits.to("/search?outlet=adriatic-courier")) {
      Page page = visit.page();
      Locator step = page.locator("article.claim .chain .step button").first();
      page.keyboard().press("j");
      page.keyboard().press("Tab");
      assertThat(step).isFocused();
      Locator bubble = page.locator(".bubble");
      assertThat(bubble).containsText("publishes on this host");
      page.keyboard().press("Escape");
      assertThat(bubble).hasCount(0);
      assertThat(step).isFocused();
    }
  }
}
