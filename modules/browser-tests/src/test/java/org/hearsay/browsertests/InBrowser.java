package org.hearsay.browsertests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests the browser, one for each thread, and what is served, made once for all; without a
 * browser it leaves the tests out and says so in one line.
 */
final class InBrowser implements ExecutionCondition, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(InBrowser.class);

  private static Store store(ExtensionContext context) {
    return context.getRoot().getStore(NAMESPACE);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.find().isPresent() || Chromium.isRequired()) {
      return ConditionEvaluationResult.enabled("there is a browser, or there has to be");
    }
    store(context)
        .getOrComputeIfAbsent(
            "told",
            key -> {
              // Maven shows neither why tests were left out nor what they report.
              System.getLogger(InBrowser.class.getName())
                  .log(System.Logger.Level.WARNING, Chromium.missing());
              return true;
            });
    return ConditionEvaluationResult.disabled(Chromium.missing());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Set.of(Samples.class, Visits.class, Newsroom.class, Browser.class)
        .contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == Newsroom.class) {
      return once(context, Newsroom.class, InBrowser::newsroom);
    }
    if (type == Samples.class) {
      return served(context);
    }
    return type == Visits.class ? new Visits(browser(context), served(context)) : browser(context);
  }

  private static Samples served(ExtensionContext context) {
    return once(context, Samples.class, InBrowser::samples);
  }

  private static Browser browser(ExtensionContext context) {
    // A browser belongs to the thread that started it.
    return store(context)
        .getOrComputeIfAbsent(Thread.currentThread(), thread -> Driven.start(), Driven.class)
        .browser();
  }

  private static <T> T once(ExtensionContext context, Class<T> type, Supplier<T> made) {
    return store(context).getOrComputeIfAbsent(type, key -> made.get(), type);
  }

  private static Samples samples() {
    try {
      return Samples.serve();
    } catch (IOException e) {
      throw new IllegalStateException("the samples cannot be served", e);
    }
  }

  private static Newsroom newsroom() {
    try {
      return Newsroom.open();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A browser that runs. */
  record Driven(Playwright playwright, Browser browser) implements AutoCloseable {
    static Driven start() {
      Path program =
          Chromium.find()
              .orElseThrow(() -> new IllegalStateException("no browser: " + Chromium.missing()));
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      return new Driven(playwright, Chromium.launch(playwright, program));
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }
}
