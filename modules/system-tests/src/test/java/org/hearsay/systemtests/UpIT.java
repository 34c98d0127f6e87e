package org.hearsay.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearsay.store.StoreException;
import org.hearsay.store.serving.QueryClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code up} in a process of its own, stopped and started again. */
@Timeout(value = 900, unit = TimeUnit.SECONDS)
class UpIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern ADDRESS = Pattern.compile("(http://localhost:\\d+) answers");

  /** How long after one question the next is asked. */
  private static final Duration AGAIN = Duration.ofMillis(100);

  /** Files are moved fast. */
  private static final Duration INSTANTLY = Duration.ofMillis(1);

  /** More than are on their way at once. */
  private static final int PAGES = 200;

  /** What a process ends with that was told to stop. */
  private static final int TERMINATED = 143;

  private static final String WHOLE =
      "select count(*) from annotations a where len(a.claimIds) ="
          + " (select count(*) from claims c where c.articleId = a.articleId and c.comment is null)";

  private static final Path SAMPLES = StageProcess.root().resolve("samples");

  @TempDir Path folder;
  private Path data;
  private Path inbox;

  @BeforeEach
  void layOut() throws IOException {
    data = folder.resolve("data");
    inbox = Files.createDirectories(data.resolve("inbox"));
    Files.copy(SAMPLES.resolve("pages.tsv"), inbox.resolve("pages.tsv"));
    Files.createDirectories(inbox.resolve("catalogue"));
    Files.copy(SAMPLES.resolve("catalogue/outlets.yaml"), inbox.resolve("catalogue/outlets.yaml"));
  }

  private StageProcess up(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("up", data.toString(), "--port", "0", "--threads", "1"));
    command.addAll(List.of(more));
    return StageProcess.hearsay(folder, command);
  }

  /** Puts a sample page into the inbox as people do who copy a file. */
  private void drop(String page) throws IOException {
    Path file = inbox.resolve("pages").resolve(page);
    Files.createDirectories(file.getParent());
    Files.copy(SAMPLES.resolve("pages").resolve(page), file);
  }

  /** Asks until it is so, while the process lives. */
  private static void await(StageProcess process, Callable<Boolean> condition) throws Exception {
    await(process, AGAIN, condition);
  }

  private static void await(StageProcess process, Duration again, Callable<Boolean> condition)
      throws Exception {
    while (!condition.call()) {
      assertThat(process.endsWithin(again)).as(process::log).isFalse();
    }
  }

  private static String address(StageProcess process) throws Exception {
    Matcher[] found = new Matcher[1];
    await(
        process,
        () -> {
          found[0] = ADDRESS.matcher(process.log());
          return found[0].find();
        });
    return found[0].group(1);
  }

  private static JsonNode get(String address) throws Exception {
    return JSON.readTree(
        CLIENT
            .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
            .body());
  }

  /** The ids of all claims; a list has them twice where the store has. */
  private static List<String> claims(String address) throws Exception {
    List<String> out = new ArrayList<>();
    JsonNode page = get(address + "/api/claims?limit=200");
    assertThat(page.get("next").isNull()).as("they fit on one page").isTrue();
    page.get("rows").forEach(row -> out.add(row.get("id").asText()));
    return out;
  }

  /** Waits until so many articles are annotated, and the store has each claim of theirs. */
  private void awaitArticles(StageProcess process, int articles) throws Exception {
    await(
        process,
        () -> {
          try (QueryClient client = new QueryClient(data.resolve("store.duckdb"))) {
            return Answers.number(client, WHOLE) == articles;
          } catch (StoreException e) {
            // It has not begun to answer.
            return false;
          }
        });
  }

  private static void assertQuiet(StageProcess process) {
    assertThat(process.log().lines())
        .allSatisfy(line -> assertThat(line).matches("hearsay: .*|  (export|bin/hearsay) .*"));
  }

  private List<String> files(String part) throws IOException {
    Path root = data.resolve(part);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void theNextStartShowsWhatWasReadBeforeAndReadsOn() throws Exception {
    drop("balkan-ledger/krelani-interview.html");
    drop("stonegate-review/krelani-answers.html");
    List<String> before;
    try (StageProcess first = up()) {
      String address = address(first);
      awaitArticles(first, 2);
      before = claims(address);
      assertThat(before).isNotEmpty().doesNotHaveDuplicates();
      assertThat(get(address + "/api/articles?limit=10").path("rows"))
          .extracting(row -> row.path("outletName").asText())
          .as("as the lists in the inbox say")
          .containsExactlyInAnyOrder("Balkan Ledger", "Stonegate Review");
      assertThat(files("taken")).hasSize(2);
      assertThat(files("inbox")).containsExactly("catalogue/outlets.yaml", "pages.tsv");
      try (StageProcess second = up()) {
        assertThat(second.await()).isEqualTo(1);
        assertThat(second.log().lines())
            .singleElement()
            .asString()
            .contains("another hearsay up runs on this folder (process ", "stop it");
      }
      assertThat(first.stop()).isEqualTo(TERMINATED);
      assertQuiet(first);
    }
    HttpServer site = site();
    String root = "http://127.0.0.1:" + site.getAddress().getPort();
    try (StageProcess next = up("--feed", root + "/rss.xml", "--allow-private")) {
      String address = address(next);
      assertThat(claims(address)).as("at once").containsExactlyInAnyOrderElementsOf(before);
      drop("adriatic-courier/mayor-barricades.html");
      HttpRequest sent =
          HttpRequest.newBuilder(
                  URI.create(
                      address
                          + "/api/pages?url="
                          + URLEncoder.encode("https://brod.example/three", UTF_8)))
              .header("Content-Type", "text/html")
              .POST(BodyPublishers.ofFile(page("vardar-observer/osce-checkpoints.html")))
              .build();
      await(next, () -> CLIENT.send(sent, BodyHandlers.ofString()).statusCode() == 202);
      awaitArticles(next, 5);
      assertThat(claims(address)).doesNotHaveDuplicates().containsAll(before);
      assertThat(next.stop()).isEqualTo(TERMINATED);
      assertQuiet(next);
    } finally {
      site.stop(0);
    }
  }

  @Test
  void whoIsKilledWhileItTakesPagesGoesOnWithNothingLostAndNothingDoubled() throws Exception {
    List<String> pages = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      String name = "bridge-%03d.html".formatted(i);
      Files.writeString(inbox.resolve(name), bridge(i));
      pages.add(name);
    }
    try (StageProcess taking = up()) {
      await(taking, INSTANTLY, () -> !names("taken").isEmpty());
      taking.kill();
    }
    List<String> kept = names("taken");
    kept.addAll(names("inbox"));
    assertThat(kept).as("no file is lost, and none is in both").containsAll(pages);
    assertThat(kept).doesNotHaveDuplicates();
    try (StageProcess reading = up()) {
      await(reading, INSTANTLY, () -> number("select count(*) from articles") > 0);
      reading.kill();
    }
    try (StageProcess last = up()) {
      awaitArticles(last, PAGES);
      await(last, AGAIN, () -> names("inbox").stream().noneMatch(pages::contains));
      assertThat(names("taken")).containsExactlyInAnyOrderElementsOf(pages);
      assertThat(number("select count(*) from articles")).isEqualTo(PAGES);
      assertThat(number("select count(distinct title) from articles")).isEqualTo(PAGES);
      assertThat(number("select count(distinct articleId) from claims")).isEqualTo(PAGES);
      assertThat(number(repeated("id"))).as("claims that are there twice").isZero();
      assertThat(number(repeated("articleId, contentText")))
          .as("claims that an article has twice")
          .isZero();
      assertThat(last.stop()).isEqualTo(TERMINATED);
    }
  }

  private static String repeated(String columns) {
    return "select count(*) from (select 1 from claims group by "
        + columns
        + " having count(*) > 1)";
  }

  private static String bridge(int number) {
    return """
        <!DOCTYPE html><html lang="en"><head><title>Bridge number %1$d opens</title></head>
        <body><article><h1>Bridge number %1$d opens</h1>
        <p>The mayor of Brod, Ana Vidmar, said on Monday that bridge number %1$d would open in May.
        It was closed for repairs in the autumn, and cars have gone round by the old road.</p>
        </article></body></html>
        """
        .formatted(number);
  }

  /** The names of what lies in a part of the folder, but for lists; none where it is not there. */
  private List<String> names(String part) {
    String @Nullable [] found = data.resolve(part).toFile().list();
    return found == null
        ? new ArrayList<>()
        : new ArrayList<>(Stream.of(found).filter(name -> name.endsWith(".html")).toList());
  }

  /** The number that the running store answers; -1 while none does. */
  private long number(String sql) throws IOException {
    try (QueryClient client = new QueryClient(data.resolve("store.duckdb"))) {
      return Answers.number(client, sql);
    } catch (StoreException e) {
      return -1;
    }
  }

  private static Path page(String name) {
    return SAMPLES.resolve("pages").resolve(name);
  }

  /** A site with a feed of one page. */
  private static HttpServer site() throws IOException {
    HttpServer out =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    out.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] bytes =
              switch (path) {
                case "/rss.xml" ->
                    "<rss version='2.0'><channel><item><link>/page.html</link></item></channel></rss>"
                        .getBytes(UTF_8);
                case "/page.html" ->
                    Files.readAllBytes(page("stonegate-review/diplomats-draft.html"));
                default -> new byte[0];
              };
          try (exchange) {
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    out.start();
    return out;
  }
}
