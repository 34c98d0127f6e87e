package org.hearsay.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hearsay.text.Span;

class PageReaderPropertiesTest {
  private final PageReader reader = new PageReader();

  @Property(tries = 200)
  void anyBytesAreReadOrRefusedAndSpansLieInTheBody(@ForAll byte[] bytes) {
    check(bytes);
  }

  @Property(tries = 200)
  void anyMutatedPageIsReadOrRefusedAndSpansLieInTheBody(@ForAll long seed) {
    Random random = new Random(seed);
    String page =
        random.nextBoolean() ? Pages.html("", Pages.article(), Pages.comments()) : Pages.copied();
    byte[] bytes = page.getBytes(UTF_8);
    for (int i = random.nextInt(40); i > 0; i--) {
      int from = random.nextInt(bytes.length);
      int to = random.nextInt(bytes.length);
      int length = Math.min(random.nextInt(60), bytes.length - Math.max(from, to));
      System.arraycopy(bytes, from, bytes, to, length);
      bytes[from] = (byte) random.nextInt(256);
    }
    check(bytes);
  }

  private void check(byte[] bytes) {
    PageReading reading;
    try {
      reading = reader.read(bytes, "https://lantern.example/", null);
    } catch (UnreadablePageException e) {
      assertThat(e).hasMessageMatching("(?s).+: .+");
      return;
    }
    int end = 0;
    for (Span span : reading.article().paragraphs()) {
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      assertThat(span.of(reading.article().body())).isNotBlank();
      end = span.end();
    }
    assertThat(end).isEqualTo(reading.article().body().length());
  }
}
