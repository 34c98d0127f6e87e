package org.hearsay.coverage.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hearsay.coverage.Samples.MORNING;
import static org.hearsay.coverage.Samples.article;
import static org.hearsay.coverage.Samples.claim;
import static org.hearsay.coverage.Samples.edge;
import static org.hearsay.coverage.Samples.link;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hearsay.claims.EvidenceKind;
import org.hearsay.claims.LinkRole;
import org.hearsay.coverage.chains.ArticleChains.Completed;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.ArticleSummary.AtKind;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.Fact;
import org.hearsay.coverage.facts.KnownLink;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.lineage.Direction.Basis;
import org.hearsay.lineage.MemoryStore;
import org.hearsay.lineage.OwnedKeys;
import org.junit.jupiter.api.Test;

class ArticleChainsTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final long NOW = MORNING.plus(DAY).toEpochMilli();

  private static final ArticleSummary WIRE = article("wire", 0);
  private static final ArticleSummary HERALD = article("herald", 10);
  private static final ArticleSummary GAZETTE = article("gazette", 20);
  private static final ArticleSummary COURIER = article("courier", 30);
  private static final ReportedClaim CLAIM =
      claim(COURIER, "Lene Haugsrud", "said", "the boat carried cattle and a piano");
  private static final ReportedClaim OTHER =
      claim(COURIER, "Ottavio Brelli", "said", "nobody rides it in winter");

  private final MemoryStore<String, CopyEdge> origins = MemoryStore.retaining(DAY);
  private final MemoryStore<String, ReportedClaim> claims = MemoryStore.retaining(DAY);
  private final ArticleChains<ReportedClaim> chains =
      new ArticleChains<>(origins, claims, Function.identity());

  private List<String> learnClaim(ReportedClaim claim) {
    return paths(chains.learnClaim(COURIER.id(), claim, NOW));
  }

  private List<String> learnEdge(CopyEdge edge) {
    return paths(chains.learnEdge(COURIER.id(), edge));
  }

  private static List<String> paths(List<Completed<ReportedClaim>> told) {
    return told.stream()
        .map(
            one ->
                one.chain().stream()
                    .map(link -> String.valueOf(link.id()))
                    .collect(Collectors.joining(" > ")))
        .toList();
  }

  @Test
  void aClaimIsCompletedWhicheverComesFirstItOrItsEdge() {
    CopyEdge edge = edge(COURIER, WIRE, Basis.PUBLISHED, 0.9);
    assertThat(learnClaim(CLAIM)).as("nothing is known that its chain lacks").isEmpty();
    assertThat(learnEdge(edge)).containsExactly("courier > wire");
    assertThat(learnClaim(OTHER)).containsExactly("courier > wire");
  }

  @Test
  void whatComesAgainIsToldWhereItCameWithoutWhatIsKnown() {
    CopyEdge edge = edge(COURIER, WIRE, Basis.PUBLISHED, 0.9);
    learnClaim(CLAIM);
    learnEdge(edge);
    assertThat(learnEdge(edge)).as("nothing is new").isEmpty();
    assertThat(learnClaim(CLAIM)).as("its row was written again without").hasSize(1);
    assertThat(learnClaim(CompletedChains.complete(CLAIM, List.of(edge)))).isEmpty();
  }

  @Test
  void aCorrectedEdgeTakesItsOriginBackThoughDaysLieBetweenTheTwo() {
    ArticleSummary nextDay =
        new ArticleSummary(
            COURIER.id(),
            COURIER.publisher(),
            COURIER.url(),
            MORNING.plus(DAY),
            AtKind.PUBLISHED,
            List.of());
    learnClaim(CLAIM);
    assertThat(learnEdge(edge(nextDay, WIRE, Basis.FIRST_SEEN, 0.9)))
        .containsExactly("courier > wire");
    assertThat(learnEdge(edge(COURIER, WIRE, Basis.FIRST_SEEN, 0.8))).hasSize(1);
    assertThat(OwnedKeys.of(origins, COURIER.id())).as("the corrected one alone").hasSize(1);
    assertThat(learnEdge(edge(WIRE, COURIER, Basis.DECLARED, 0.9))).containsExactly("courier");
    assertThat(OwnedKeys.of(origins, COURIER.id())).isEmpty();
    assertThat(learnClaim(CLAIM)).isEmpty();
  }

  @Test
  void anEdgeOfWhichTheArticleIsTheOriginSaysNothingOfIt() {
    learnClaim(CLAIM);
    assertThat(learnEdge(edge(WIRE, COURIER, Basis.PUBLISHED, 0.9))).isEmpty();
    assertThat(learnEdge(edge(WIRE, COURIER, Basis.UNDECIDED, 0.9))).isEmpty();
    assertThat(OwnedKeys.of(origins, COURIER.id())).isEmpty();
  }

  @Test
  void aClaimOfAnotherArticleIsNotTouched() {
    ReportedClaim elsewhere = claim(HERALD, "Lene Haugsrud", "said", "the boat carried cattle");
    chains.learnClaim(HERALD.id(), elsewhere, NOW);
    learnClaim(CLAIM);
    assertThat(chains.learnEdge(COURIER.id(), edge(COURIER, WIRE, Basis.PUBLISHED, 0.9)))
        .extracting(Completed::claim)
        .containsExactly(CLAIM);
  }

  /** Else each edge of its article would fail for it, too. */
  @Test
  void aClaimThatCannotBeReadIsNotKept() {
    MemoryStore<String, String> words = MemoryStore.endless();
    ArticleChains<String> refusing =
        new ArticleChains<>(
            origins,
            words,
            word -> {
              throw new IllegalArgumentException(word);
            });
    assertThatThrownBy(() -> refusing.learnClaim(COURIER.id(), "SHOUTED", NOW))
        .hasMessage("SHOUTED");
    assertThat(OwnedKeys.of(words, COURIER.id())).isEmpty();
    assertThat(refusing.learnEdge(COURIER.id(), edge(COURIER, WIRE, Basis.PUBLISHED, 0.9)))
        .isEmpty();
  }

  /**
   * Edges that are corrected, also to the opposite, and claims that are read anew: each in its
   * order, all of them in any. What stands on the topic in the end, a claim as it came or as it was
   * told again, is what the last states say.
   */
  @Property(tries = 300)
  void anyOrderOfEdgesAndClaimsEndsInTheSameChains(@ForAll Random random) {
    List<Deque<Fact>> states = new ArrayList<>();
    for (ArticleSummary origin : List.of(WIRE, HERALD, GAZETTE)) {
      states.add(edges(origin, random));
    }
    states.add(readings(CLAIM, random));
    states.add(readings(OTHER, random));
    List<Deque<Fact>> order = new ArrayList<>();
    states.forEach(one -> order.addAll(Collections.nCopies(one.size(), one)));
    Collections.shuffle(order, random);

    Map<String, List<KnownLink>> topic = new HashMap<>();
    Map<String, ReportedClaim> lastClaims = new LinkedHashMap<>();
    Map<String, CopyEdge> lastEdges = new LinkedHashMap<>();
    ArticleChains<ReportedClaim> some =
        new ArticleChains<>(MemoryStore.endless(), MemoryStore.endless(), Function.identity());
    for (Deque<Fact> next : order) {
      List<Completed<ReportedClaim>> told = List.of();
      Fact fact = next.remove();
      if (fact instanceof ReportedClaim claim) {
        topic.put(claim.id(), claim.chain());
        lastClaims.put(claim.id(), claim);
        told = some.learnClaim(COURIER.id(), claim, NOW);
      } else if (fact instanceof CopyEdge edge) {
        lastEdges.put(edge.id(), edge);
        told = some.learnEdge(COURIER.id(), edge);
      }
      told.forEach(one -> topic.put(one.claim().id(), one.chain()));
    }
    List<CopyEdge> edges = List.copyOf(lastEdges.values());
    Map<String, List<KnownLink>> expected = new HashMap<>();
    lastClaims.forEach(
        (id, claim) -> expected.put(id, CompletedChains.complete(claim, edges).chain()));
    assertThat(topic).isEqualTo(expected);
  }

  private static Deque<Fact> edges(ArticleSummary origin, Random random) {
    List<Basis> all = List.of(Basis.values());
    Deque<Fact> out = new ArrayDeque<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      Basis basis = all.get(random.nextInt(all.size()));
      double containment = random.nextInt(10) / 10.0;
      out.add(
          random.nextInt(4) == 0
              ? edge(origin, COURIER, basis, containment)
              : edge(COURIER, origin, basis, containment));
    }
    return out;
  }

  private static Deque<Fact> readings(ReportedClaim claim, Random random) {
    Deque<Fact> out = new ArrayDeque<>();
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      List<KnownLink> chain = new ArrayList<>(claim.chain());
      if (random.nextBoolean()) {
        chain.add(link(LinkRole.ORIGIN, "herald", EvidenceKind.NOTICE));
      }
      chain.add(link(LinkRole.SPEAKER, "haugsrud", EvidenceKind.CUE));
      out.add(claim.withChain(chain));
    }
    return out;
  }
}
