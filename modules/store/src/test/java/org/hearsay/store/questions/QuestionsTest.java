package org.hearsay.store.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearsay.store.QuerySession;
import org.hearsay.store.QueryStore;
import org.hearsay.store.Rows;
import org.hearsay.store.questions.Question.Kind;
import org.hearsay.store.questions.Question.Parameter;
import org.hearsay.store.tables.NameKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionsTest {
  static List<Question> builtIn() {
    return Questions.builtIn();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void everyQuestionRunsWithWhatItTakes(Question question) {
    Map<String, String> given = new HashMap<>();
    for (Parameter parameter : question.parameters()) {
      if (parameter.kind() == Kind.WORD && parameter.fallback() == null) {
        given.put(parameter.name(), "kfor");
      }
    }
    try (QueryStore store = QueryStore.inMemory();
        QuerySession session = store.session()) {
      Rows rows = new Rows();
      session.run(question.sql(), question.values(given), rows);
      assertThat(rows.names()).isNotEmpty();
      assertThat(question.title()).endsWith("?");
    }
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void aParameterWithANumberAsItsFallbackTakesNumbers(Question question) {
    for (Parameter parameter : question.parameters()) {
      String fallback = Objects.requireNonNullElse(parameter.fallback(), "");
      boolean number = fallback.matches("[0-9.]+");
      assertThat(question.numbers(parameter) != Numbers.NONE)
          .as(parameter.name())
          .isEqualTo(number);
      assertThat(question.numbers(parameter).take(fallback)).as(parameter.name()).isTrue();
    }
  }

  @Test
  void numbersAreWholeOrShares() {
    assertThat(List.of("0", "12").stream().allMatch(Numbers.WHOLE::take)).isTrue();
    assertThat(List.of("", "-1", "1.5", "x", "99999999999").stream().anyMatch(Numbers.WHOLE::take))
        .isFalse();
    assertThat(List.of("0", "1", "0.25", ".5", "1.0").stream().allMatch(Numbers.SHARE::take))
        .isTrue();
    assertThat(List.of("", "-0.1", "1.01", "NaN", "1d").stream().anyMatch(Numbers.SHARE::take))
        .isFalse();
  }

  @Test
  void aFileSaysTitleNotesAndParametersBeforeItsStatement() {
    Question read =
        Questions.read(
            "x",
            List.of(
                "-- title: Who?",
                "-- note: One row each.",
                "-- option owner [owner outlet] = state: whose",
                "-- flag missing: only these",
                "-- word about: of what",
                "select 1 -- title: no header",
                "-- note: neither"));
    assertThat(read.title()).isEqualTo("Who?");
    assertThat(read.notes()).isEqualTo("One row each.");
    assertThat(read.parameters())
        .containsExactly(
            new Parameter(
                Kind.OPTION, "owner", List.of(NameKind.OWNER, NameKind.OUTLET), "state", "whose"),
            new Parameter(Kind.FLAG, "missing", List.of(), null, "only these"),
            new Parameter(Kind.WORD, "about", List.of(), null, "of what"));
    assertThat(read.sql()).isEqualTo("select 1 -- title: no header\n-- note: neither");
  }

  @Test
  void aHeaderThatSaysNothingKnownIsRefusedWithItsFile() {
    assertThatThrownBy(() -> Questions.read("x", List.of("-- titel: Who?", "select 1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x")
        .hasMessageContaining("titel");
    assertThatThrownBy(() -> Questions.read("x", List.of("-- option a [outlte]: whose", "select")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x: no kind of name: outlte");
  }
}
