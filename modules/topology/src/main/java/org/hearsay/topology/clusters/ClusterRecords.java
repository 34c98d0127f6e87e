package org.hearsay.topology.clusters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hearsay.coverage.clusters.ClaimOrigins;
import org.hearsay.coverage.clusters.ClaimReport;
import org.hearsay.coverage.clusters.ClaimReport.From;
import org.hearsay.coverage.clusters.ClaimReports;
import org.hearsay.coverage.clusters.Cluster;
import org.hearsay.coverage.facts.ArticleSummary.AtKind;
import org.hearsay.coverage.facts.ClaimText;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.page.PublishedPrecision;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.ClusterReport;
import org.jspecify.annotations.Nullable;

/** Turns clusters of claims into records of the public contract. */
public final class ClusterRecords {
  private ClusterRecords() {}

  /** The row of a cluster, also of one that is a cluster no more. */
  public static ClaimCluster row(Cluster cluster) {
    ClaimReports reports = cluster.reports();
    ClaimOrigins origins = new ClaimOrigins(reports);
    Map<String, String> sources = reports.sources();
    @Nullable String name = cluster.speaker().name();
    ClaimCluster.Builder row =
        ClaimCluster.newBuilder()
            .setId(cluster.id())
            .setSpeakerId(cluster.speaker().id())
            .setSpeakerName(name == null ? "" : name)
            .setContent(cluster.content())
            .setCount(cluster.count())
            .setArticles(reports.articles())
            .setOutlets(reports.outlets())
            .setIndependent(reports.independent())
            .setWordings(cluster.wordings())
            .setContradictions(reports.contradictions().stream().map(Enum::name).toList())
            .setReports(
                reports.all().stream().map(one -> report(one, reports, origins, sources)).toList())
            .setMergedInto(cluster.mergedInto());
    if (cluster.isWithdrawn()) {
      return row.setFirstAt(Instant.EPOCH).setFirstArticleId("").setLastAt(Instant.EPOCH).build();
    }
    List<ClaimReport> all = reports.all();
    ClaimReport first = all.get(0);
    OutletName outlet = first.publisher();
    return row.setFirstAt(first.at())
        .setFirstArticleId(first.articleId())
        .setFirstOutletId(outlet.id())
        .setFirstOutletName(outlet.name())
        .setFirstUrl(outlet.address())
        .setLastAt(all.get(all.size() - 1).at())
        .build();
  }

  private static ClusterReport report(
      ClaimReport report, ClaimReports among, ClaimOrigins origins, Map<String, String> sources) {
    ClaimText text = report.text();
    From from = among.from(report);
    @Nullable AtKind kind = report.atKind();
    Instant first = among.all().get(0).at();
    return ClusterReport.newBuilder()
        .setClaimId(report.claimId())
        .setArticleId(report.articleId())
        .setOutletId(report.publisher().id())
        .setOutletName(report.publisher().name())
        .setUrl(report.publisher().address())
        .setAt(report.at())
        .setAtKind(kind == null ? null : kind.name())
        .setPublishedPrecision(kind == null ? null : precision(kind, report.at()).name())
        .setLagMs(Duration.between(first, report.at()).toMillis())
        .setContent(text.content())
        .setCue(text.cue().text())
        .setCueKind(text.cue().kind().name())
        .setCueMode(text.cue().mode().name())
        .setStance(among.stance(report).name())
        .setForm(text.form().name())
        .setSource(text.source())
        .setSourceKind(among.sourceKind(report).name())
        .setFrom(from.key())
        .setFromName(from.name())
        .setTwins(report.places().twins())
        .setOriginClaimId(origins.of(report).map(ClaimReport::claimId).orElse(null))
        .setSourceArticleId(sources.get(report.articleId()))
        .build();
  }

  private static PublishedPrecision precision(AtKind kind, Instant at) {
    return kind == AtKind.PUBLISHED ? PublishedPrecision.of(at) : PublishedPrecision.NONE;
  }
}
