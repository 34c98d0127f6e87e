package org.hearsay.cli.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.hearsay.sources.Politeness;
import org.hearsay.sources.Retries;
import org.hearsay.sources.SourceSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of a site on this machine. Time goes on when the test says so. */
class FeedsTest {
  private static final Duration EVERY = Duration.ofMinutes(15);

  private final Map<String, String> site = new ConcurrentHashMap<>();

  /** What was asked for, and with which status that was answered. */
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  private final List<String> sent = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  private HttpServer server;
  private String root;
  private long now;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          @Nullable String text = site.get(path);
          String tag = "\"" + (text == null ? 0 : text.hashCode()) + "\"";
          boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          int status = text == null ? 404 : same ? 304 : 200;
          if (!path.equals("/robots.txt")) {
            asked.add(path + " " + status);
          }
          try (exchange) {
            exchange
                .getResponseHeaders()
                .add("Content-Type", path.endsWith(".xml") ? "application/xml" : "text/html");
            exchange.getResponseHeaders().add("ETag", tag);
            byte[] bytes = status == 200 ? String.valueOf(text).getBytes(UTF_8) : new byte[0];
            exchange.sendResponseHeaders(status, status == 200 ? bytes.length : -1);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Future<?> send(String url, @Nullable String type, byte[] page) {
    sent.add(url.replace(root, "") + " " + type);
    return CompletableFuture.completedFuture(null);
  }

  private Feeds feeds(boolean privateAddresses, String... given) throws IOException {
    SourceSettings usual = SourceSettings.defaults();
    SourceSettings quick =
        new SourceSettings(
            new Politeness("Hearsay/test", Duration.ZERO, true),
            usual.timeout(),
            usual.deadline(),
            usual.limits(),
            new Retries(1, Duration.ofSeconds(1), Duration.ofSeconds(1)),
            privateAddresses);
    return new Feeds(
        new Feeds.Choice(
            List.of(given),
            folder.resolve("feeds.txt"),
            new FetchedNames(folder.resolve("fetched.txt")),
            EVERY),
        quick,
        this::send,
        () -> now,
        new PrintWriter(err, true));
  }

  private void feed(String path, String... pages) {
    StringBuilder out = new StringBuilder("<rss version='2.0'><channel><title>News</title>");
    for (String page : pages) {
      out.append("<item><link>").append(root).append(page).append("</link></item>");
    }
    site.put(path, out.append("</channel></rss>").toString());
  }

  private void page(String path) {
    site.put(path, "<html><body><p>A page at " + path + ".</p></body></html>");
  }

  private void pass(Duration time) {
    now += time.toNanos();
    asked.clear();
    sent.clear();
  }

  @Test
  void aFeedIsAskedEverySoOftenAndReadOnlyWhenItHasChanged() throws Exception {
    feed("/rss.xml", "/one", "/two");
    page("/one");
    page("/two");
    Feeds feeds = feeds(true, root + "/rss.xml");
    assertThat(feeds.look()).isTrue();
    assertThat(sent).containsExactly("/one text/html", "/two text/html");
    assertThat(err.toString()).contains("2 pages fetched from feeds");

    pass(EVERY.minusSeconds(1));
    assertThat(feeds.look()).isFalse();
    assertThat(asked).isEmpty();

    pass(Duration.ofSeconds(2));
    assertThat(feeds.look()).isTrue();
    assertThat(asked).containsExactly("/rss.xml 304");

    feed("/rss.xml", "/three", "/one", "/two");
    page("/three");
    pass(EVERY.plusSeconds(1));
    feeds.look();
    assertThat(asked).containsExactly("/rss.xml 200", "/three 200");
    assertThat(sent).containsExactly("/three text/html");
  }

  @Test
  void whatWasFetchedIsNotFetchedAgainAfterARestart() throws Exception {
    feed("/rss.xml", "/one");
    page("/one");
    feeds(true, root + "/rss.xml").look();
    page("/two");
    feed("/rss.xml", "/one", "/two");
    pass(Duration.ofSeconds(1));
    feeds(true, root + "/rss.xml").look();
    assertThat(sent).containsExactly("/two text/html");
  }

  @Test
  void aPageThatIsMissingIsAskedForAgainThoughItsFeedStaysAndThenGivenUp() throws Exception {
    feed("/rss.xml", "/late", "/never");
    Feeds feeds = feeds(true, root + "/rss.xml");
    feeds.look();
    assertThat(sent).isEmpty();
    page("/late");
    pass(EVERY);
    feeds.look();
    assertThat(sent).containsExactly("/late text/html");
    for (int i = 0; i < 6; i++) {
      pass(EVERY);
      feeds.look();
    }
    assertThat(asked).containsExactly("/rss.xml 304");
    assertThat(err.toString().lines().filter(line -> line.contains("/never")))
        .as("said once")
        .hasSize(1);
  }

  @Test
  void feedsAreAddedToTheFileWhileItRuns() throws Exception {
    Feeds feeds = feeds(true);
    assertThat(feeds.look()).isFalse();
    feed("/rss.xml", "/one");
    page("/one");
    Files.writeString(
        folder.resolve("feeds.txt"), "# mine\n\n  " + root + "/rss.xml \nnews.example\n");
    assertThat(feeds.look()).isTrue();
    assertThat(sent).containsExactly("/one text/html");
    assertThat(err.toString()).contains("feeds.txt: news.example is no http or https address");
    Files.writeString(folder.resolve("feeds.txt"), "");
    pass(EVERY.multipliedBy(2));
    assertThat(feeds.look()).isFalse();
  }

  @Test
  void aPageIsNoFeed() throws Exception {
    page("/news");
    feeds(true, root + "/news").look();
    assertThat(sent).isEmpty();
    assertThat(err.toString()).contains("/news is no RSS or Atom feed");
  }

  @Test
  void privateAddressesAreAskedOnlyWhenAllowed() throws Exception {
    feed("/rss.xml", "/one");
    feeds(false, root + "/rss.xml").look();
    assertThat(asked).isEmpty();
    assertThat(err.toString()).contains("--allow-private");
  }
}
