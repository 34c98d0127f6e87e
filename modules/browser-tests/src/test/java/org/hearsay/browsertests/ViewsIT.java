package org.hearsay.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every view, on the samples. Pictures of all of them go to target/screenshots. */
@ExtendWith(InBrowser.class)
class ViewsIT {
  private static final int HEIGHT = 1200;

  /** From which on what stands beside the text does. */
  private static final int MIDDLE = 900;

  /** Of a sheet of A4 within its margins, in pixels. */
  private static final int SHEET = 700;

  /**
   * What hides a part of itself: a box that scrolls though the page could grow, a name that is cut.
   * What stays beside the text while one reads scrolls by itself, and so does what is written in.
   */
  private static final String CUT =
      """
      () => [...document.querySelectorAll('body *')].filter(e => {
        const style = getComputedStyle(e);
        const down = style.overflowY !== 'visible' && style.overflowY !== 'clip'
          && style.webkitLineClamp === 'none' && e.clientHeight > 2
          && e.scrollHeight > e.clientHeight + 4;
        const across = style.textOverflow === 'ellipsis' && e.scrollWidth > e.clientWidth + 1;
        return (down || across) && e.checkVisibility()
          && !e.closest('.side, .sql > aside, textarea, svg, html:not(html)');
      }).map(e => e.tagName + '.' + e.className + ': ' + e.innerText.slice(0, 60))
      """;

  private static final List<Integer> WIDTHS = List.of(1600, MIDDLE, 360);

  private final Visits visits;

  ViewsIT(Visits visits) {
    this.visits = visits;
  }

  @ParameterizedTest
  @EnumSource
  void isAccessibleAndFitsAtEveryWidthInLightAndInDark(View view) {
    List<String> wrong = new ArrayList<>();
    try (Visit visit = visits.begin(WIDTHS.get(0))) {
      Axe.bringInto(visit.context());
      visit.go(view.address(visits.samples()));
      Page page = visit.page();
      for (int width : WIDTHS) {
        page.setViewportSize(width, HEIGHT);
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
          visit.settle();
          String at = width + "-" + colours.name().toLowerCase(Locale.ROOT);
          violations(page, view, width).forEach(one -> wrong.add(at + ": " + one));
          visit.picture(view.file() + "-" + at);
        }
        wrong.addAll(beyond(page, width));
        wrong.addAll(cut(page, width));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isPrintedAsAWholeWithoutWhatOneClicks(View view) {
    try (Visit visit = visits.begin(SHEET)) {
      visit.go(view.address(visits.samples()));
      Page page = visit.page();
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
      visit.settle();
      assertThat(beyond(page, SHEET)).isEmpty();
      assertThat(cut(page, SHEET)).isEmpty();
      assertThat(page.locator("header.top nav:visible, ul.sources:visible").count()).isZero();
      assertThat(page.locator("main").innerText()).isNotBlank();
      assertThat(page.pdf().length).isGreaterThan(2_000);
    }
  }

  private static List<String> cut(Page page, int width) {
    return page.evaluate(CUT) instanceof List<?> found
        ? found.stream().map(one -> "at " + width + " it is cut: " + one).toList()
        : List.of();
  }

  private static List<String> violations(Page page, View view, int width) {
    // There the claim comes over the text, which one can scroll out from below it.
    return view == View.ARTICLE_WITH_CLAIM && width < MIDDLE
        ? Axe.violations(page, "target-size")
        : Axe.violations(page);
  }

  private static List<String> beyond(Page page, int width) {
    Object wide = page.evaluate("() => document.documentElement.scrollWidth");
    return wide instanceof Integer pixels && pixels > width
        ? List.of("at " + width + " one has to scroll to the right, to " + pixels)
        : List.of();
  }
}
