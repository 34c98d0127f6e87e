package org.hearsay.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearsay.lineage.Direction.Basis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectionTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

  private static Piece piece(
      String outlet, @Nullable Instant published, Instant seen, String... declared) {
    return Texts.piece(outlet, outlet, "text", published, seen, List.of(declared));
  }

  private static Instant after(int hours) {
    return NOON.plus(Duration.ofHours(hours));
  }

  @Test
  void aNoticeDecidesBeforeTimesAndIsMarkedWhereTheySayTheOpposite() {
    Piece copy = piece("courier", NOON, after(9), "wire");
    assertThat(Direction.of(copy, piece("wire", after(-1), after(9))))
        .isEqualTo(new Direction(1, Basis.DECLARED, false));
    assertThat(Direction.of(copy, piece("wire", after(1), after(9))))
        .isEqualTo(new Direction(1, Basis.DECLARED, true));
  }

  @Test
  void noticesThatNameOneAnotherDecideNothing() {
    Piece one = piece("courier", NOON, after(9), "wire");
    Piece other = piece("wire", after(1), after(9), "courier");
    assertThat(Direction.of(one, other)).isEqualTo(new Direction(-1, Basis.PUBLISHED, false));
  }

  @Test
  void publicationDecidesBeforeFirstSeen() {
    assertThat(Direction.of(piece("a", NOON, after(9)), piece("b", after(1), after(2))))
        .isEqualTo(new Direction(-1, Basis.PUBLISHED, false));
  }

  @Test
  void aDayWithoutATimeDoesNotComeBeforeAMomentOfThatDay() {
    Piece day = piece("a", DAY, after(9));
    assertThat(Direction.of(day, piece("b", NOON, after(10))).basis()).isEqualTo(Basis.UNDECIDED);
    assertThat(Direction.of(day, piece("b", after(24), after(30))))
        .isEqualTo(new Direction(-1, Basis.PUBLISHED, false));
    assertThat(Direction.of(day, piece("b", DAY, after(10))))
        .isEqualTo(new Direction(-1, Basis.FIRST_SEEN, false));
  }

  @Test
  void withoutTimesTheOneSeenFirstWasThereFirst() {
    assertThat(Direction.of(piece("a", null, after(2)), piece("b", null, after(1))))
        .isEqualTo(new Direction(1, Basis.FIRST_SEEN, false));
  }

  @Test
  void equalOrMissingTimesAreUndecided() {
    assertThat(Direction.of(piece("a", NOON, after(2)), piece("b", NOON, after(1))).first())
        .isZero();
    assertThat(Direction.of(piece("a", null, after(2)), piece("b", null, after(2))).basis())
        .isEqualTo(Basis.UNDECIDED);
    // Published before the other was seen, and seen after it: both orders are possible.
    assertThat(Direction.of(piece("a", NOON, after(9)), piece("b", null, after(2))).first())
        .isZero();
  }

  @Property
  void turningTheArgumentsTurnsTheAnswer(
      @ForAll("pieces") Piece one, @ForAll("pieces") Piece other) {
    Direction there = Direction.of(one, other);
    Direction back = Direction.of(other, one);
    assertThat(back.first()).isEqualTo(-there.first());
    assertThat(back.basis()).isEqualTo(there.basis());
  }

  @Property(tries = 2000)
  void timesMakeNoCycles(
      @ForAll("undeclared") Piece a,
      @ForAll("undeclared") Piece b,
      @ForAll("undeclared") Piece c,
      @ForAll("undeclared") Piece d) {
    List<Piece> all = List.of(a, b, c, d);
    boolean[][] reach = new boolean[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        reach[i][j] = i != j && Direction.of(all.get(i), all.get(j)).first() < 0;
      }
    }
    for (int k = 0; k < 4; k++) {
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          reach[i][j] |= reach[i][k] && reach[k][j];
        }
      }
    }
    for (int i = 0; i < 4; i++) {
      assertThat(reach[i][i]).isFalse();
    }
  }

  @Provide
  Arbitrary<Piece> undeclared() {
    // Few moments, so that equal and neighbouring ones are common.
    Arbitrary<@Nullable Instant> published =
        Arbitraries.integers()
            .between(0, 6)
            .map(n -> n == 0 ? null : n < 3 ? DAY.plus(Duration.ofDays(n)) : after(8 * n))
            .injectNull(0.2);
    Arbitrary<Instant> seen = Arbitraries.integers().between(0, 8).map(n -> after(10 * n));
    return Combinators.combine(published, seen).as((p, s) -> piece("x" + s, p, s));
  }

  @Provide
  Arbitrary<Piece> pieces() {
    return Combinators.combine(
            undeclared(),
            Arbitraries.of("a", "b"),
            Arbitraries.of("a", "b", "c").list().ofMaxSize(2))
        .as(
            (piece, outlet, declared) ->
                Texts.piece(
                    outlet,
                    outlet,
                    "text",
                    piece.publishedAt(),
                    piece.firstSeen(),
                    new ArrayList<>(declared)));
  }
}
