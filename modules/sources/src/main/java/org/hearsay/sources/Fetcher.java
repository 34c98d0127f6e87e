package org.hearsay.sources;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.hearsay.sources.guarded.AddressGuard;
import org.hearsay.sources.guarded.GuardedClients;
import org.hearsay.sources.guarded.RetryAfter;
import org.jspecify.annotations.Nullable;

/**
 * Fetches over http and https: with timeouts, redirects that are checked like first requests, a
 * size limit, robots.txt, a pause between two requests to one host, and more tries where what
 * failed may pass. Not for several threads.
 */
final class Fetcher implements Closeable {
  /** A robots.txt is read up to here, as RFC 9309 asks at least, in bytes. */
  private static final int MAX_ROBOTS = 512 * 1024;

  /** Trouble of the server's that may pass; 522 and 524 are a content network's time-outs. */
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504, 522, 524);

  /**
   * A site that does not answer at all for its robots.txt is taken to have none: it will hardly
   * answer for a page, and that says why.
   */
  private static final int UNKNOWN = 404;

  private static final int UNCHANGED = 304;

  /** Kept open at once: of some hosts, one after the other. */
  private static final int CONNECTIONS = 25;

  private final SourceSettings settings;
  private final Clock clock;
  private final Hosts hosts;
  private final CloseableHttpClient client;
  private final Map<String, BaseRobotRules> robots = new HashMap<>();

  Fetcher(SourceSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.hosts = new Hosts(settings.retries(), clock);
    this.client =
        GuardedClients.build(
            new AddressGuard(settings.privateAddresses()),
            settings.timeout(),
            settings.politeness().userAgent(),
            CONNECTIONS);
  }

  /** Takes note of waits. */
  @FunctionalInterface
  interface Told {
    /** As {@link PageSink#waits}. */
    void waits(String name, String reason, Duration wait);
  }

  /**
   * What is asked for.
   *
   * @param uri the address
   * @param name what names the page
   * @param most its longest length, in bytes
   * @param before what came with it the last time
   */
  private record Request(URI uri, String name, int most, Validators before) {
    String host() {
      return uri.getRawAuthority();
    }
  }

  /**
   * One answer to one request.
   *
   * @param page what came, or null for a redirect or a failure
   * @param redirect where to look instead, or null
   * @param status the HTTP status
   */
  private record Answer(@Nullable FetchedPage page, @Nullable String redirect, int status) {}

  /**
   * Fetches a page.
   *
   * @param before what came with it the last time
   * @return the page; nothing where the server says that it has not changed since
   * @throws FetchException when it may not be fetched, is too long or does not come; its message
   *     says why
   * @throws InterruptedIOException when the thread was interrupted
   */
  Optional<FetchedPage> fetch(String address, Validators before, Told told) throws IOException {
    String url = address;
    for (int hop = 0; hop <= settings.limits().redirects(); hop++) {
      URI uri = uri(url);
      requireAllowed(uri, url, told);
      Answer answer = answered(new Request(uri, address, settings.limits().bytes(), before), told);
      if (answer.redirect() != null) {
        url = uri.resolve(answer.redirect()).toString();
      } else if (answer.status() == UNCHANGED && !before.isNone()) {
        return Optional.empty();
      } else if (answer.page() == null || answer.status() != 200) {
        throw new FetchException("HTTP status " + answer.status() + " from " + url);
      } else {
        return Optional.of(answer.page());
      }
    }
    throw new FetchException("more than " + settings.limits().redirects() + " redirects");
  }

  private void requireOpen(String host) throws FetchException {
    @Nullable Instant closed = hosts.closedUntil(host);
    if (closed != null) {
      throw new FetchException(host + " asks not to be asked before " + closed);
    }
  }

  private void requireAllowed(URI uri, String url, Told told) throws IOException {
    if (!settings.politeness().robots()) {
      return;
    }
    BaseRobotRules rules = rules(uri, told);
    if (rules.isDeferVisits()) {
      throw new FetchException(
          "robots.txt of "
              + uri.getHost()
              + " cannot be read for now, and until then nothing of the host may be: try it later");
    }
    if (!rules.isAllowed(url)) {
      throw new FetchException("robots.txt of " + uri.getHost() + " does not allow " + url);
    }
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

  private BaseRobotRules rules(URI uri, Told told) throws IOException {
    String site = uri.getScheme() + "://" + uri.getRawAuthority();
    BaseRobotRules known = robots.get(site);
    if (known != null) {
      return known;
    }
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    BaseRobotRules rules;
    try {
      URI file = URI.create(site + "/robots.txt");
      Answer answer = answered(robotsFile(file), told);
      for (int hop = 0; hop < settings.limits().redirects() && answer.redirect() != null; hop++) {
        file = uri(file.resolve(answer.redirect()).toString());
        answer = answered(robotsFile(file), told);
      }
      rules = rules(parser, file, answer);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (FetchException e) {
      if (hosts.closedUntil(uri.getRawAuthority()) != null) {
        // Nothing is known of its rules yet, and nothing is kept of this.
        throw e;
      }
      rules = parser.failedFetch(e.status() == 0 ? UNKNOWN : e.status());
    } catch (IOException | IllegalArgumentException e) {
      rules = parser.failedFetch(UNKNOWN);
    }
    robots.put(site, rules);
    return rules;
  }

  private BaseRobotRules rules(SimpleRobotRulesParser parser, URI file, Answer answer) {
    if (answer.page() == null && (answer.status() < 200 || answer.status() > 299)) {
      return parser.failedFetch(answer.status());
    }
    byte[] bytes = answer.page() == null ? new byte[0] : answer.page().bytes();
    return parser.parseContent(file.toString(), bytes, "text/plain", List.of(agent()));
  }

  private static Request robotsFile(URI file) {
    return new Request(file, file.toString(), MAX_ROBOTS, Validators.NONE);
  }

  private String agent() {
    return settings.politeness().userAgent().split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** The answer to a request, tried again as often as that may help. */
  private Answer answered(Request request, Told told) throws IOException {
    String host = request.host();
    requireOpen(host);
    Duration waited = Duration.ZERO;
    for (int tried = 1; ; tried++) {
      try {
        Answer answer = once(request);
        hosts.answered(host);
        return answer;
      } catch (PassingException e) {
        @Nullable Duration wait = hosts.again(host, tried, waited, e.asked());
        if (wait == null) {
          throw e.afterTries(tried);
        }
        waited = waited.plus(wait);
        told.waits(request.name(), String.valueOf(e.getMessage()), wait);
      }
    }
  }

  /**
   * One try.
   *
   * @throws PassingException when the next may be answered
   * @throws FetchException when it would not be
   */
  private Answer once(Request request) throws IOException {
    hosts.await(request.host(), gap(request.uri()));
    long deadline = clock.nanos() + settings.deadline().toNanos();
    HttpGet get = new HttpGet(request.uri());
    get.setHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5");
    if (request.before().etag() != null) {
      get.setHeader("If-None-Match", request.before().etag());
    }
    if (request.before().lastModified() != null) {
      get.setHeader("If-Modified-Since", request.before().lastModified());
    }
    try {
      return client.execute(
          get,
          response -> {
            try {
              return answer(response, request, deadline);
            } catch (FetchException e) {
              // The rest of the body is not waited for.
              get.abort();
              throw e;
            }
          });
    } catch (FetchException | PassingException e) {
      throw e;
    } catch (InterruptedIOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      throw new PassingException("no answer in time from " + request.uri().getHost(), 0, null);
    } catch (IOException e) {
      String reason = request.uri().getHost() + " cannot be reached: " + e.getMessage();
      throw isBroken(e) ? new PassingException(reason, 0, null) : new FetchException(reason);
    }
  }

  /** Whether a connection was refused or broke off, also while it was being secured. */
  private static boolean isBroken(IOException failure) {
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SocketException
          || e instanceof NoHttpResponseException
          || e instanceof ConnectionClosedException) {
        return true;
      }
    }
    return false;
  }

  private Answer answer(ClassicHttpResponse response, Request request, long deadline)
      throws IOException {
    int status = response.getCode();
    if (PASSING.contains(status)) {
      @Nullable Header again = response.getFirstHeader("Retry-After");
      @Nullable Duration asked =
          again == null ? null : RetryAfter.wait(again.getValue(), clock.now());
      String message = "HTTP status " + status + " from " + request.uri();
      throw new PassingException(message, status, asked);
    }
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
            request.most(),
            () -> {
              if (clock.nanos() > deadline) {
                throw new FetchException(
                    "not whole after " + settings.deadline().toSeconds() + " seconds");
              }
            });
    String url = request.uri().toString();
    Validators validators =
        new Validators(value(response, "ETag"), value(response, "Last-Modified"));
    FetchedPage page =
        new FetchedPage(request.name(), url, entity.getContentType(), bytes, validators);
    return new Answer(page, null, status);
  }

  private static @Nullable String value(ClassicHttpResponse response, String name) {
    @Nullable Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  /** How long a host is left alone after a request. */
  private Duration gap(URI uri) {
    Duration own = settings.politeness().delay();
    BaseRobotRules rules = robots.get(uri.getScheme() + "://" + uri.getRawAuthority());
    if (rules == null || !settings.politeness().robots()) {
      return own;
    }
    Duration asked = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    return asked.compareTo(own) > 0 ? asked : own;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
