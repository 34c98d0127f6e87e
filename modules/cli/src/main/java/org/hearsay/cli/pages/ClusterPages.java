package org.hearsay.cli.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hearsay.analysis.Annotation;
import org.hearsay.analysis.ArticleClaim;
import org.hearsay.analysis.Publication;
import org.hearsay.cli.options.UserException;
import org.hearsay.coverage.Coverage;
import org.hearsay.coverage.chains.CompletedChains;
import org.hearsay.coverage.clusters.Cluster;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.lineage.CopyGraph;
import org.hearsay.lineage.Copying;
import org.hearsay.lineage.masks.MaskWords;
import org.hearsay.text.languages.ReadingLanguage;
import org.hearsay.topology.facts.FactRecords;
import org.hearsay.topology.records.ArticleRecords;

/** The claims that several page files share, found as the stages find them. */
final class ClusterPages {
  /** After all times that pages may give, so that each is believed. */
  private static final Instant LATE = Instant.parse("9999-12-31T00:00:00Z");

  private ClusterPages() {}

  /**
   * A page that was analysed.
   *
   * @param written when the file was written: what an article without a time counts at
   */
  record Page(String file, Publication publication, Annotation annotation, Instant written) {
    /** A page with the time of its file. */
    static Page of(String file, Publication publication, Annotation annotation) {
      try {
        Instant written = Files.getLastModifiedTime(Path.of(file)).toInstant();
        return new Page(file, publication, annotation, written);
      } catch (IOException e) {
        throw new UserException(file + ": " + e.getMessage(), e);
      }
    }

    /** The file's name without its folders. */
    String name() {
      return Path.of(file).getFileName().toString();
    }

    private ArticleSummary summary() {
      boolean dated = publication.article().publishedAt() != null;
      return FactRecords.summary(
          ArticleRecords.article(Path.of(file).toUri().toString(), publication, 0),
          dated ? LATE : written);
    }

    private List<ReportedClaim> claims(List<CopyEdge> edges) {
      List<ReportedClaim> out = new ArrayList<>();
      for (ArticleClaim claim : annotation.claims()) {
        ReportedClaim told = FactRecords.claim(ArticleRecords.claim(publication, claim));
        out.add(CompletedChains.complete(told, edges));
      }
      return out;
    }
  }

  /**
   * What several of the pages say, that of most outlets first.
   *
   * @param meaning what a text means
   */
  static List<Cluster> shared(List<Page> pages, Function<String, float[]> meaning) {
    CopyGraph graph =
        new CopyGraph(
            pages.stream().map(p -> LineagePages.piece(p.publication())).toList(),
            MaskWords.load(ReadingLanguage.CODE));
    Coverage coverage = new Coverage(SamenessLanguage.load(ReadingLanguage.CODE), meaning);
    for (Page page : pages) {
      String id = page.publication().id();
      List<CopyEdge> edges = new ArrayList<>();
      for (Copying edge : graph.edges()) {
        if (edge.copy().id().equals(id) || edge.origin().id().equals(id)) {
          edges.add(CopyEdge.of(edge, outlet(pages, edge.origin().id())));
        }
      }
      coverage.learn(id, page.summary());
      edges.forEach(edge -> coverage.learn(id, edge));
      page.claims(edges).forEach(claim -> coverage.learn(id, claim));
    }
    return coverage.clusters();
  }

  private static OutletName outlet(List<Page> pages, String id) {
    Publication publication =
        pages.stream()
            .map(Page::publication)
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();
    return new OutletName(
        publication.outletId(), publication.outletName(), publication.article().url());
  }
}
