package org.hearsay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SpanIndexTest {
  @Provide
  Arbitrary<Span> spans() {
    return Arbitraries.integers()
        .between(0, 2000)
        .flatMap(
            start ->
                Arbitraries.integers()
                    .between(0, 700)
                    .map(length -> new Span(start, start + length)));
  }

  @Provide
  Arbitrary<List<Span>> lists() {
    return spans().list().ofMaxSize(30);
  }

  @Property
  void findsThoseThatOverlapAndNoOthers(
      @ForAll("lists") List<Span> spans, @ForAll("lists") List<Span> asked) {
    SpanIndex index = SpanIndex.of(spans, span -> span);

    int[] expected =
        IntStream.range(0, spans.size())
            .filter(i -> asked.stream().anyMatch(spans.get(i)::overlaps))
            .toArray();
    assertThat(index.overlapping(asked)).containsExactly(expected);
    assertThat(index.overlapping(asked, spans)).hasSize(expected.length);
  }

  @Property
  void saysWhetherAnyOverlaps(@ForAll("lists") List<Span> spans, @ForAll("spans") Span asked) {
    SpanIndex index = SpanIndex.of(spans, span -> span);

    assertThat(index.overlaps(asked)).isEqualTo(spans.stream().anyMatch(asked::overlaps));
  }

  @Property
  void findsOneOfSeveralPartsOnce(@ForAll("lists") List<Span> parts, @ForAll("spans") Span asked) {
    SpanIndex index = SpanIndex.ofParts(List.of(parts), part -> part);

    boolean overlaps = parts.stream().anyMatch(asked::overlaps);
    assertThat(index.overlapping(asked)).isEqualTo(overlaps ? new int[] {0} : new int[0]);
  }

  @Property
  void countsTheFirstPlacesOfAListInOrder(
      @ForAll("lists") List<Span> spans, @ForAll("spans") Span at) {
    List<Span> sorted = spans.stream().sorted().toList();

    int count = Sorted.count(sorted.size(), i -> sorted.get(i).start() < at.start());

    assertThat(count)
        .isEqualTo((int) sorted.stream().filter(span -> span.start() < at.start()).count());
  }

  @Test
  void findsNothingBeyondWhatItHolds() {
    assertThat(new SpanIndex().overlapping(new Span(5, 100_000))).isEmpty();
  }
}
