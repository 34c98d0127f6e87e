package org.hearsay.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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

  /** Between the two at which the rules are asked for. */
  private static final int MIDDLE = 900;

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
          violations(page, view, width, colours).forEach(one -> wrong.add(at + ": " + one));
          visit.picture(view.file() + "-" + at);
        }
        wrong.addAll(beyond(page, width));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> violations(Page page, View view, int width, ColorScheme colours) {
    if (width == MIDDLE) {
      return List.of();
    }
    if (colours == ColorScheme.DARK) {
      return Axe.violationsOfColours(page);
    }
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
