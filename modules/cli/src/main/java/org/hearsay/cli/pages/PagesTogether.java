package org.hearsay.cli.pages;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.hearsay.analysis.claims.ArticleClaim;
import org.hearsay.analysis.publishing.Lineages;
import org.hearsay.analysis.publishing.Publication;
import org.hearsay.coverage.Coverage;
import org.hearsay.coverage.clusters.Cluster;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.profiles.ProfilesInTime;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.entities.Catalogue;
import org.hearsay.lineage.CopyGraph;
import org.hearsay.lineage.Copying;
import org.hearsay.lineage.Piece;
import org.hearsay.lineage.candidates.TracedArticle;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.records.Claim;
import org.hearsay.records.Comment;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.clusters.ClusterRecords;
import org.hearsay.topology.facts.FactRecords;
import org.hearsay.topology.profile.ProfileRecords;
import org.hearsay.topology.records.ArticleRecords;
import org.hearsay.topology.records.CatalogueRecords;
import org.hearsay.topology.records.ClaimRecords;
import org.hearsay.topology.records.FramingRecords;
import org.hearsay.topology.records.LineageRecords;

/** What several page files say together, found as the stages find it, without Kafka. */
public final class PagesTogether {
  private final List<AnalysedPage> pages;
  private final Catalogue catalogue;
  private final Map<String, AnalysedPage> byId = new HashMap<>();
  private final CopyGraph graph;
  private final Coverage coverage;

  /**
   * Puts the pages together.
   *
   * @param catalogue what the pages were read with
   * @param meaning what a text means
   */
  public PagesTogether(
      List<AnalysedPage> pages, Catalogue catalogue, Function<String, float[]> meaning) {
    this.pages = List.copyOf(pages);
    this.catalogue = catalogue;
    this.graph =
        new CopyGraph(
            pages.stream().map(page -> LineagePages.piece(page.publication())).toList(),
            MaskWords.load(ReadingLanguage.CODE));
    this.coverage = new Coverage(SamenessLanguage.load(ReadingLanguage.CODE), meaning);
    pages.forEach(page -> byId.put(page.id(), page));
    for (Copying edge : graph.edges()) {
      coverage.learn(CopyEdge.of(edge, outlet(page(edge.origin()))));
    }
    for (AnalysedPage page : pages) {
      PageFacts.of(page, catalogue).forEach(fact -> coverage.learn(page.id(), fact));
    }
  }

  private AnalysedPage page(Piece piece) {
    return Objects.requireNonNull(byId.get(piece.id()));
  }

  private static OutletName outlet(AnalysedPage page) {
    Publication publication = page.publication();
    return new OutletName(
        publication.outletId(), publication.outletName(), publication.article().url());
  }

  /** The claims that several of the pages share, those of most outlets first. */
  public List<Cluster> clusters() {
    return coverage.clusters();
  }

  /**
   * Hands on every record that the stages would write of the pages, with its time: that of the
   * page's file. The catalogue's outlets and entities come, too.
   */
  public void records(BiConsumer<SpecificRecord, Instant> sink) {
    Instant latest = Instant.EPOCH;
    for (AnalysedPage page : pages) {
      latest = page.written().isAfter(latest) ? page.written() : latest;
      records(page, sink);
    }
    for (Copying edge : graph.edges()) {
      AnalysedPage copy = page(edge.copy());
      sink.accept(
          LineageRecords.republication(edge, traced(copy), traced(page(edge.origin()))),
          copy.written());
    }
    Instant end = latest;
    coverage.clusters().forEach(cluster -> sink.accept(ClusterRecords.row(cluster), end));
    ProfilesInTime.ofAll(coverage.profiles())
        .ifPresent(all -> ProfileRecords.rows(all).forEach(row -> sink.accept(row, end)));
    catalogue.outlets().forEach(one -> sink.accept(CatalogueRecords.record(one), end));
    catalogue.entities().forEach(one -> sink.accept(CatalogueRecords.record(one), end));
  }

  private static TracedArticle traced(AnalysedPage page) {
    return Lineages.traced(page.publication(), page.written());
  }

  private void records(AnalysedPage page, BiConsumer<SpecificRecord, Instant> sink) {
    Instant at = page.written();
    Publication publication = page.publication();
    sink.accept(page.article(), at);
    Map<String, ReportedClaim> completed = coverage.claims(page.id());
    for (ArticleClaim claim : page.annotation().claims()) {
      ReportedClaim told = Objects.requireNonNull(completed.get(claim.id()));
      Claim row = ClaimRecords.claim(publication, claim);
      sink.accept(FactRecords.withChain(row, told.chain()), at);
    }
    ArticleRecords.mentions(publication, page.annotation().mentions())
        .forEach(mention -> sink.accept(mention, at));
    sink.accept(FramingRecords.article(publication, page.annotation(), catalogue), at);
    for (int i = 0; i < page.comments().size(); i++) {
      AnalysedPage.ReadComment read = page.comments().get(i);
      Comment comment = ArticleRecords.comment(publication, i, read.comment());
      sink.accept(comment, at);
      for (ArticleClaim claim : read.annotation().claims()) {
        sink.accept(ClaimRecords.claim(comment, claim), at);
      }
      ArticleRecords.mentions(comment, read.annotation().mentions())
          .forEach(mention -> sink.accept(mention, at));
      sink.accept(FramingRecords.comment(comment, read.annotation()), at);
    }
    sink.accept(ArticleRecords.summary(publication, page.annotation()), at);
  }
}
