package org.hearsay.web.searches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.hearsay.sources.guarded.Poster;
import org.hearsay.web.api.Asker;
import org.hearsay.web.http.Route;
import org.hearsay.web.live.Arrivals;

/** Saved searches: kept, shown by the API, told of by webhooks. */
public final class Searches implements AutoCloseable {
  /** All of one sending. */
  private static final Duration LONGEST_SENDING = Duration.ofSeconds(15);

  private static final String USER_AGENT = "Hearsay-Webhook/1";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int LONGEST_URL = 2_000;

  private final Poster poster;
  private final Deliveries deliveries;
  private final SearchRoutes routes;

  private Searches(Poster poster, SearchBook book, Deliveries deliveries) {
    this.poster = poster;
    this.deliveries = deliveries;
    this.routes = new SearchRoutes(book, deliveries, (url, secret) -> webhook(poster, url, secret));
  }

  /**
   * Reads the file of searches that people write, where there is one, and leaves it at that:
   * whoever starts a server learns of mistakes before anything else is started.
   *
   * @throws SearchException when it cannot be read; its message has a line for each mistake
   */
  public static void check(SearchSettings settings) {
    Poster poster = new Poster(settings.privateAddresses(), LONGEST_SENDING, USER_AGENT);
    try {
      given(settings, poster);
    } finally {
      close(poster);
    }
  }

  private static List<SavedSearch> given(SearchSettings settings, Poster poster) {
    return settings
        .given()
        .map(file -> SearchFile.read(file, (url, secret) -> webhook(poster, url, secret)))
        .orElse(List.of());
  }

  /**
   * Begins to tell of claims.
   *
   * @param complete whether the store has what there was when it was begun
   * @throws SearchException when a file of searches cannot be read
   */
  public static Searches begin(SearchSettings settings, Asker asker, BooleanSupplier complete) {
    Poster poster = new Poster(settings.privateAddresses(), LONGEST_SENDING, USER_AGENT);
    try {
      SearchBook book = SearchBook.open(settings.kept(), given(settings, poster));
      Deliveries deliveries =
          new Deliveries(
              book,
              new Deliveries.Followed(
                  new Arrivals(asker), asker.store().commits(), asker.store().id(), complete),
              poster::post,
              settings.pauses());
      return new Searches(poster, book, deliveries);
    } catch (SearchException e) {
      close(poster);
      throw e;
    }
  }

  /** The routes. */
  public List<Route> routes() {
    return routes.all();
  }

  private static SavedSearch.Webhook webhook(Poster poster, String url, Optional<String> secret) {
    URI address = address(url);
    Optional<String> refusal = poster.refusal(address);
    if (refusal.isPresent()) {
      throw new IllegalArgumentException("webhook: " + refusal.get());
    }
    return new SavedSearch.Webhook(address, secret.map(Secret::parse).orElseGet(Secret::random));
  }

  private static URI address(String url) {
    try {
      URI out = new URI(url);
      String scheme = String.valueOf(out.getScheme()).toLowerCase(Locale.ROOT);
      boolean plain = scheme.equals("http") && LOOPBACK.contains(String.valueOf(out.getHost()));
      if (out.getHost() != null
          && out.getRawUserInfo() == null
          && url.length() <= LONGEST_URL
          && (scheme.equals("https") || plain)) {
        return out;
      }
    } catch (URISyntaxException e) {
      // Said below, as for one without a host.
    }
    throw new IllegalArgumentException(
        "webhook takes a whole https address without user and password, such as"
            + " https://desk.example/hook (http for this machine alone), not "
            + url);
  }

  @Override
  public void close() {
    deliveries.stop();
    // Whoever waits for an answer waits no longer.
    close(poster);
    deliveries.close();
  }

  private static void close(Poster poster) {
    try {
      poster.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
