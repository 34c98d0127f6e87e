package org.hearsay.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hearsay.benchmarks.Desk.Work;
import org.hearsay.benchmarks.LineageAccuracy.Finder;
import org.hearsay.benchmarks.LineageAccuracy.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineageAccuracyTest {
  static Stream<Finder> finders() {
    return Stream.of(LineageAccuracy::amongArticles, LineageAccuracy::throughTheStage);
  }

  @ParameterizedTest
  @MethodSource("finders")
  void generatedCopiesAreFoundInTheirDirectionAndIndependentReportsAreNot(Finder finder) {
    Result result = LineageAccuracy.measure(LineageAccuracy.generated(60), 3, finder);
    assertThat(result.wrong()).isEmpty();
    assertThat(result.byWork()).hasSize(Work.values().length);
    result
        .byWork()
        .forEach(
            (work, score) -> {
              assertThat(score.copies()).as(work.name()).isPositive();
              assertThat(score.recall()).as(work.name()).isGreaterThanOrEqualTo(0.95);
              assertThat(score.directed()).as(work.name()).isEqualTo(score.found());
            });
  }

  @Test
  void theSameSeedGivesTheSameNews() {
    assertThat(LineageAccuracy.generated(3)).isEqualTo(LineageAccuracy.generated(3));
    assertThat(LineageAccuracy.generated(3)).doesNotHaveDuplicates();
  }
}
