package org.hearsay.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** WARC files, which stand for the pages in them. */
class WarcTest extends WithSite {
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
