package org.hearsay.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.errors.SerializationException;
import org.hearsay.topology.Tally.Kind;
import org.hearsay.topology.Tally.Line;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static Tally sources(List<Integer> names) {
    Tally.Builder out = new Tally.Builder();
    names.forEach(
        name -> out.add(Line.of(Kind.SOURCE, null, "n" + name, "NAMED", "true"), 1, 7, 3));
    return out.build();
  }

  @Property
  void whatWasAddedCanBeTakenAwayInAnyOrder(
      @ForAll @Size(max = 20) List<@Size(max = 12) List<@IntRange(max = 30) Integer>> given,
      @ForAll Random random) {
    Tally sum = Tally.NONE;
    List<Tally> added = new ArrayList<>();
    for (List<Integer> names : given) {
      Tally tally = sources(names);
      sum = sum.plus(tally).capped();
      added.add(tally);
    }
    java.util.Collections.shuffle(added, random);
    for (Tally tally : added) {
      sum = sum.minus(tally).capped();
    }
    assertThat(sum).isEqualTo(Tally.NONE);
  }

  @Property(tries = 100)
  void sumsStayExactWhenNamesAreGivenUp(
      @ForAll @Size(max = 30) List<@Size(max = 40) List<@IntRange(max = 2000) Integer>> given,
      @ForAll Random random) {
    Tally sum = Tally.NONE;
    List<Tally> kept = new ArrayList<>();
    for (List<Integer> names : given) {
      sum = sum.plus(sources(names)).capped();
      kept.add(sources(names));
    }
    while (kept.size() > 2) {
      sum = sum.minus(kept.remove(random.nextInt(kept.size()))).capped();
    }
    Tally expected = Tally.NONE;
    for (Tally tally : kept) {
      expected = expected.plus(tally);
    }
    assertThat(sum.total(Kind.SOURCE, 0)).isEqualTo(expected.total(Kind.SOURCE, 0));
    assertThat(sum.total(Kind.SOURCE, 1)).isEqualTo(expected.total(Kind.SOURCE, 1));
    assertThat(sum.lines(Kind.SOURCE)).hasSizeLessThanOrEqualTo(200);
    Tally last = sum;
    assertThat(sum.lines(Kind.SOURCE)).allMatch(line -> last.get(line, 0) > 0);
  }

  @Property
  void aTallyIsReadAsItWasWritten(@ForAll @Size(max = 20) List<String> names, @ForAll long value) {
    Tally.Builder out = new Tally.Builder();
    names.forEach(name -> out.add(Line.of(Kind.NAMING, null, name, name, null, "OUTLET"), value));
    Tally tally = out.build();
    byte[] bytes = TallySerde.serde().serializer().serialize("topic", tally);
    assertThat(TallySerde.serde().deserializer().deserialize("topic", bytes)).isEqualTo(tally);
  }

  /** Some bytes are a tally by chance, such as an empty one. */
  @Property
  void anyBytesAreATallyOrAreRefused(@ForAll @Size(min = 1, max = 40) byte[] bytes) {
    Throwable thrown =
        catchThrowable(() -> TallySerde.serde().deserializer().deserialize("topic", bytes));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(SerializationException.class);
    }
  }

  @Test
  void aTallyThatIsCutOffIsRefused() {
    Tally.Builder out = new Tally.Builder();
    out.add(Line.of(Kind.NAMING, null, "the lake", "the lake", null, "OUTLET"), 3);
    byte[] bytes = TallySerde.serde().serializer().serialize("topic", out.build());
    byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
    assertThatThrownBy(() -> TallySerde.serde().deserializer().deserialize("topic", cut))
        .isInstanceOf(SerializationException.class);
  }
}
