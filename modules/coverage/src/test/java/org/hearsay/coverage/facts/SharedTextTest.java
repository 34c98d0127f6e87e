package org.hearsay.coverage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hearsay.lineage.Extent;
import org.hearsay.lineage.Passage;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

class SharedTextTest {
  private static SharedText shared(Passage... passages) {
    return new SharedText(Extent.PASSAGES, 0.5, List.of(passages));
  }

  private static Passage passage(int copy, int copyLength, int origin, int originLength) {
    return new Passage(
        new Span(copy, copy + copyLength), new Span(origin, origin + originLength), 20);
  }

  @Test
  void whatStandsInAPassageIsFoundInTheOriginsPassage() {
    assertThat(shared(passage(100, 200, 500, 200)).inOrigin(List.of(new Span(120, 150))))
        .contains(new Span(520, 550));
    assertThat(shared(passage(100, 200, 500, 100)).inOrigin(List.of(new Span(120, 300))))
        .as("cut to half its length")
        .contains(new Span(510, 600));
  }

  @Test
  void whatStandsInSeveralPiecesOrPassagesIsTakenTogether() {
    SharedText shared = shared(passage(0, 100, 0, 100), passage(100, 100, 300, 100));
    assertThat(shared.inOrigin(List.of(new Span(10, 20), new Span(150, 160))))
        .contains(new Span(10, 360));
    assertThat(shared.inOrigin(List.of(new Span(90, 110)))).contains(new Span(90, 310));
  }

  @Test
  void whatStandsInNoPassageIsNowhere() {
    assertThat(shared(passage(0, 100, 0, 100)).inOrigin(List.of(new Span(100, 130)))).isEmpty();
    assertThat(shared().inOrigin(List.of(new Span(0, 30)))).isEmpty();
    assertThat(shared(passage(0, 100, 0, 100)).inOrigin(List.of())).isEmpty();
  }

  @Property
  void aPlaceLiesInThePassagesAndThereIsOneWhereTheContentWasCopied(
      @ForAll List<@IntRange(max = 90) Integer> lengths,
      @ForAll @IntRange(max = 400) int start,
      @ForAll @IntRange(min = 1, max = 100) int length) {
    List<Passage> passages = new ArrayList<>();
    int at = 0;
    for (int one : lengths) {
      passages.add(passage(at, one, 3 * at, one / 2));
      at += one + 5;
    }
    SharedText shared = new SharedText(Extent.PASSAGES, 0.5, passages);
    List<Span> content = List.of(new Span(start, start + length));
    shared
        .inOrigin(content)
        .ifPresent(
            place -> {
              assertThat(passages)
                  .anyMatch(p -> p.origin().contains(new Span(place.start(), place.start())));
              assertThat(passages)
                  .anyMatch(p -> p.origin().contains(new Span(place.end(), place.end())));
            });
    assertThat(shared.inOrigin(content).isPresent() || !shared.covers(content, true)).isTrue();
  }
}
