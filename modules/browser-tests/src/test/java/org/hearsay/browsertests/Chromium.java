package org.hearsay.browsertests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Chromium of this machine; none is ever fetched. */
final class Chromium {
  /** What it is called by Debian, by others, and by its other maker. */
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** Where to find it instead. */
  private static final String GIVEN = "hearsay.chromium";

  /** Set where tests without a browser are no tests: in CI. */
  private static final String REQUIRED = "HEARSAY_BROWSER_REQUIRED";

  /** It asks nobody for anything, and needs neither a screen nor a user of its own. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--force-color-profile=srgb",
          "--font-render-hinting=none");

  private Chromium() {}

  /** Its program, where there is one. */
  static Optional<Path> find() {
    String given = System.getProperty(GIVEN, "");
    if (!given.isEmpty()) {
      return Optional.of(Path.of(given)).filter(Files::isExecutable);
    }
    List<Path> folders =
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(System.getenv().getOrDefault("PATH", ""))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    return NAMES.stream().flatMap(name -> named(name, folders)).findFirst();
  }

  private static Stream<Path> named(String name, List<Path> folders) {
    return folders.stream().map(folder -> folder.resolve(name)).filter(Files::isExecutable);
  }

  /** Whether tests must fail without it. */
  static boolean isRequired() {
    return Boolean.parseBoolean(System.getenv(REQUIRED));
  }

  /** What to do where there is none. */
  static String missing() {
    return "the tests in a browser were left out, as there is no Chromium here: install Debian's"
        + " package chromium, or give -D"
        + GIVEN
        + "=PATH";
  }

  /** Starts it. */
  static Browser launch(Playwright playwright, Path program) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setArgs(ARGUMENTS)
                .setEnv(Map.of("HOME", System.getProperty("java.io.tmpdir"), "TZ", "UTC")));
  }
}
