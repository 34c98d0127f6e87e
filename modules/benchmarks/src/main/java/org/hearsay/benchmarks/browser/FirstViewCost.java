package org.hearsay.benchmarks.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearsay.benchmarks.WebCost;
import org.hearsay.benchmarks.serving.ServerProcess;

/**
 * How long it takes until a view of the dashboard can be used, in a browser that has nothing of it
 * yet: from the request for the page until its claims, its filters with their counts and its
 * timeline are drawn. The server runs in a JVM of its own with the store in a file, and is asked by
 * nobody else; the first visit of all, which finds it cold, is printed apart. An empty page of the
 * same server is timed beside them, as what moves least with the machine.
 *
 * <p>Arguments: how many claims (default 100,000), visits (20). The browser is {@code
 * /usr/bin/chromium}, or {@code -Dhearsay.chromium=PATH}.
 */
public final class FirstViewCost {
  /** Says after how many milliseconds all of these were drawn. */
  private static final String AWAIT =
      """
      (parts) => new Promise((done) => {
        const look = () => parts.every((part) => document.querySelector(part))
          ? requestAnimationFrame(() => done(performance.now()))
          : requestAnimationFrame(look);
        look();
      })
      """;

  /** The views that people open first, and what has to be there before they can be used. */
  private static final Map<String, String> VIEWS = views();

  private FirstViewCost() {}

  private static Map<String, String> views() {
    Map<String, String> out = new LinkedHashMap<>();
    String claims = "article.claim, .facet button.value, .timeline svg";
    out.put("/live", claims);
    out.put("/search", claims);
    out.put("/nothing", "main h1");
    return Collections.unmodifiableMap(out);
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    int claims = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int visits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path file = Files.createTempDirectory("hearsay-first-view").resolve("store.duckdb");
    WebCost.fill(file, claims);
    out.printf("%,d claims, %,d MB on disk%n", claims, Files.size(file) >> 20);
    try (ServerProcess server = ServerProcess.start(file);
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = browser(playwright)) {
      String origin = server.origin();
      out.printf("the very first, /live: %,d ms%n", visit(browser, origin, "/live"));
      out.printf("%-9s %8s %8s %8s%n", "ms", "median", "p95", "most");
      for (String path : VIEWS.keySet()) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
          times.add(visit(browser, origin, path));
        }
        Collections.sort(times);
        out.printf(
            "%-9s %8d %8d %8d%n",
            path,
            times.get(visits / 2),
            times.get(Math.min(visits - 1, visits * 95 / 100)),
            times.get(visits - 1));
      }
    }
  }

  private static Browser browser(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(
                    Path.of(System.getProperty("hearsay.chromium", "/usr/bin/chromium")))
                .setArgs(
                    List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  /** How many milliseconds somebody waits who has never been there. */
  private static long visit(Browser browser, String origin, String path) {
    try (BrowserContext context =
            browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        Page page = context.newPage()) {
      page.navigate(origin + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      Object usable =
          page.evaluate(AWAIT, List.of(Objects.requireNonNull(VIEWS.get(path)).split(", ", -1)));
      return usable instanceof Number number ? number.longValue() : Long.MAX_VALUE;
    }
  }
}
