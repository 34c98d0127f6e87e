package org.hearsay.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PieceTest {
  private static Piece piece(@Nullable String title, @Nullable String dek) {
    return new Piece("id", null, title, dek, "", List.of(), null, Instant.EPOCH, List.of());
  }

  @Test
  void twoThatHaveNoHeadlineHaveTheSameAndNoneIsNotLikeOne() {
    assertThat(piece(null, "a").sameTitle(piece(null, "b"))).isTrue();
    assertThat(piece("one", null).sameTitle(piece("one", null))).isTrue();
    assertThat(piece("one", null).sameTitle(piece(null, null))).isFalse();
    assertThat(piece("one", null).sameTitle(piece("One", null))).isFalse();
  }

  @Test
  void theLineBelowIsHeldApartFromTheHeadline() {
    assertThat(piece("a", null).sameDek(piece("b", null))).isTrue();
    assertThat(piece("a", "dek").sameDek(piece("b", "dek"))).isTrue();
    assertThat(piece("a", "dek").sameDek(piece("a", null))).isFalse();
  }
}
