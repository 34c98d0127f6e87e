package org.hearsay.browsertests;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe-core finds against accessibility: WCAG 2.2 AA, and what is good practice besides. */
final class Axe {
  private static final String RUN =
      """
      async ([colours, but]) => {
        const found = await axe.run(document, {
          resultTypes: ['violations'],
          ...(colours
            ? { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }
            : { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                rules: Object.fromEntries(but.map((rule) => [rule, { enabled: false }])) }),
        });
        return found.violations.map((violation) =>
          violation.id + ': ' + violation.help + '\\n' +
          violation.nodes.slice(0, 5).map((node) =>
            '  ' + node.target.join(' ') + '\\n    ' + node.html.slice(0, 200) + '\\n    ' +
            node.failureSummary.replace(/\\n\\s*/g, ' ')).join('\\n'));
      }
      """;

  private Axe() {}

  /** Brings axe into every page that is opened from now on. */
  static void bringInto(BrowserContext context) {
    // By the driver, and so past the page's policy, which allows no script of others.
    context.addInitScript(source());
  }

  private static String source() {
    try (InputStream in =
        Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is wrong with the page as it is now, with the places and what to do.
   *
   * @param but rules that are left out
   */
  static List<String> violations(Page page, String... but) {
    return run(page, false, List.of(but));
  }

  /** The same, by the rules of colours alone: all else is the same whatever the colours are. */
  static List<String> violationsOfColours(Page page) {
    return run(page, true, List.of());
  }

  private static List<String> run(Page page, boolean colours, List<String> but) {
    return page.evaluate(RUN, List.of(colours, but)) instanceof List<?> found
        ? found.stream().map(String::valueOf).toList()
        : List.of();
  }
}
