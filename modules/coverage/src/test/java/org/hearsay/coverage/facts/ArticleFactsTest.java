package org.hearsay.coverage.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.coverage.Samples.article;
import static org.hearsay.coverage.Samples.claim;
import static org.hearsay.coverage.Samples.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hearsay.coverage.facts.ArticleSummary.AtKind;
import org.hearsay.lineage.Direction.Basis;
import org.hearsay.lineage.MemoryStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleFactsTest {
  private static final ArticleSummary COURIER = article("courier", 30);
  private static final ArticleSummary WIRE = article("wire", 0);
  private static final ReportedClaim CLAIM =
      claim(COURIER, "Lene Haugsrud", "said", "the dam will hold until spring");

  private final ArticleFacts facts = new ArticleFacts(MemoryStore.endless());

  @Test
  void whatComesAgainIsNothingNew() {
    CopyEdge edge = edge(COURIER, WIRE, Basis.PUBLISHED, 0.9);
    for (Fact fact : List.of(COURIER, CLAIM, edge)) {
      assertThat(facts.learn(COURIER.id(), fact, 0).isNothing()).isFalse();
      assertThat(facts.learn(COURIER.id(), fact, 0).isNothing()).isTrue();
    }
    KnownArticle known = facts.all(COURIER.id());
    assertThat(known.summary()).isEqualTo(COURIER);
    assertThat(known.claims()).containsExactly(CLAIM);
    assertThat(known.edges()).containsExactly(edge);
    assertThat(facts.all(WIRE.id()).edges()).isEmpty();
  }

  @Test
  void anArticleThatIsSeenAgainCountsWhenItFirstWas() {
    ArticleSummary later =
        new ArticleSummary(
            COURIER.id(),
            WIRE.publisher(),
            null,
            COURIER.at().plusSeconds(60),
            AtKind.FIRST_SEEN,
            List.of());
    facts.learn(COURIER.id(), COURIER, 0);
    Learnt learnt = facts.learn(COURIER.id(), later, 0);
    assertThat(learnt.after().summary())
        .isEqualTo(
            new ArticleSummary(
                COURIER.id(), WIRE.publisher(), null, COURIER.at(), AtKind.PUBLISHED, List.of()));
  }

  @Test
  void anArticleCountsWhenItWasPublishedUnlessThatCannotBe() {
    Instant seen = COURIER.at();
    Instant before = seen.minusMillis(1);
    assertThat(publishedAt(before, seen)).isEqualTo(before);
    assertThat(publishedAt(Instant.EPOCH, seen)).isEqualTo(Instant.EPOCH);
    assertThat(publishedAt(seen.plusMillis(1), seen)).as("in the future").isEqualTo(seen);
    assertThat(publishedAt(Instant.EPOCH.minusMillis(1), seen)).as("before 1970").isEqualTo(seen);
    assertThat(publishedAt(null, seen)).isEqualTo(seen);
  }

  @Test
  void whatTheTimeOfAnArticleIsIsTold() {
    Instant seen = COURIER.at();
    assertThat(summary(null, seen.minusMillis(1), seen).atKind()).isEqualTo(AtKind.PUBLISHED);
    assertThat(summary(null, seen.plusMillis(1), seen).atKind()).isEqualTo(AtKind.FIRST_SEEN);
    assertThat(summary(null, null, seen).atKind()).isEqualTo(AtKind.FIRST_SEEN);
  }

  @Test
  void ofAnArticleThatNobodySawComeEveryTimeIsBelievedAndWithoutOneItHasTheOther() {
    Instant written = COURIER.at();
    Instant later = written.plus(Duration.ofDays(400));
    assertThat(notSeen(later, written).at()).isEqualTo(later);
    assertThat(notSeen(later, written).atKind()).isEqualTo(AtKind.PUBLISHED);
    assertThat(notSeen(null, written).at()).isEqualTo(written);
    assertThat(notSeen(null, written).atKind()).isEqualTo(AtKind.FIRST_SEEN);
    assertThat(notSeen(Instant.EPOCH.minusMillis(1), written).at())
        .as("before 1970")
        .isEqualTo(written);
  }

  private static ArticleSummary notSeen(@Nullable Instant published, Instant written) {
    return ArticleSummary.notSeen(
        COURIER.id(), COURIER.publisher(), null, published, written, List.of());
  }

  private static Instant publishedAt(@Nullable Instant published, Instant seen) {
    return summary(null, published, seen).at();
  }

  private static ArticleSummary summary(
      @Nullable String url, @Nullable Instant published, Instant seen) {
    return ArticleSummary.of(COURIER.id(), COURIER.publisher(), url, published, seen, List.of());
  }

  @Test
  void anArticleThatGivesNoAddressHasItsPages() {
    String own = "https://courier.example/own";
    assertThat(summary(own, null, COURIER.at()).url()).isEqualTo(own);
    assertThat(summary(null, null, COURIER.at()).url()).isEqualTo(COURIER.publisher().address());
  }

  @Test
  void anEdgeThatTurnsRoundIsTheCopysAloneAndAnUndecidedOneIsOfBoth() {
    CopyEdge first = edge(COURIER, WIRE, Basis.PUBLISHED, 0.9);
    CopyEdge turned = edge(WIRE, COURIER, Basis.DECLARED, 0.9);
    CopyEdge undecided = edge(WIRE, COURIER, Basis.UNDECIDED, 0.9);
    facts.learn(COURIER.id(), first, 0);
    assertThat(facts.learn(WIRE.id(), first, 0).isNothing()).isTrue();
    assertThat(facts.learn(COURIER.id(), turned, 0).after().edges()).isEmpty();
    assertThat(facts.learn(WIRE.id(), turned, 0).after().edges()).containsExactly(turned);
    assertThat(facts.learn(COURIER.id(), undecided, 0).after().edges()).containsExactly(undecided);
  }

  @Test
  void whatIsOlderThanTheRetentionIsForgotten() {
    Duration day = Duration.ofDays(1);
    MemoryStore<String, Fact> store = MemoryStore.retaining(day);
    ArticleFacts some = new ArticleFacts(store);
    some.learn(COURIER.id(), COURIER, 5 * day.toMillis());
    store.advance(6 * day.toMillis());
    assertThat(some.all(COURIER.id()).summary()).isEqualTo(COURIER);
    store.advance(9 * day.toMillis());
    assertThat(some.all(COURIER.id()).summary()).isNull();
  }

  @Test
  void theDifferenceIsWhatIsGoneNewOrAnother() {
    assertThat(Change.between(Map.of("a", 1, "b", 2), Map.of("b", 2)))
        .containsExactly(new Change<>("a", 1, null));
    assertThat(Change.between(Map.of("a", 1), Map.of("a", 3)))
        .containsExactly(new Change<>("a", 1, 3));
    assertThat(Change.between(Map.of(), Map.of("a", 3)))
        .containsExactly(new Change<>("a", null, 3));
  }
}
