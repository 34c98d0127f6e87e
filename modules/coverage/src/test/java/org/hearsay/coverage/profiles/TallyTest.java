package org.hearsay.coverage.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hearsay.coverage.profiles.Tally.Kind;
import org.hearsay.coverage.profiles.Tally.Line;
import org.hearsay.framing.Voice;

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

  @Example
  void aLineSaysWhatItsKindHasAndNothingElse() {
    Line line = Line.of(Kind.NAMING, null, "the lake", "the pond", "", "READER");
    assertThat(line.id()).isNull();
    assertThat(line.name()).isEqualTo("the lake");
    assertThat(line.variant()).isEqualTo("the pond");
    assertThat(line.label()).isNull();
    assertThat(line.voice()).isEqualTo(Voice.READER);
    assertThatThrownBy(line::whose).isInstanceOf(IllegalStateException.class);
    assertThat(Line.of(Kind.ARTICLES, "republished").whose()).isEqualTo(Authorship.REPUBLISHED);
  }
}
