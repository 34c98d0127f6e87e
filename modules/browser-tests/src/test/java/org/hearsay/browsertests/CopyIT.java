package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One copy beside what it was copied from. */
@ExtendWith(InBrowser.class)
class CopyIT {
  private final Visits visits;

  @TempDir Path folder;

  CopyIT(Visits visits) {
    this.visits = visits;
  }

  @Test
  void wordsThatTheHeadlineLostStandApartFromThoseThatItHas() {
    try (Visit visit = visits.to(View.COPY)) {
      assertThat(visit.page().locator(".two-heads h2").last().textContent())
          .isEqualToIgnoringWhitespace("OSCE counts fourteen the checkpoints in a week")
          .contains("checkpoints in a week");
    }
  }

  @Test
  void thePanelEndsWhereTheLongerTextDoes() {
    try (Visit visit = visits.begin(1600)) {
      visit.go(View.COPY.address(visits.samples()));
      Page page = visit.page();
      double end = 0;
      for (Locator text : page.locator(".pane > div").all()) {
        end = Math.max(end, text.boundingBox().y + text.boundingBox().height);
      }
      Locator panel = page.locator("section.panel");
      assertThat(panel.boundingBox().y + panel.boundingBox().height - end).isBetween(0.0, 60.0);
    }
  }

  @Test
  void whatIsSaidOfWhereACopyIsFromIsNotCutOnAPhone() {
    try (Visit visit = visits.begin(360)) {
      visit.go("/copies");
      for (Locator said : visit.page().locator(".family .came a:visible").all()) {
        assertThat(said.evaluate("element => element.scrollHeight - element.clientHeight"))
            .as(said.innerText())
            .isEqualTo(0);
      }
    }
  }

  @Test
  void whatWasChangedCanBeHadAsCsv() throws IOException {
    try (Visit visit = visits.to(View.COPY)) {
      Page page = visit.page();
      Locator csv =
          page.locator(".panel > header .sources")
              .getByText("CSV", new Locator.GetByTextOptions().setExact(true));
      assertThat(csv).hasCount(1);
      Download download = page.waitForDownload(csv::click);
      Path file = folder.resolve(download.suggestedFilename());
      download.saveAs(file);
      assertThat(Files.readString(file))
          .startsWith("what,text,moved")
          .containsPattern("(?m)^same,.*OSCE mission in Kosovo counted fourteen")
          .containsPattern("(?ms)^dropped,.*Goran Petrasin")
          .containsPattern("(?ms)^added,.*Interior Minister Arta Krelani");
    }
  }
}
