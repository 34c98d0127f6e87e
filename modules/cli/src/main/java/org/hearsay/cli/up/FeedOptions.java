package org.hearsay.cli.up;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.cli.options.UserException;
import org.hearsay.sources.SourceSettings;
import picocli.CommandLine.Option;

/** Which feeds are read, and how often. */
public final class FeedOptions {
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^/\\s]+\\S*");
  private static final Duration LEAST = Duration.ofSeconds(10);

  @Option(
      names = "--feed",
      paramLabel = "URL",
      description =
          "Read the pages that this RSS or Atom feed, or sitemap, names, and come back for new"
              + " ones; may be repeated. More may stand in FOLDER/feeds.txt, a line each.")
  List<String> given = new ArrayList<>();

  @Option(
      names = "--every",
      paramLabel = "DURATION",
      defaultValue = "PT15M",
      description = "How often each feed is asked (default: ${DEFAULT-VALUE}, 15 minutes).")
  Duration every = Duration.ofMinutes(15);

  @Option(
      names = "--allow-private",
      description =
          "Also fetch from addresses inside your own network, and let webhooks of saved searches"
              + " have such.")
  boolean allowPrivate;

  /**
   * Refuses what no feed can be fetched with.
   *
   * @throws UserException naming the option and what may be given
   */
  void check() {
    for (String feed : given) {
      if (!isAddress(feed)) {
        throw new UserException(
            "--feed " + feed + ": give an http or https address, such as https://desk.example/rss");
      }
    }
    if (every.compareTo(LEAST) < 0) {
      throw new UserException("--every " + every + ": give at least PT10S, ten seconds");
    }
  }

  /** How pages are fetched. */
  SourceSettings settings() {
    SourceSettings usual = SourceSettings.defaults();
    return new SourceSettings(
        usual.politeness(),
        usual.timeout(),
        usual.deadline(),
        usual.limits(),
        usual.retries(),
        allowPrivate);
  }

  static boolean isAddress(String feed) {
    return ADDRESS.matcher(feed).matches();
  }
}
