package org.hearsay.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who looks at the dashboard, with a profile of their own. When they go it is checked that
 * nothing went wrong unseen: no error in the console, no request to another host, no answer that
 * says that something is not there.
 */
final class Visit implements AutoCloseable {
  /** Of a window, in pixels, where a test asks for no other. */
  static final int WIDTH = 1280;

  private static final double WAIT_MS = 15_000;
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** Whether pictures are of whole pages, and not of what a window shows: they take longer. */
  private static final boolean WHOLE = Boolean.getBoolean("hearsay.screenshots.whole");

  private static final String SETTLED =
      """
      () => document.querySelector('main h1, main [role=alert]')
        && !document.querySelector('main .state.loading, main [aria-busy=true], main .stale')
        && !document.querySelector('main .status.connecting')
        && (!document.querySelector('.arrivals-head')
          || document.querySelector('main article.claim, main .state.empty'))
      """;

  private static final String SHOWN =
      "() => document.querySelector('main')?.innerText.replace(/ in [\\d.]+ m?s/g, '')";

  /** What a view does once it is drawn, such as to ask for more, it does right after a frame. */
  private static final String DRAWN =
      "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
          + " setTimeout(done))))";

  /** Ends when one leaves the view. */
  private static final String STREAM = "/live/claims";

  private final String origin;
  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new ArrayList<>();
  private final List<Map.Entry<Integer, String>> refused = new ArrayList<>();
  private final Set<Request> open = new HashSet<>();
  private final Set<Integer> expected = new HashSet<>();

  private Visit(String origin, BrowserContext context) {
    this.origin = origin;
    this.context = context;
    context.setDefaultTimeout(WAIT_MS);
    context.route(
        url -> !isOwn(url),
        route -> {
          faults.add("request to another host: " + route.request().url());
          route.abort();
        });
    context.onConsoleMessage(
        message -> {
          // What was not found is told below, with its address.
          if (Set.of("error", "warning").contains(message.type())
              && !message.text().startsWith("Failed to load resource")) {
            faults.add("console: " + message.text());
          }
        });
    context.onWebError(error -> faults.add("error: " + error.error()));
    context.onResponse(
        response -> {
          if (response.status() >= 400) {
            refused.add(Map.entry(response.status(), response.url()));
          }
        });
    this.page = context.newPage();
    page.onRequest(
        request -> {
          if (!request.url().startsWith(origin + STREAM)) {
            open.add(request);
          }
        });
    page.onRequestFinished(open::remove);
    page.onRequestFailed(open::remove);
  }

  /** Goes to an address in a window of the usual width, and waits until all of it is there. */
  static Visit to(Browser browser, String origin, String path) {
    Visit out = begin(browser, origin, WIDTH);
    out.go(path);
    return out;
  }

  /** Opens a window without a page yet, so many pixels wide. */
  static Visit begin(Browser browser, String origin, int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 1000)
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
    return new Visit(origin, context);
  }

  private boolean isOwn(String url) {
    return url.startsWith(origin + "/") || url.startsWith("data:") || url.startsWith("blob:");
  }

  BrowserContext context() {
    return context;
  }

  Page page() {
    return page;
  }

  /** Goes to an address of the dashboard, and waits until all of it is there. */
  void go(String path) {
    page.navigate(origin + path);
    settle();
  }

  /** Says that answers with that status are wanted. */
  void expect(int status) {
    expected.add(status);
  }

  /** Loads again what is shown, and waits until all of it is there. */
  void reload() {
    // The browser does not always tell how a request ended that a new page cut short.
    settle();
    page.reload();
    settle();
  }

  /** Waits until nothing is being fetched or drawn any more. */
  void settle() {
    try {
      do {
        page.waitForCondition(open::isEmpty);
        page.waitForFunction(SETTLED);
        page.evaluate(DRAWN);
        // What has been drawn may ask for more.
      } while (!open.isEmpty());
    } catch (TimeoutError e) {
      throw new AssertionError(
          "%s does not come to rest; it still waits for %s; it shows: %s"
              .formatted(page.url(), open.stream().map(Request::url).toList(), shown()),
          e);
    }
  }

  /** What is read, but for how long an answer took. */
  String shown() {
    return String.valueOf(page.evaluate(SHOWN));
  }

  /** From here on it is always this moment, for pages that say how long ago something was. */
  void stopClock() {
    context.clock().setFixedTime(System.currentTimeMillis());
  }

  /** Takes a picture of what is seen, into target/screenshots. */
  void picture(String name) {
    page.evaluate("() => scrollTo(0, 0)");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(name + ".png"))
            .setFullPage(WHOLE));
  }

  /** Leaves, and says what went wrong meanwhile. */
  @Override
  public void close() {
    context.close();
    refused.stream()
        .filter(answer -> !expected.contains(answer.getKey()))
        .forEach(answer -> faults.add(answer.getKey() + " for " + answer.getValue()));
    assertThat(faults).as("what went wrong without being seen").isEmpty();
  }
}
