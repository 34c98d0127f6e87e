package org.hearsay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void aSpanRefusesAReversedRange() {
    assertThatThrownBy(() -> new Span(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void touchingSpansDoNotOverlap() {
    assertThat(new Span(0, 3).overlaps(new Span(3, 5))).isFalse();
    assertThat(new Span(0, 4).overlaps(new Span(3, 5))).isTrue();
  }

  @Test
  void namesFoldOverCaseDiacriticsAndApostrophes() {
    assertThat(Fold.name("  Vučić’s\u00a0 Đuro ")).isEqualTo("vucic's duro");
  }

  @Test
  void idsAreStableAndKeepTheirPartsApart() {
    assertThat(Ids.of("a", "b")).isEqualTo(Ids.of("a", "b")).hasSize(24);
    assertThat(Ids.of("ab", "")).isNotEqualTo(Ids.of("a", "b"));
  }

  @Property
  void foldingTwiceChangesNothing(@ForAll String text) {
    String once = Fold.name(text);
    assertThat(Fold.name(once)).isEqualTo(once);
  }
}
