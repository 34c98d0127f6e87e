package org.hearsay.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code demo --keep}. The page is fiction. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class KeptDemoIT {
  private static final Duration AGAIN = Duration.ofMillis(200);
  private static final Pattern DASHBOARD =
      Pattern.compile("hearsay: the dashboard: (http://localhost:\\d+)");

  @TempDir Path folder;

  @Test
  void itEndsWithTheAddressOfADashboardThatHasTheSamples() throws Exception {
    Path samples = Files.createDirectories(folder.resolve("samples"));
    Files.writeString(
        samples.resolve("page.txt"),
        "Bridge\n\nThe bridge over the Drava will stay closed until spring, the minister Mara Lind"
            + " said on Monday after engineers had found cracks in two of its pillars.\n");
    Files.writeString(
        samples.resolve("pages.tsv"),
        "file\turl\tcontent-type\npage.txt\thttps://brod.example/bridge\ttext/plain\n");
    try (StageProcess demo =
        StageProcess.hearsay(
            folder,
            List.of(
                "demo",
                "--keep",
                "--data",
                folder.resolve("data").toString(),
                "--samples",
                samples.toString()))) {
      Matcher dashboard = DASHBOARD.matcher("");
      while (!dashboard.reset(demo.log()).find()) {
        assertThat(demo.endsWithin(AGAIN)).as(demo::log).isFalse();
      }
      assertThat(demo.log().strip()).endsWith(dashboard.group());
      assertThat(get(dashboard.group(1) + "/live")).contains("<title>").contains("main-");
      assertThat(get(dashboard.group(1) + "/api/claims")).contains("Mara Lind");
    }
  }

  private static String get(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }
}
