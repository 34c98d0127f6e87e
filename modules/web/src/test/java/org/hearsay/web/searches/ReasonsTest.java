package org.hearsay.web.searches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  private static final Map<String, Object> CLAIM =
      Map.of("about", List.of("kfor"), "aboutNames", List.of("KFOR"));

  @Test
  void whatTheContentNamesIsSaidByItsNameWhetherTheCatalogueKnowsItOrNot() {
    assertThat(Reasons.of(Map.of("entity", List.of("kfor", "nato")), CLAIM))
        .isEqualTo("its content names KFOR");
    assertThat(Reasons.of(Map.of("entity", List.of("name:arta krelani")), CLAIM))
        .isEqualTo("its content names arta krelani");
  }
}
