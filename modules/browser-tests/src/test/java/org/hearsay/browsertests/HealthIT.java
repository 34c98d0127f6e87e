package org.hearsay.browsertests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How stages are, on stages that run: those of {@code hearsay up}. */
@ExtendWith(InBrowser.class)
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class HealthIT {
  private static final String UNREADABLE = "https://torn.example/picture";
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0};

  /** Models are loaded, and machines do something else meanwhile. */
  private static final double STARTS_WITHIN_MS = 240_000;

  private static final double READ_WITHIN_MS = 120_000;

  @TempDir static Path folder;
  private static ServingProcess up;

  private final Browser browser;

  HealthIT(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws IOException {
    up =
        ServingProcess.start(
            List.of(
                "up",
                folder.resolve("data").toString(),
                "--port",
                "0",
                "--threads",
                "1",
                "--catalogue",
                Samples.root().resolve("samples/catalogue/outlets.yaml").toString()));
  }

  @AfterAll
  static void stop() {
    up.close();
  }

  private static void send(String url, byte[] page) {
    up.send("/api/pages?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8), page);
  }

  private static byte[] page() throws IOException {
    return Files.readAllBytes(
        Samples.root().resolve("samples/pages/vardar-observer/osce-checkpoints.html"));
  }

  private static Locator waiting(Page page) {
    return page.locator(".stages tbody td[data-head='Records not read yet']");
  }

  @Test
  void stagesTheirLagWhatComesInAndWhatCannotBeReadAreShownWhileOneLooks() throws IOException {
    try (Visit visit = Visit.begin(browser, up.origin(), 1600)) {
      visit.go("/health");
      Page page = visit.page();
      List<String> stages = up.get("/api/health").path("stages").findValuesAsText("name");
      assertThat(stages).as("told before they run").contains("read", "annotate");
      assertThat(page.locator(".stages tbody th")).hasText(stages.toArray(String[]::new));
      assertThat(page.locator(".stages .stage-state.well"))
          .hasCount(
              stages.size(), new LocatorAssertions.HasCountOptions().setTimeout(STARTS_WITHIN_MS));

      send("https://vardar-observer.example/checkpoints", page());
      send(UNREADABLE, PICTURE);
      Locator letter = page.locator(".letters tbody tr");
      assertThat(letter)
          .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(READ_WITHIN_MS));
      assertThat(letter.locator("a.address")).hasAttribute("href", UNREADABLE);
      assertThat(letter).containsText("at read");
      assertThat(letter.locator(".reason")).not().isEmpty();
      assertThat(page.locator(".figures"))
          .containsText("record could not be processed in the last hour, 1 in all");
      assertThat(page.locator(".rate svg").first())
          .hasAttribute(
              "aria-label",
              Pattern.compile("articles a minute: 1 in the hour.*"),
              new LocatorAssertions.HasAttributeOptions().setTimeout(READ_WITHIN_MS));

      Locator reason = page.locator(".dead-reasons button");
      reason.click();
      page.waitForURL(Pattern.compile(".*stage=read&reason=.*"));
      visit.settle();
      assertThat(letter).hasCount(1);
      page.getByLabel("Words in the address or the reason").fill("nothing of that kind");
      page.keyboard().press("Enter");
      assertThat(page.locator(".dead")).containsText("Nothing is like this.");
      page.getByText("Take the filters away").click();
      assertThat(letter).hasCount(1);

      busy(visit);
      assertThat(
              waiting(page).filter(new Locator.FilterOptions().setHasText(Pattern.compile("^0$"))))
          .hasCount(
              stages.size(), new LocatorAssertions.HasCountOptions().setTimeout(READ_WITHIN_MS));
      fits(visit);
    }
  }

  /** Sends pages until the view says of a stage that some wait for it. */
  private static void busy(Visit visit) throws IOException {
    Page page = visit.page();
    Locator some =
        waiting(page).filter(new Locator.FilterOptions().setHasText(Pattern.compile("^[1-9]")));
    byte[] sent = page();
    for (int i = 0; some.count() == 0; i++) {
      for (int j = 0; j < 20; j++) {
        send("https://vardar-observer.example/checkpoints/%d/%d".formatted(i, j), sent);
      }
      visit.reload();
    }
  }

  /** With all in it that it can show. */
  private static void fits(Visit visit) {
    Axe.bringInto(visit.context());
    visit.reload();
    Page page = visit.page();
    for (int width : List.of(1600, 900, 360)) {
      page.setViewportSize(width, 1200);
      for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        visit.settle();
        assertThat(
                colours == ColorScheme.DARK ? Axe.violationsOfColours(page) : Axe.violations(page))
            .isEmpty();
        visit.picture("health-of-stages-%d-%s".formatted(width, colours));
      }
      Object wide = page.evaluate("() => document.documentElement.scrollWidth");
      assertThat(wide).isEqualTo(width);
    }
  }
}
