package org.hearsay.sources;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Fetches over http and https: with timeouts, redirects that are checked like first requests, a
 * size limit, robots.txt, and a pause between two requests to one host. Not for several threads.
 */
final class Fetcher implements Closeable {
  /** A robots.txt is read up to here, as RFC 9309 asks at least, in bytes. */
  private static final int MAX_ROBOTS = 512 * 1024;

  private final SourceSettings settings;
  private final CloseableHttpClient client;
  private final Map<String, BaseRobotRules> robots = new HashMap<>();
  private final Map<String, Long> next = new HashMap<>();

  Fetcher(SourceSettings settings) {
    this.settings = settings;
    Timeout timeout = Timeout.of(settings.timeout());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new AddressGuard(settings.privateAddresses()))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout)
                            .setSocketTimeout(timeout)
                            .build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).build())
            .setUserAgent(settings.userAgent())
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .build();
  }

  /**
   * One answer to one request.
   *
   * @param page what came, or null for a redirect
   * @param redirect where to look instead, or null
   * @param status the HTTP status
   */
  private record Answer(@Nullable FetchedPage page, @Nullable String redirect, int status) {}

  /**
   * Fetches a page.
   *
   * @throws FetchException when it may not be fetched, is too long or does not come; its message
   *     says why
   * @throws InterruptedIOException when the thread was interrupted
   */
  FetchedPage fetch(String address) throws IOException {
    String url = address;
    for (int hop = 0; hop <= settings.maxRedirects(); hop++) {
      URI uri = uri(url);
      if (settings.robots() && !rules(uri).isAllowed(url)) {
        throw new FetchException("robots.txt of " + uri.getHost() + " does not allow " + url);
      }
      Answer answer = request(uri, address, settings.maxBytes());
      if (answer.redirect() != null) {
        url = uri.resolve(answer.redirect()).toString();
      } else if (answer.page() == null || answer.status() != 200) {
        throw new FetchException("HTTP status " + answer.status() + " from " + url);
      } else {
        return answer.page();
      }
    }
    throw new FetchException("more than " + settings.maxRedirects() + " redirects");
  }

  private static URI uri(String address) throws FetchException {
    URI uri;
    try {
      uri = new URI(address.strip());
    } catch (URISyntaxException e) {
      throw new FetchException("not an address: " + e.getMessage());
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new FetchException("only http and https are fetched, not " + address);
    }
    if (uri.getHost() == null || uri.getUserInfo() != null) {
      throw new FetchException("an address has a host, and no user or password: " + address);
    }
    return uri;
  }

  private BaseRobotRules rules(URI uri) throws InterruptedIOException {
    String site = uri.getScheme() + "://" + uri.getRawAuthority();
    BaseRobotRules known = robots.get(site);
    if (known != null) {
      return known;
    }
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    BaseRobotRules rules;
    try {
      URI file = URI.create(site + "/robots.txt");
      Answer answer = request(file, file.toString(), MAX_ROBOTS);
      for (int hop = 0; hop < settings.maxRedirects() && answer.redirect() != null; hop++) {
        file = uri(file.resolve(answer.redirect()).toString());
        answer = request(file, file.toString(), MAX_ROBOTS);
      }
      rules =
          answer.page() == null || answer.status() != 200
              ? parser.failedFetch(answer.status())
              : parser.parseContent(
                  file.toString(), answer.page().bytes(), "text/plain", List.of(agent()));
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      // A site that does not answer for its robots.txt will hardly answer for a page: that says
      // why.
      rules = parser.failedFetch(404);
    }
    robots.put(site, rules);
    return rules;
  }

  private String agent() {
    return settings.userAgent().split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private Answer request(URI uri, String name, int most) throws IOException {
    pause(uri);
    long deadline = System.nanoTime() + settings.deadline().toNanos();
    HttpGet get = new HttpGet(uri);
    get.setHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5");
    try {
      return client.execute(
          get,
          response -> {
            try {
              return answer(response, uri, name, most, deadline);
            } catch (FetchException e) {
              // The rest of the body is not waited for.
              get.abort();
              throw e;
            }
          });
    } catch (FetchException | InterruptedIOException e) {
      if (e instanceof InterruptedIOException && !Thread.currentThread().isInterrupted()) {
        throw new FetchException("no answer in time from " + uri.getHost());
      }
      throw e;
    } catch (IOException e) {
      throw new FetchException(uri.getHost() + " cannot be reached: " + e.getMessage());
    }
  }

  private Answer answer(ClassicHttpResponse response, URI uri, String name, int most, long deadline)
      throws IOException {
    int status = response.getCode();
    Header location = response.getFirstHeader("Location");
    if (status >= 300 && status < 400 && location != null) {
      return new Answer(null, location.getValue().strip().replace(" ", "%20"), status);
    }
    HttpEntity entity = response.getEntity();
    if (status != 200 || entity == null) {
      return new Answer(null, null, status);
    }
    byte[] bytes =
        Bounded.read(
            entity.getContent(),
            most,
            () -> {
              if (System.nanoTime() > deadline) {
                throw new FetchException(
                    "not whole after " + settings.deadline().toSeconds() + " seconds");
              }
            });
    return new Answer(
        new FetchedPage(name, uri.toString(), entity.getContentType(), bytes), null, status);
  }

  /** Waits until the host may be asked again. */
  private void pause(URI uri) throws InterruptedIOException {
    String host = uri.getRawAuthority();
    BaseRobotRules rules = robots.get(uri.getScheme() + "://" + host);
    long asked =
        rules == null ? 0 : TimeUnit.MILLISECONDS.toNanos(Math.max(0, rules.getCrawlDelay()));
    long gap = Math.max(settings.delay().toNanos(), settings.robots() ? asked : 0);
    long now = System.nanoTime();
    long at = next.getOrDefault(host, now);
    try {
      if (at > now) {
        TimeUnit.NANOSECONDS.sleep(at - now);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException stopped =
          new InterruptedIOException("stopped while waiting for " + host);
      stopped.initCause(e);
      throw stopped;
    }
    next.put(host, Math.max(at, now) + gap);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
