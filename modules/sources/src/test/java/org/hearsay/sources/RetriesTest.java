package org.hearsay.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hearsay.sources.guarded.RetryAfter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that fail for a reason that may pass, against a real server; only the clock is not. */
class RetriesTest extends WithSite {
  private static final Retries FOUR =
      new Retries(4, Duration.ofSeconds(1), Duration.ofSeconds(120));

  private final Passing clock = new Passing();

  /** Time that passes when somebody waits. */
  private static final class Passing implements Clock {
    final List<Long> slept = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    @Override
    public Instant now() {
      return Instant.parse("2031-06-02T10:00:00Z").plus(passed);
    }

    @Override
    public long nanos() {
      return passed.toNanos();
    }

    @Override
    public void sleep(Duration wait) {
      if (!wait.isZero() && !wait.isNegative()) {
        slept.add(wait.toSeconds());
        passed = passed.plus(wait);
      }
    }
  }

  private void readAll(Retries retries, String... inputs) throws IOException {
    SourceSettings settings = settings(true, Duration.ofSeconds(20), retries);
    try (Sources sources = new Sources(settings, new ByteArrayInputStream(new byte[0]), clock)) {
      for (String input : inputs) {
        sources.read(input, taken);
      }
    }
  }

  /** Answers with the given ones in turn, the last of them for ever. */
  private static Answer inTurn(Answer... given) {
    AtomicInteger next = new AtomicInteger();
    return exchange -> given[Math.min(next.getAndIncrement(), given.length - 1)].give(exchange);
  }

  private static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  private static Answer busy(int status, String retryAfter) {
    return exchange -> {
      exchange.getResponseHeaders().add("Retry-After", retryAfter);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  private long times(String path) {
    return Collections.frequency(asked, path);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 522, 524})
  void aStatusThatMayPassIsTriedAgainAfterWaitsThatGrow(int status) throws IOException {
    answers.put("/pier", inTurn(status(status), status(status), text("text/html", PAGE)));
    readAll(FOUR, root + "/pier");
    assertThat(taken.failures).isEmpty();
    assertThat(taken.pages).hasSize(1);
    assertThat(clock.slept).containsExactly(1L, 2L);
    assertThat(taken.waits)
        .containsExactly(
            root + "/pier 1 s: HTTP status " + status + " from " + root + "/pier",
            root + "/pier 2 s: HTTP status " + status + " from " + root + "/pier");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 451, 501, 505})
  void aStatusThatWillStayIsNot(int status) throws IOException {
    answers.put("/pier", status(status));
    readAll(FOUR, root + "/pier");
    assertThat(times("/pier")).isEqualTo(1);
    assertThat(clock.slept).isEmpty();
    assertThat(taken.failures)
        .containsExactly(root + "/pier: HTTP status " + status + " from " + root + "/pier");
  }

  @Test
  void theServersWordOnHowLongToWaitCountsInSecondsAndAsADate() throws IOException {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.parse("2031-06-02T10:00:47Z").atOffset(ZoneOffset.UTC));
    answers.put("/pier", inTurn(busy(429, "17"), busy(503, date), text("text/html", PAGE)));
    readAll(FOUR, root + "/pier");
    assertThat(taken.pages).hasSize(1);
    assertThat(clock.slept).containsExactly(17L, 30L);
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "0, 0",
    "'Mon, 02 Jun 2031 10:00:09 GMT', 9",
    "'Monday, 02-Jun-31 10:00:09 GMT', 9",
    "'Mon Jun  2 10:00:09 2031', 9",
    "'Mon, 02 Jun 2031 09:00:00 GMT', 0",
    "soon,",
    "-5,",
    "1.5,",
    "99999999999999999999,"
  })
  void retryAfterIsReadInEachOfItsForms(String value, Long seconds) {
    assertThat(RetryAfter.wait(value, clock.now()))
        .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
  }

  @Test
  void aPageIsGivenUpAfterSoManyTriesAndTheReasonSaysHowMany() throws IOException {
    answers.put("/pier", status(503));
    readAll(FOUR, root + "/pier");
    assertThat(times("/pier")).isEqualTo(4);
    assertThat(clock.slept).containsExactly(1L, 2L, 4L);
    assertThat(taken.failures).singleElement().asString().contains("503", "after 4 tries");
  }

  @Test
  void allWaitsForAnAddressTogetherAreBounded() throws IOException {
    answers.put("/pier", busy(503, "50"));
    readAll(FOUR, root + "/pier");
    assertThat(times("/pier")).as("50 s, 50 s, and a third time would be too long").isEqualTo(3);
    assertThat(clock.slept).containsExactly(50L, 50L);
  }

  @Test
  void aHostThatAsksForMorePatienceThanThereIsIsLeftAloneForAsLong() throws IOException {
    answers.put("/pier", inTurn(busy(429, "3600"), text("text/html", PAGE)));
    answers.put("/quay", text("text/html", PAGE));
    readAll(FOUR, root + "/pier", root + "/quay");
    assertThat(clock.slept).isEmpty();
    assertThat(taken.failures.get(0)).contains("429", "asks to wait 3600 s");
    assertThat(taken.failures.get(1)).contains("not to be asked before 2031-06-02T11:00:00Z");
    assertThat(asked).doesNotContain("/quay");
  }

  @Test
  void aHostThatIsLeftAloneIsStillAskedForItsRobotsAfterwards() throws IOException {
    answers.put(
        "/robots.txt",
        inTurn(busy(429, "3600"), text("text/plain", "User-agent: *\nDisallow: /pier\n")));
    answers.put("/pier", text("text/html", PAGE));
    SourceSettings settings = settings(true, Duration.ofSeconds(20), FOUR);
    try (Sources sources = new Sources(settings, new ByteArrayInputStream(new byte[0]), clock)) {
      sources.read(root + "/pier", taken);
      sources.read(root + "/pier?2", taken);
      assertThat(asked).containsExactly("/robots.txt");
      clock.sleep(Duration.ofHours(1));
      sources.read(root + "/pier?3", taken);
    }
    assertThat(asked).containsExactly("/robots.txt", "/robots.txt");
    assertThat(taken.failures.get(0)).contains("/robots.txt", "asks to wait 3600 s");
    assertThat(taken.failures.get(1)).contains("asks not to be asked before");
    assertThat(taken.failures.get(2)).contains("does not allow");
  }

  @Test
  void aSiteThatIsDownIsNotWaitedForAPageAtATime() throws IOException {
    for (String path : List.of("/a", "/b", "/c", "/d", "/e")) {
      answers.put(path, status(503));
    }
    answers.put("/f", text("text/html", PAGE));
    answers.put("/g", inTurn(status(503), text("text/html", PAGE)));
    readAll(
        FOUR,
        Stream.of("/a", "/b", "/c", "/d", "/e", "/f", "/g")
            .map(p -> root + p)
            .toArray(String[]::new));
    assertThat(List.of(times("/a"), times("/c"), times("/d"), times("/e")))
        .containsExactly(4L, 4L, 1L, 1L);
    assertThat(taken.failures).hasSize(5);
    assertThat(times("/g")).as("it answers again, and has all patience again").isEqualTo(2);
  }

  @Test
  void aConnectionThatIsClosedWithoutAnAnswerOrInTheMiddleOfOneIsTriedAgain() throws IOException {
    Answer cut =
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(PAGE.getBytes(UTF_8));
        };
    answers.put("/pier", inTurn(HttpExchange::close, cut, text("text/html", PAGE)));
    readAll(FOUR, root + "/pier");
    assertThat(taken.failures).isEmpty();
    assertThat(taken.pages)
        .singleElement()
        .satisfies(page -> assertThat(page.bytes()).asString(UTF_8).isEqualTo(PAGE));
    assertThat(clock.slept).containsExactly(1L, 2L);
  }

  @Test
  void aConnectionThatIsResetIsTriedAgain() throws Exception {
    AtomicInteger resets = new AtomicInteger();
    try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Future<?> unused = pool.submit(() -> resetAll(rude, resets));
      Retries twice = new Retries(2, Duration.ofSeconds(1), Duration.ofSeconds(120));
      readAll(twice, "http://127.0.0.1:" + rude.getLocalPort() + "/pier");
    }
    assertThat(resets).as("robots.txt and the page, twice each").hasValue(4);
    assertThat(taken.failures).singleElement().asString().contains("after 2 tries");
  }

  private static void resetAll(ServerSocket rude, AtomicInteger resets) {
    while (true) {
      try (Socket socket = rude.accept()) {
        socket.getInputStream().read();
        resets.incrementAndGet();
        // Closed with the rest still unread and nothing to linger for: a reset, not an end.
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        return; // The test is over.
      }
    }
  }

  @Test
  void aServerThatDoesNotAnswerInTimeIsAskedAgain() throws IOException {
    Answer slow =
        exchange -> {
          try {
            done.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    answers.put("/pier", inTurn(slow, text("text/html", PAGE)));
    SourceSettings impatient = settings(true, Duration.ofMillis(500), FOUR);
    try (Sources sources = new Sources(impatient, new ByteArrayInputStream(new byte[0]), clock)) {
      sources.read(root + "/pier", taken);
    }
    assertThat(taken.pages).hasSize(1);
    assertThat(taken.waits).singleElement().asString().contains("no answer in time");
  }

  @Test
  void robotsAndFeedsAreTriedAgainToo() throws IOException {
    answers.put(
        "/robots.txt",
        inTurn(status(503), text("text/plain", "User-agent: *\nDisallow: /private\n")));
    answers.put(
        "/rss",
        inTurn(
            status(502),
            text(
                "application/rss+xml",
                "<rss version='2.0'><channel><title>L</title><link>x</link><description>n"
                    + "</description><item><link>/one</link></item><item><link>/private/two</link>"
                    + "</item></channel></rss>")));
    answers.put("/one", text("text/html", PAGE));
    readAll(FOUR, root + "/rss");
    assertThat(taken.pages).extracting(FetchedPage::name).containsExactly(root + "/one");
    assertThat(taken.failures).singleElement().asString().contains("does not allow");
    assertThat(taken.waits)
        .satisfiesExactly(
            wait -> assertThat(wait).startsWith(root + "/robots.txt 1 s"),
            wait -> assertThat(wait).startsWith(root + "/rss 1 s"));
  }

  @Test
  void aRobotsFileThatStaysUnreadableForbidsAndTheReasonSaysSo() throws IOException {
    answers.put("/robots.txt", status(503));
    answers.put("/pier", text("text/html", PAGE));
    readAll(FOUR, root + "/pier");
    assertThat(asked).doesNotContain("/pier");
    assertThat(taken.failures)
        .singleElement()
        .asString()
        .contains("robots.txt of 127.0.0.1 cannot be read for now", "try it later");
  }

  @Test
  void anEmptyAnswerForRobotsAllowsEverything() throws IOException {
    answers.put("/robots.txt", status(204));
    answers.put("/pier", text("text/html", PAGE));
    readAll(FOUR, root + "/pier");
    assertThat(taken.failures).isEmpty();
    assertThat(taken.pages).hasSize(1);
  }
}
