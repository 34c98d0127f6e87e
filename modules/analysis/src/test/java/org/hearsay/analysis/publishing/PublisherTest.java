package org.hearsay.analysis.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.claims.ChainLink;
import org.hearsay.entities.Catalogue;
import org.hearsay.page.PageArticle;
import org.hearsay.page.PageReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are fiction. */
class PublisherTest {
  private final PageReader reader = new PageReader();
  private final Publisher publisher = new Publisher(Catalogue.builtIn());

  private PageArticle article(String site, @Nullable String address) throws Exception {
    String page =
        """
        <html><head><title>Eels return to the lake</title>
        <meta property="og:site_name" content="%s"></head><body><article>
        <h1>Eels return to the lake</h1>
        <p>Originally published on RT.</p>
        <p>The eels have returned to the lake after nine years, fishers of the village said on
        Monday, and with them the herons that had left for the coast.</p>
        <p>Nobody knows how many there are, since the counting of them was given up long ago.</p>
        </article></body></html>
        """
            .formatted(site);
    return reader.read(page.getBytes(StandardCharsets.UTF_8), address, "text/html").article();
  }

  @ParameterizedTest
  @CsvSource({
    "The Lake Gazette,https://lake-gazette.example/eels",
    "SouthFront,https://southfront.press/eels",
    "SouthFront,https://lake-gazette.example/eels",
    "SouthFront,"
  })
  void whatWasPublishedIsRestoredAsItWas(String site, @Nullable String address) throws Exception {
    PageArticle article = article(site, address);
    Publication published = publisher.publish(article, address);
    List<@Nullable String> outlets = new ArrayList<>();
    published.notices().forEach(notice -> outlets.add(notice.outletId()));

    assertThat(published.origin()).extracting(ChainLink::name).contains("RT");
    assertThat(
            publisher.restore(
                new PublishedBefore(
                    published.id(), published.outletId(), published.outletName(), outlets),
                article,
                address))
        .isEqualTo(published);
  }
}
