package org.hearsay.lineage;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.lineage.Piece.NOT_SEEN;
import static org.hearsay.lineage.Texts.FERRY;
import static org.hearsay.lineage.Texts.FERRY_INDEPENDENT;
import static org.hearsay.lineage.Texts.OTHER;
import static org.hearsay.lineage.Texts.SEEN;
import static org.hearsay.lineage.Texts.piece;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CopyGraphTest {
  private static Instant hour(int n) {
    return Instant.parse("2026-03-01T01:30:00Z").plus(Duration.ofHours(n));
  }

  private static final List<Piece> FAMILY =
      List.of(
          piece("wire", "wire", FERRY, hour(0), SEEN, List.of()),
          piece("courier", "courier", FERRY + "\n\n" + OTHER, hour(2), SEEN, List.of("wire")),
          piece("blog", "blog", "So much for progress.\n\n" + FERRY, hour(5), SEEN, List.of()),
          piece("rival", "rival", FERRY_INDEPENDENT, hour(3), SEEN, List.of()),
          piece("bakers", "bakers", OTHER, hour(1), SEEN, List.of()));

  private static List<String> edges(CopyGraph graph) {
    return graph.edges().stream()
        .map(e -> e.copy().id() + "<" + e.origin().id() + " " + e.direction().basis())
        .sorted()
        .toList();
  }

  @Test
  void copiesOfCopiesPointAtEveryEarlierOneAndIndependentReportsAtNone() {
    assertThat(edges(new CopyGraph(FAMILY, Texts.ENGLISH)))
        .containsExactly(
            "blog<courier PUBLISHED",
            "blog<wire PUBLISHED",
            "courier<bakers PUBLISHED",
            "courier<wire DECLARED");
  }

  @Test
  void filesOfWhichNobodyKnowsWhenTheyWereSeenAreComparedToo() {
    List<Piece> files =
        List.of(
            piece("wire", "wire", FERRY, hour(0), Instant.MAX, List.of()),
            piece("blog", "blog", FERRY, hour(5), Instant.MAX, List.of()));
    assertThat(edges(new CopyGraph(files, Texts.ENGLISH))).containsExactly("blog<wire PUBLISHED");
  }

  @Test
  void originsComeFromTheNearestToTheFirst() {
    assertThat(
            new CopyGraph(FAMILY, Texts.ENGLISH).origins("blog").stream().map(e -> e.origin().id()))
        .containsExactly("courier", "wire");
  }

  @Property(tries = 30)
  void theOrderInWhichArticlesComeDoesNotMatter(@ForAll long seed) {
    List<Piece> pieces = new ArrayList<>(FAMILY);
    Collections.shuffle(pieces, new Random(seed));
    assertThat(new CopyGraph(pieces, Texts.ENGLISH).edges())
        .isEqualTo(new CopyGraph(FAMILY, Texts.ENGLISH).edges());
  }

  @Test
  void noticesThatGoRoundInACircleGiveNoCycle() {
    List<Piece> circle =
        List.of(
            piece("a", "a", FERRY, null, SEEN, List.of("b")),
            piece("b", "b", FERRY, null, SEEN, List.of("c")),
            piece("c", "c", FERRY, null, SEEN, List.of("a")));
    assertThat(new CopyGraph(circle, Texts.ENGLISH).edges()).hasSize(2);
  }

  @Test
  void whoWasFirstOfTwoIsToldByTheStepsBetweenThemWhereNothingElseTellsIt() {
    String most = FERRY.substring(0, FERRY.lastIndexOf("\n\n"));
    Piece wire = piece("wire", "wire", FERRY, hour(-25).truncatedTo(DAYS), NOT_SEEN, List.of());
    Piece paper = piece("paper", "paper", FERRY, null, NOT_SEEN, List.of("wire"));
    Piece blog = piece("blog", "blog", most, null, NOT_SEEN, List.of("paper"));
    assertThat(edges(new CopyGraph(List.of(wire, blog), Texts.ENGLISH)))
        .allMatch(edge -> edge.endsWith(" UNDECIDED"));
    CopyGraph graph = new CopyGraph(List.of(blog, wire, paper), Texts.ENGLISH);
    assertThat(edges(graph))
        .containsExactly("blog<paper DECLARED", "blog<wire THROUGH_OTHERS", "paper<wire DECLARED");
    assertThat(graph.edges())
        .allSatisfy(
            edge ->
                assertThat(edge.overlap())
                    .isEqualTo(Texts.overlap(edge.copy().body(), edge.origin().body())));
    Piece dated = piece("paper", "paper", FERRY, hour(48), NOT_SEEN, List.of());
    assertThat(edges(new CopyGraph(List.of(blog, wire, dated), Texts.ENGLISH)))
        .containsExactly("blog<paper DECLARED", "blog<wire THROUGH_OTHERS", "paper<wire PUBLISHED");
  }

  @Test
  void aNoticeThatTheTimesContradictTellsOfNoOtherPair() {
    Piece wire = piece("wire", "wire", FERRY, null, NOT_SEEN, List.of());
    Piece paper = piece("paper", "paper", FERRY, hour(48), NOT_SEEN, List.of("wire"));
    Piece blog = piece("blog", "blog", FERRY, hour(0), NOT_SEEN, List.of("paper"));
    assertThat(edges(new CopyGraph(List.of(blog, wire, paper), Texts.ENGLISH)))
        .contains("blog<paper DECLARED", "paper<wire DECLARED")
        .anyMatch(edge -> edge.endsWith(" UNDECIDED"));
  }

  @Test
  void theIdOfAPairDoesNotDependOnItsDirection() {
    Piece wire = FAMILY.get(0);
    Piece later = piece("wire", "wire", FERRY, hour(9), SEEN, List.of());
    Piece blog = FAMILY.get(2);
    List<Copying> one = new CopyGraph(List.of(wire, blog), Texts.ENGLISH).edges();
    List<Copying> other = new CopyGraph(List.of(later, blog), Texts.ENGLISH).edges();
    assertThat(one.get(0).copy().id()).isEqualTo("blog");
    assertThat(other.get(0).copy().id()).isEqualTo("wire");
    assertThat(one.get(0).id()).isEqualTo(other.get(0).id());
  }
}
