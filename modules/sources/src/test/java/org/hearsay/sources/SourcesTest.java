package org.hearsay.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Duration;
import org.hearsay.sources.guarded.AddressGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages from the web, from files and from standard input. */
class SourcesTest extends WithSite {
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
    assertThat(taken.failures)
        .singleElement()
        .asString()
        .contains("private address")
        .contains("--allow-private");
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
  void aPageThatIsThereAlreadyIsNotAskedForAgain() throws IOException {
    answers.put("/one", text("text/html", PAGE));
    taken.known.add(root + "/one");
    read(root + "/one");
    assertThat(taken.pages).isEmpty();
    assertThat(asked).doesNotContain("/one");
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
}
