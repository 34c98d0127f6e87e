package org.hearsay.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
  private static final String PAGE = "<html><body><p>The pier is closed.</p></body></html>";

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch done = new CountDownLatch(1);
  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final Taken taken = new Taken();
  private HttpServer server;
  private String root;

  @TempDir Path folder;

  /** What the server says under a path. */
  private interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  /** What came. */
  private static final class Taken implements PageSink {
    final List<FetchedPage> pages = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final Set<String> known = new HashSet<>();

    @Override
    public void page(FetchedPage page) {
      pages.add(page);
    }

    @Override
    public void failed(String name, String reason) {
      failures.add(name + ": " + reason);
    }

    @Override
    public boolean has(String name) {
      return known.contains(name);
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(pool);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          try (exchange) {
            Answer answer = answers.get(path);
            if (answer == null) {
              exchange.sendResponseHeaders(404, -1);
            } else {
              answer.give(exchange);
            }
          }
        });
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    done.countDown();
    server.stop(0);
    pool.shutdownNow();
  }

  private static Answer text(String type, String text) {
    return bytes(type, text.getBytes(UTF_8));
  }

  private static Answer bytes(String type, byte[] bytes) {
    return exchange -> {
      exchange.getResponseHeaders().add("Content-Type", type);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  private static Answer redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  private static SourceSettings settings(boolean privateAddresses, Duration wait) {
    return new SourceSettings(
        "Hearsay-Test/1", wait, wait, 100_000, 3, Duration.ZERO, true, privateAddresses, 10);
  }

  private void read(String input) throws IOException {
    read(input, settings(true, Duration.ofSeconds(20)));
  }

  private void read(String input, SourceSettings settings) throws IOException {
    try (Sources sources = new Sources(settings, new ByteArrayInputStream(PAGE.getBytes(UTF_8)))) {
      sources.read(input, taken);
    }
  }

  @Test
  void aPageIsFetchedWithItsAddressAndType() throws IOException {
    answers.put("/pier", text("text/html; charset=utf-8", PAGE));
    read(root + "/pier");
    assertThat(taken.failures).isEmpty();
    assertThat(taken.pages)
        .singleElement()
        .satisfies(
            page -> {
              assertThat(page.url()).isEqualTo(root + "/pier");
              assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
              assertThat(page.bytes()).asString(UTF_8).isEqualTo(PAGE);
            });
  }

  @Test
  void redirectsAreFollowedAFewTimesAndThePageKeepsTheNameThatWasAsked() throws IOException {
    answers.put("/old", redirect("/pier"));
    answers.put("/pier", text("text/html", PAGE));
    answers.put("/round", redirect("/round"));
    read(root + "/old");
    read(root + "/round");
    assertThat(taken.pages)
        .singleElement()
        .satisfies(
            page -> {
              assertThat(page.name()).isEqualTo(root + "/old");
              assertThat(page.url()).isEqualTo(root + "/pier");
            });
    assertThat(taken.failures).singleElement().asString().contains("more than 3 redirects");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://lantern.example/pier, only http and https",
    "file:///etc/hostname, only http and https",
    "http://me:secret@lantern.example/, no user or password"
  })
  void otherAddressesAreRefused(String address, String reason) throws IOException {
    read(address);
    assertThat(taken.pages).isEmpty();
    assertThat(taken.failures).singleElement().asString().contains(reason);
  }

  @Test
  void privateAddressesAreNotFetchedFromNorRedirectedTo() throws IOException {
    answers.put("/pier", text("text/html", PAGE));
    read(root + "/pier", settings(false, Duration.ofSeconds(20)));
    assertThat(taken.pages).isEmpty();
    assertThat(taken.failures).singleElement().asString().contains("private address");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "10.1.2.3, true",
    "192.168.0.9, true",
    "172.16.5.4, true",
    "169.254.169.254, true",
    "100.64.0.1, true",
    "0.0.0.0, true",
    "::1, true",
    "fd00::1, true",
    "::ffff:10.0.0.1, true",
    "64:ff9b::a00:1, true",
    "93.184.216.34, false",
    "2606:2800:220:1::1, false"
  })
  void privateAddressesAreKnown(String address, boolean is) throws IOException {
    assertThat(AddressGuard.isPrivate(InetAddress.getByName(address))).isEqualTo(is);
  }

  @Test
  void robotsAreObeyed() throws IOException {
    answers.put(
        "/robots.txt",
        text(
            "text/plain",
            "User-agent: hearsay-test\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n"));
    answers.put("/private/pier", text("text/html", PAGE));
    answers.put("/pier", text("text/html", PAGE));
    read(root + "/private/pier");
    read(root + "/pier");
    assertThat(taken.failures).singleElement().asString().contains("robots.txt");
    assertThat(taken.pages).hasSize(1);
    assertThat(asked).doesNotContain("/private/pier");
  }

  @Test
  void aPageOverTheLimitIsRefusedWhateverItSaysOfItsLength() throws IOException {
    answers.put(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          byte[] piece = new byte[8_192];
          for (int i = 0; i < 100_000; i++) {
            out.write(piece);
          }
        });
    answers.put(
        "/bomb",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          byte[] bomb = zipped(new byte[5_000_000]);
          exchange.sendResponseHeaders(200, bomb.length);
          exchange.getResponseBody().write(bomb);
        });
    read(root + "/endless");
    read(root + "/bomb");
    assertThat(taken.pages).isEmpty();
    assertThat(taken.failures).hasSize(2).allMatch(f -> f.contains("limit of 100000 bytes"));
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUp() throws IOException {
    answers.put(
        "/slow",
        exchange -> {
          try {
            done.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    read(root + "/slow", settings(true, Duration.ofMillis(300)));
    assertThat(taken.failures).singleElement().asString().contains("no answer in time");
  }

  @Test
  void aFeedStandsForItsPages() throws IOException {
    answers.put("/one", text("text/html", PAGE));
    answers.put("/two", text("text/html", PAGE));
    answers.put(
        "/rss",
        text(
            "application/rss+xml",
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Lantern</title><link>"
                + root
                + "</link><description>News</description><item><title>One</title><link>"
                + root
                + "/one</link></item><item><title>Gone</title><link>"
                + root
                + "/gone</link></item></channel></rss>"));
    answers.put(
        "/atom",
        text(
            "application/atom+xml",
            "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Lantern</title>"
                + "<id>urn:x</id><updated>2031-06-02T00:00:00Z</updated><entry><title>Two</title>"
                + "<id>urn:y</id><updated>2031-06-02T00:00:00Z</updated><link href=\""
                + root
                + "/two\"/></entry></feed>"));
    read(root + "/rss");
    read(root + "/atom");
    assertThat(taken.pages)
        .extracting(FetchedPage::name)
        .containsExactly(root + "/one", root + "/two");
    assertThat(taken.failures).singleElement().asString().contains("/gone").contains("404");
  }

  @Test
  void aSitemapIndexStandsForThePagesOfItsSitemapsAndKnownOnesAreLeftOut() throws IOException {
    answers.put("/one", text("text/html", PAGE));
    answers.put("/two", text("text/html", PAGE));
    answers.put(
        "/sitemap.xml",
        text(
            "application/xml",
            "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + "<sitemap><loc>"
                + root
                + "/part.xml.gz</loc></sitemap></sitemapindex>"));
    answers.put(
        "/part.xml.gz",
        bytes(
            "application/gzip",
            zipped(
                ("<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>"
                        + root
                        + "/one</loc></url><url><loc>"
                        + root
                        + "/two</loc></url></urlset>")
                    .getBytes(UTF_8))));
    taken.known.add(root + "/one");
    read(root + "/sitemap.xml");
    assertThat(taken.failures).isEmpty();
    assertThat(taken.pages).extracting(FetchedPage::name).containsExactly(root + "/two");
  }

  @Test
  void linksOfAFeedMayBeRelativeAndAPageThatTwoFeedsNameIsFetchedOnce() throws IOException {
    answers.put("/news/one", text("text/html", PAGE));
    String feed =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Lantern</title><link>x</link>"
            + "<description>News</description><item><title>One</title><link>one</link></item></channel></rss>";
    answers.put("/news/rss", text("application/rss+xml", feed));
    answers.put("/news/world", text("application/rss+xml", feed));
    try (Sources sources =
        new Sources(
            settings(true, Duration.ofSeconds(20)), new ByteArrayInputStream(new byte[0]))) {
      sources.read(root + "/news/rss", taken);
      sources.read(root + "/news/world", taken);
      sources.read(root + "/news/one", taken);
    }
    assertThat(taken.failures).isEmpty();
    assertThat(taken.pages).extracting(FetchedPage::name).containsExactly(root + "/news/one");
  }

  @Test
  void aBrokenSitemapIsNamedAndThePagesOfTheOthersAreFetched() throws IOException {
    answers.put("/one", text("text/html", PAGE));
    String start =
        "<?xml version=\"1.0\"?><%s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    StringBuilder index = new StringBuilder(String.format(start, "sitemapindex"));
    for (String part : List.of("bomb.xml.gz", "cut.xml.gz", "good.xml")) {
      index.append("<sitemap><loc>" + root + "/" + part + "</loc></sitemap>");
    }
    answers.put("/sitemap.xml", text("application/xml", index + "</sitemapindex>"));
    answers.put("/bomb.xml.gz", bytes("application/gzip", zipped(new byte[5_000_000])));
    byte[] cut = java.util.Arrays.copyOf(zipped(new byte[90_000]), 60);
    answers.put("/cut.xml.gz", bytes("application/gzip", cut));
    answers.put(
        "/good.xml",
        text(
            "application/xml",
            String.format(start, "urlset") + "<url><loc>" + root + "/one</loc></url></urlset>"));
    read(root + "/sitemap.xml");
    assertThat(taken.pages).extracting(FetchedPage::name).containsExactly(root + "/one");
    assertThat(taken.failures)
        .satisfiesExactly(
            failure -> assertThat(failure).contains("bomb.xml.gz", "limit of 100000 bytes"),
            failure -> assertThat(failure).contains("cut.xml.gz", "not a sitemap"));
  }

  @Test
  void aPageThatIsThereAlreadyIsNotAskedForAgain() throws IOException {
    answers.put("/one", text("text/html", PAGE));
    taken.known.add(root + "/one");
    read(root + "/one");
    assertThat(taken.pages).isEmpty();
    assertThat(asked).doesNotContain("/one");
  }

  @Test
  void aWarcFileOnAServerIsToBeDownloadedFirst() throws IOException {
    read(root + "/crawl/news.warc.gz");
    assertThat(taken.failures).singleElement().asString().contains("download it first");
  }

  @Test
  void aWarcRecordWhoseTypeIsMalformedIsAPage() throws IOException {
    Path file = folder.resolve("odd.warc");
    Files.write(
        file,
        record("http://lantern.example/pier", "text/html; ;charset", "", PAGE.getBytes(UTF_8)));
    read(file.toString());
    assertThat(taken.failures).isEmpty();
    assertThat(taken.pages).hasSize(1);
  }

  @Test
  void aFeedWithAnExternalEntityIsRefused() throws IOException {
    answers.put(
        "/rss",
        text(
            "application/rss+xml",
            "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss"
                + " version=\"2.0\"><channel><title>&x;</title><link>x</link><description>x</description>"
                + "</channel></rss>"));
    read(root + "/rss");
    assertThat(taken.pages).isEmpty();
    assertThat(taken.failures).singleElement().asString().contains("not a feed");
  }

  @Test
  void theHtmlResponsesOfAWarcFileArePagesAndBombsAreRefused() throws IOException {
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    warc.write(
        zipped(record("http://lantern.example/pier", "text/html", "", PAGE.getBytes(UTF_8))));
    warc.write(zipped(record("http://lantern.example/pier.jpg", "image/jpeg", "", new byte[10])));
    warc.write(
        zipped(
            record(
                "http://lantern.example/bomb",
                "text/html",
                "Content-Encoding: gzip\r\n",
                zipped(new byte[5_000_000]))));
    Path file = folder.resolve("news.warc.gz");
    Files.write(file, warc.toByteArray());
    read(file.toString());
    assertThat(taken.pages)
        .singleElement()
        .satisfies(
            page -> {
              assertThat(page.url()).isEqualTo("http://lantern.example/pier");
              assertThat(page.bytes()).asString(UTF_8).isEqualTo(PAGE);
            });
    assertThat(taken.failures).singleElement().asString().contains("limit of 100000 bytes");
  }

  @Test
  void aBrokenWarcFileIsNamedAndTheNextFileIsRead() throws IOException {
    Files.writeString(folder.resolve("a.warc"), "no record at all");
    Files.writeString(folder.resolve("b.html"), PAGE);
    read(folder.toString());
    assertThat(taken.failures).singleElement().asString().contains("a.warc");
    assertThat(taken.pages).singleElement().satisfies(p -> assertThat(p.name()).endsWith("b.html"));
  }

  @Test
  void filesFoldersAndStandardInputAreRead() throws IOException {
    Files.writeString(folder.resolve("b.html"), PAGE);
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("a/a.html"), PAGE);
    read(folder.toString());
    read("-");
    read(folder.resolve("missing").toString());
    assertThat(taken.pages).hasSize(3);
    assertThat(taken.failures).singleElement().asString().contains("no such file");
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] record(String url, String type, String headers, byte[] body)
      throws IOException {
    ByteArrayOutputStream http = new ByteArrayOutputStream();
    http.write(
        ("HTTP/1.1 200 OK\r\nContent-Type: "
                + type
                + "\r\n"
                + headers
                + "Content-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(UTF_8));
    http.write(body);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
                + url
                + "\r\nWARC-Date: 2031-06-02T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:"
                + java.util.UUID.nameUUIDFromBytes(url.getBytes(UTF_8))
                + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                + http.size()
                + "\r\n\r\n")
            .getBytes(UTF_8));
    http.writeTo(out);
    out.write("\r\n\r\n".getBytes(UTF_8));
    return out.toByteArray();
  }
}
