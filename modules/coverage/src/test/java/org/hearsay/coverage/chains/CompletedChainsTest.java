package org.hearsay.coverage.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.coverage.Samples.article;
import static org.hearsay.coverage.Samples.claim;
import static org.hearsay.coverage.Samples.edge;
import static org.hearsay.coverage.Samples.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hearsay.claims.EvidenceKind;
import org.hearsay.claims.LinkRole;
import org.hearsay.coverage.Samples;
import org.hearsay.coverage.facts.ArticleFacts;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.Fact;
import org.hearsay.coverage.facts.KnownLink;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.facts.SharedText;
import org.hearsay.lineage.Direction;
import org.hearsay.lineage.Direction.Basis;
import org.hearsay.lineage.MemoryStore;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

class CompletedChainsTest {
  private static final ArticleSummary WIRE = article("wire", 0);
  private static final ArticleSummary HERALD = article("herald", 10);
  private static final ArticleSummary GAZETTE = article("gazette", 20);
  private static final ArticleSummary COURIER = article("courier", 30);
  private static final ReportedClaim CLAIM =
      claim(COURIER, "Lene Haugsrud", "said", "the boat carried cattle and a piano");

  private static String path(ReportedClaim claim) {
    return claim.chain().stream()
        .map(
            link -> {
              KnownLink.Confirmation confirmation = evidence(link).confirmation();
              return link.id() + (confirmation == null ? "" : " " + confirmation);
            })
        .collect(Collectors.joining(" > "));
  }

  private static KnownLink.LinkEvidence evidence(KnownLink link) {
    return Objects.requireNonNull(link.evidence());
  }

  private static ReportedClaim declaring(String outlet) {
    List<KnownLink> chain = new ArrayList<>(CLAIM.chain());
    chain.add(link(LinkRole.ORIGIN, outlet, EvidenceKind.NOTICE));
    chain.add(link(LinkRole.SPEAKER, "haugsrud", EvidenceKind.CUE));
    return CLAIM.withChain(chain);
  }

  @Test
  void theNearestOriginAndTheFirstBeforeItAreNamed() {
    List<CopyEdge> edges =
        List.of(
            edge(COURIER, WIRE, Basis.PUBLISHED, 0.6),
            edge(COURIER, HERALD, Basis.PUBLISHED, 0.7),
            edge(COURIER, GAZETTE, Basis.PUBLISHED, 0.9));
    assertThat(path(CompletedChains.complete(CLAIM, edges))).isEqualTo("courier > gazette > wire");
  }

  @Test
  void aDeclaredOriginIsConfirmedByOneArticleWithTheSameText() {
    ReportedClaim declared = declaring("herald");
    List<CopyEdge> edges =
        List.of(
            edge(COURIER, HERALD, Basis.DECLARED, 0.9), edge(COURIER, WIRE, Basis.PUBLISHED, 0.8));
    assertThat(path(CompletedChains.complete(declared, edges)))
        .isEqualTo("courier > herald CONFIRMED > wire > haugsrud");
  }

  @Test
  void aDeclaredOriginThatWasPublishedLaterIsKeptAndMarked() {
    CopyEdge edge = edge(COURIER, HERALD, Basis.DECLARED, 0.9);
    CopyEdge contradicted =
        new CopyEdge(
            edge.id(),
            edge.copyId(),
            edge.copySeen(),
            edge.origin(),
            new Direction(1, Basis.DECLARED, true),
            edge.shared());
    ReportedClaim completed = CompletedChains.complete(declaring("herald"), List.of(contradicted));
    assertThat(path(completed)).isEqualTo("courier > herald CONTRADICTED > haugsrud");
    assertThat(evidence(completed.chain().get(1)).confidence()).isEqualTo(0.5);
  }

  @Test
  void anOutletThatTheTextWasTakenFromIsNoRelayBesides() {
    ReportedClaim told =
        CLAIM.withChain(
            List.of(
                CLAIM.chain().get(0),
                link(LinkRole.RELAY, "wire", EvidenceKind.CUE),
                link(LinkRole.RELAY, "radio", EvidenceKind.CUE)));
    List<CopyEdge> edges = List.of(edge(COURIER, WIRE, Basis.PUBLISHED, 0.9));
    assertThat(path(CompletedChains.complete(told, edges))).isEqualTo("courier > wire > radio");
    assertThat(path(CompletedChains.complete(told, List.of()))).isEqualTo("courier > wire > radio");
    assertThat(CompletedChains.complete(told, edges).chain().get(1).role())
        .isEqualTo(LinkRole.ORIGIN);
  }

  @Test
  void anOutletThatTheTextWasTakenFromIsNotNamedAgainAsItsSpeaker() {
    ReportedClaim told =
        CLAIM.withChain(
            List.of(CLAIM.chain().get(0), link(LinkRole.SPEAKER, "wire", EvidenceKind.CUE)));
    List<CopyEdge> edges = List.of(edge(COURIER, WIRE, Basis.PUBLISHED, 0.9));
    assertThat(path(CompletedChains.complete(told, edges))).isEqualTo("courier > wire");
    assertThat(path(CompletedChains.complete(told, List.of()))).isEqualTo("courier > wire");
    ReportedClaim through =
        CLAIM.withChain(
            List.of(
                CLAIM.chain().get(0),
                link(LinkRole.RELAY, "radio", EvidenceKind.CUE),
                link(LinkRole.SPEAKER, "wire", EvidenceKind.CUE)));
    assertThat(path(CompletedChains.complete(through, edges)))
        .as("which the radio has passed on")
        .isEqualTo("courier > wire > radio > wire");
  }

  @Test
  void whatStandsOutsideOfSharedTextOrIsUndecidedHasNoOrigin() {
    CopyEdge edge = edge(COURIER, WIRE, Basis.PUBLISHED, 0.9);
    CopyEdge elsewhere =
        new CopyEdge(
            edge.id(),
            edge.copyId(),
            edge.copySeen(),
            edge.origin(),
            edge.direction(),
            new SharedText(edge.shared().extent(), 0.9, List.of()));
    for (CopyEdge one :
        List.of(
            elsewhere,
            edge(COURIER, WIRE, Basis.UNDECIDED, 0.9),
            edge(WIRE, COURIER, Basis.PUBLISHED, 0.9))) {
      assertThat(CompletedChains.complete(CLAIM, List.of(one))).isEqualTo(CLAIM);
    }
  }

  private static CopyEdge withOwn(CopyEdge edge, Span... own) {
    return Samples.sharing(
        edge, new SharedText(edge.shared().extent(), 0.9, List.of(), List.of(own)));
  }

  @Test
  void whatTheCopyReportsItselfDoesNotComeFromTheOutletThatItsNoticeNames() {
    ReportedClaim declared = declaring("herald");
    CopyEdge edge = edge(COURIER, HERALD, Basis.DECLARED, 0.9);
    CopyEdge own = withOwn(edge, new Span(50, 400));
    ReportedClaim completed = CompletedChains.complete(declared, List.of(own));
    assertThat(path(completed)).isEqualTo("courier > haugsrud");
    assertThat(CompletedChains.complete(completed, List.of(own))).isEqualTo(completed);
    String kept = "courier > herald CONFIRMED > haugsrud";
    assertThat(path(CompletedChains.complete(declared, List.of(withOwn(edge)))))
        .as("told in other words")
        .isEqualTo(kept);
    assertThat(path(CompletedChains.complete(declared, List.of(withOwn(edge, new Span(0, 110))))))
        .as("in part")
        .isEqualTo(kept);
    CopyEdge another = withOwn(edge(COURIER, article("herald", 5), Basis.PUBLISHED, 0.2));
    assertThat(path(CompletedChains.complete(declared, List.of(own, another))))
        .as("another article of the outlet may have it")
        .isEqualTo(kept);
    CopyEdge undecided = edge(COURIER, HERALD, Basis.UNDECIDED, 0.9);
    assertThat(
            path(
                CompletedChains.complete(declared, List.of(withOwn(undecided, new Span(50, 400))))))
        .isEqualTo("courier > herald > haugsrud");
  }

  /** Edges of which some turn round, and claims, in any order: what is told last is the whole. */
  @Property(tries = 200)
  void anyOrderTellsTheSameChainsAndCompletingAgainChangesNothing(@ForAll Random random) {
    List<Fact> last = new ArrayList<>();
    List<Fact> before = new ArrayList<>();
    for (ArticleSummary origin : List.of(WIRE, HERALD, GAZETTE)) {
      List<Basis> all = List.of(Basis.values());
      Basis basis = all.get(random.nextInt(all.size()));
      CopyEdge edge = edge(COURIER, origin, basis, random.nextInt(10) / 10.0);
      edge = random.nextInt(3) == 0 ? withOwn(edge, new Span(0, 400)) : edge;
      (random.nextInt(3) == 0 ? before : last).add(edge);
      before.add(edge(origin, COURIER, Basis.PUBLISHED, 0.5));
    }
    last.add(declaring("herald"));
    last.add(CLAIM.withChain(List.of()));
    ArticleFacts facts = new ArticleFacts(MemoryStore.endless());
    Map<String, ReportedClaim> told = new HashMap<>();
    List<Fact> order = new ArrayList<>(before);
    Collections.shuffle(order, random);
    Fact claim = last.remove(last.size() - 1);
    Collections.shuffle(last, random);
    order.addAll(last);
    order.add(random.nextInt(order.size() + 1), claim);
    for (Fact fact : order) {
      facts
          .learn(COURIER.id(), fact, 0)
          .changes(CompletedChains::of)
          .forEach(change -> told.put(change.key(), Objects.requireNonNull(change.after())));
    }
    Map<String, ReportedClaim> whole = CompletedChains.of(facts.all(COURIER.id()));
    assertThat(told).isEqualTo(whole);
    for (ReportedClaim completed : whole.values()) {
      assertThat(CompletedChains.complete(completed, facts.all(COURIER.id()).edges()))
          .isEqualTo(completed);
    }
  }
}
