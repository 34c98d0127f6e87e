package org.hearsay.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pictures that the README begins with: what the dashboard shows of the samples. {@code
 * -Dhearsay.write} takes them anew.
 */
@ExtendWith(InBrowser.class)
class ReadmePicturesIT {
  private static final int WIDTH = 1120;
  private static final int HEIGHT = 700;

  /** A README is read on the way, too. */
  private static final long MOST_BYTES = 150_000;

  private static final boolean WRITE = System.getProperty("hearsay.write") != null;

  private final Visits visits;

  ReadmePicturesIT(Visits visits) {
    this.visits = visits;
  }

  @ParameterizedTest
  @EnumSource(names = {"ARTICLE_WITH_CLAIM", "CLAIM"})
  void theReadmeShowsWhatIsShownHereInFewBytes(View view) throws IOException {
    Path picture = Samples.root().resolve("docs/pictures/dashboard-%s.png".formatted(view.file()));
    byte[] taken;
    try (Visit visit = visits.begin(WIDTH)) {
      Page page = visit.page();
      page.setViewportSize(WIDTH, HEIGHT);
      visit.go(view.address(visits.samples()));
      page.evaluate("() => scrollTo(0, 0)");
      visit.settle();
      taken = SmallPicture.of(page.screenshot());
    }
    if (WRITE) {
      Files.write(picture, taken);
    }
    assertThat(taken.length).isLessThan((int) MOST_BYTES);
    assertThat(Files.size(picture)).isLessThan(MOST_BYTES);
    BufferedImage kept = ImageIO.read(picture.toFile());
    assertThat(kept.getWidth()).isEqualTo(WIDTH);
    assertThat(kept.getHeight()).isEqualTo(HEIGHT);
    assertThat(Files.readString(Samples.root().resolve("README.md")))
        .contains("docs/pictures/" + picture.getFileName());
  }
}
