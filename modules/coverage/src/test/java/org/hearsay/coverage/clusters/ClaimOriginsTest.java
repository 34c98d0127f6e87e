package org.hearsay.coverage.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearsay.coverage.Samples.article;
import static org.hearsay.coverage.Samples.claim;
import static org.hearsay.coverage.Samples.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hearsay.coverage.Coverage;
import org.hearsay.coverage.Samples;
import org.hearsay.coverage.clusters.ClaimReport.CopiedFrom;
import org.hearsay.coverage.clusters.ClaimReport.Places;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.KnownArticle;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.facts.SharedText;
import org.hearsay.lineage.Direction.Basis;
import org.hearsay.lineage.Passage;
import org.hearsay.text.Ids;
import org.hearsay.text.Span;
import org.junit.jupiter.api.Test;

/** The people and the outlets are invented. */
class ClaimOriginsTest {
  private static final String DAM = "the dam will hold until spring";
  private static final String SPEAKER = "Lene Haugsrud";
  private static final ArticleSummary WIRE = article("wire", 0);
  private static final ArticleSummary HERALD = article("herald", 10);
  private static final ArticleSummary GAZETTE = article("gazette", 20);
  private static final ArticleSummary COURIER = article("courier", 30);

  private final Coverage coverage = new Coverage(Samples.ENGLISH, Samples::meaning);

  private void learn(ArticleSummary... articles) {
    for (ArticleSummary article : articles) {
      coverage.learn(article.id(), article);
      coverage.learn(article.id(), claim(article, SPEAKER, "said", DAM));
    }
  }

  private static ReportedClaim at(ArticleSummary article, int start) {
    ReportedClaim claim = claim(article, SPEAKER, "said", DAM);
    return new ReportedClaim(
        Ids.of(claim.id(), Integer.toString(start)),
        claim.articleId(),
        claim.outletId(),
        claim.text(),
        List.of(new Span(start, start + DAM.length())),
        claim.chain());
  }

  private static CopyEdge sharing(CopyEdge edge, Passage... passages) {
    return Samples.sharing(
        edge,
        new SharedText(
            edge.shared().extent(), edge.shared().containment(), Arrays.asList(passages)));
  }

  /** Each report's claim and that of its origin, by outlets; "-" for none. */
  private List<String> origins() {
    List<String> out = new ArrayList<>();
    for (Cluster cluster : coverage.clusters()) {
      ClaimOrigins origins = new ClaimOrigins(cluster.reports());
      for (ClaimReport report : cluster.reports().all()) {
        out.add(report.outlet() + " < " + origins.of(report).map(ClaimReport::outlet).orElse("-"));
      }
    }
    return out;
  }

  @Test
  void aCopyOfACopyPointsToTheNearest() {
    learn(WIRE, HERALD, COURIER);
    coverage.learn(edge(HERALD, WIRE, Basis.PUBLISHED, 1));
    coverage.learn(edge(COURIER, WIRE, Basis.PUBLISHED, 0.99));
    coverage.learn(edge(COURIER, HERALD, Basis.PUBLISHED, 0.99));
    assertThat(origins()).containsExactly("wire < -", "herald < wire", "courier < herald");
  }

  @Test
  void whereTheNearestDoesNotHaveTheClaimTheNextThatHasItIsTheOrigin() {
    learn(WIRE, COURIER);
    coverage.learn(GAZETTE.id(), GAZETTE);
    coverage.learn(edge(COURIER, WIRE, Basis.PUBLISHED, 0.6));
    coverage.learn(edge(COURIER, GAZETTE, Basis.DECLARED, 0.9));
    assertThat(origins()).containsExactly("wire < -", "courier < wire");
    learn(GAZETTE);
    assertThat(origins()).containsExactly("wire < -", "gazette < -", "courier < gazette");
  }

  @Test
  void whatWasNotCopiedThereOrOfWhichNobodyKnowsWhichIsTheCopyHasNoOrigin() {
    learn(WIRE, COURIER);
    CopyEdge edge = edge(COURIER, WIRE, Basis.PUBLISHED, 1);
    coverage.learn(sharing(edge, new Passage(new Span(0, 90), new Span(0, 90), 20)));
    assertThat(origins()).containsExactly("wire < -", "courier < -");
    coverage.learn(edge(COURIER, WIRE, Basis.UNDECIDED, 1));
    assertThat(origins()).containsExactly("wire < -", "courier < -");
    coverage.learn(edge);
    assertThat(origins()).containsExactly("wire < -", "courier < wire");
    coverage.learn(edge(WIRE, COURIER, Basis.DECLARED, 1));
    assertThat(origins()).as("the edge has turned round").contains("courier < -", "wire < courier");
  }

  @Test
  void whatAnArticleSaysTwiceIsCopiedPlaceByPlace() {
    learn(HERALD);
    for (ArticleSummary article : List.of(WIRE, COURIER)) {
      coverage.learn(article.id(), article);
    }
    // The courier has the two in the other order, each a little longer.
    ReportedClaim first = at(WIRE, 100);
    ReportedClaim second = at(WIRE, 700);
    ReportedClaim copyOfSecond = at(COURIER, 50);
    ReportedClaim copyOfFirst = at(COURIER, 450);
    for (ReportedClaim claim : List.of(first, second, copyOfFirst, copyOfSecond)) {
      coverage.learn(claim.articleId(), claim);
    }
    coverage.learn(
        sharing(
            edge(COURIER, WIRE, Basis.PUBLISHED, 1),
            new Passage(new Span(0, 220), new Span(650, 850), 30),
            new Passage(new Span(400, 610), new Span(50, 250), 30)));
    List<String> pairs = new ArrayList<>();
    ClaimReports reports = coverage.clusters().get(0).reports();
    ClaimOrigins origins = new ClaimOrigins(reports);
    for (ClaimReport report : reports.all()) {
      origins.of(report).ifPresent(one -> pairs.add(report.claimId() + " < " + one.claimId()));
    }
    assertThat(pairs)
        .containsExactlyInAnyOrder(
            copyOfFirst.id() + " < " + first.id(), copyOfSecond.id() + " < " + second.id());
  }

  /** Of a long passage only the whole length is known, and what is cut moves what follows. */
  @Test
  void wordsTellMoreThanPlacesDo() {
    for (ArticleSummary article : List.of(WIRE, COURIER)) {
      coverage.learn(article.id(), article);
    }
    ReportedClaim whole = at(WIRE, 300);
    ReportedClaim part = within(whole, "dam will hold until spring", 304);
    ReportedClaim copy = at(COURIER, 300);
    for (ReportedClaim claim : List.of(part, whole, copy)) {
      coverage.learn(claim.articleId(), claim);
    }
    coverage.learn(
        sharing(
            edge(COURIER, WIRE, Basis.DECLARED, 0.9),
            new Passage(new Span(0, 1000), new Span(0, 1020), 130)));
    ClaimReports reports = coverage.clusters().get(0).reports();
    ClaimReport report = reports.all().get(2);
    assertThat(report.claimId()).isEqualTo(copy.id());
    assertThat(report.places().origins())
        .extracting(CopiedFrom::place)
        .containsExactly(new Span(306, 336));
    assertThat(new ClaimOrigins(reports).of(report)).map(ClaimReport::claimId).contains(whole.id());
  }

  private static ReportedClaim within(ReportedClaim claim, String content, int start) {
    return new ReportedClaim(
        Ids.of(claim.id(), content),
        claim.articleId(),
        claim.outletId(),
        claim(WIRE, SPEAKER, "said", content).text(),
        List.of(new Span(start, start + content.length())),
        claim.chain());
  }

  @Test
  void whereNobodyKeptThePlacesTheFirstReportOfTheOriginIsMeant() {
    for (ArticleSummary article : List.of(WIRE, COURIER)) {
      coverage.learn(article.id(), article);
    }
    for (ReportedClaim claim : List.of(at(WIRE, 100), at(WIRE, 800), at(COURIER, 800))) {
      coverage.learn(claim.articleId(), claim);
    }
    coverage.learn(edge(COURIER, WIRE, Basis.PUBLISHED, 1));
    List<ClaimReport> all = coverage.clusters().get(0).reports().all();
    ClaimReport copy = all.get(2);
    assertThat(origin(copy, all).places().own()).isEqualTo(new Span(800, 830));
    List<ClaimReport> without = new ArrayList<>();
    for (ClaimReport report : all) {
      without.add(
          new ClaimReport(
              report.claimId(),
              report.articleId(),
              report.publisher(),
              report.at(),
              report.atKind(),
              report.text(),
              report.from(),
              new Places(null, List.of(), List.of())));
    }
    assertThat(origin(copy, without)).isEqualTo(without.get(0));
  }

  private static ClaimReport origin(ClaimReport report, List<ClaimReport> reports) {
    return new ClaimOrigins(new ClaimReports(reports, Samples.ENGLISH)).of(report).orElseThrow();
  }

  @Test
  void aReportIsKeptWithTheNearestOfItsOriginsAlone() {
    List<CopyEdge> edges = new ArrayList<>();
    for (int minute = 0; minute < 20; minute++) {
      edges.add(edge(COURIER, article("copier", minute), Basis.PUBLISHED, 1));
    }
    KnownArticle known =
        new KnownArticle(
            COURIER.id(), COURIER, List.of(), List.of(claim(COURIER, SPEAKER, "said", DAM)), edges);
    ClaimReport report = new ReportsOfArticle(Samples.ENGLISH).of(known).values().iterator().next();
    assertThat(report.places().origins())
        .hasSize(8)
        .extracting(CopiedFrom::articleId)
        .startsWith(Samples.id("copier", 19), Samples.id("copier", 18));
  }
}
