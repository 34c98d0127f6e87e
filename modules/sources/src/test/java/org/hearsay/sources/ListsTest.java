package org.hearsay.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Feeds and sitemaps, which stand for the pages that they name. */
class ListsTest extends WithSite {
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
}
