package org.hearsay.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.coverage.clusters.ClaimReport;
import org.hearsay.coverage.clusters.ClaimReports;
import org.hearsay.coverage.clusters.ClaimSpeaker;
import org.hearsay.lineage.Piece;
import org.hearsay.records.Article;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.ClusterReport;
import org.hearsay.records.Passage;
import org.hearsay.records.Republication;
import org.hearsay.records.Span;
import org.hearsay.topology.records.ArticleRecords;
import org.jspecify.annotations.Nullable;

/** Turns claims into reports, and clusters of them into records of the public contract. */
final class ClusterRecords {
  /** Reports in a row. */
  private static final int MOST_REPORTS = 200;

  /** A claim of which less stands in shared text is not of the same text. */
  private static final double COVERED = 0.5;

  private ClusterRecords() {}

  /** The claim without what no report tells. */
  static Claim kept(Claim claim) {
    List<ChainLink> chain = new ArrayList<>();
    for (ChainLink link : claim.getChain()) {
      chain.add(ChainLink.newBuilder(link).setEvidence("").build());
    }
    return Claim.newBuilder(claim).setCue(List.of()).setSource(List.of()).setChain(chain).build();
  }

  /**
   * A report.
   *
   * @param article the claim's, with the time that it counts at as {@code publishedAt}
   * @param undecided what the article shares with others of which it is not known which is the copy
   */
  static ClaimReport report(Claim claim, Article article, List<Republication> undecided) {
    @Nullable String address = ArticleRecords.address(article.getPageUrl());
    @Nullable String url = article.getUrl() == null ? address : article.getUrl();
    @Nullable String outlet =
        Piece.outletKey(article.getOutletId(), article.getOutletName(), address);
    String from = outlet == null ? article.getId() : outlet;
    String fromName = article.getOutletName() == null ? from : article.getOutletName();
    for (ChainLink link : claim.getChain()) {
      // "Officials" of two articles need not be the same officials.
      boolean relay =
          link.getRole().equals("RELAY")
              && new ClaimSpeaker(link.getId(), link.getName()).kind() == ClaimSpeaker.Kind.NAMED;
      if (link.getRole().equals("ORIGIN") || relay) {
        from = key(link);
        fromName = link.getName();
      }
    }
    TreeSet<String> twins = new TreeSet<>();
    for (Republication edge : undecided) {
      boolean isCopy = edge.getArticleId().equals(claim.getArticleId());
      if (covers(edge.getPassages(), isCopy, claim.getContent())) {
        twins.add(isCopy ? edge.getOriginId() : edge.getArticleId());
      }
    }
    return new ClaimReport(
        claim.getId(),
        claim.getArticleId(),
        article.getOutletId(),
        article.getOutletName(),
        url,
        article.getPublishedAt(),
        new ClaimSpeaker(claim.getSpeakerId(), claim.getSpeakerName()),
        claim.getSourceText(),
        claim.getContentText(),
        claim.getCueText(),
        claim.getCueKind(),
        claim.getCueMode(),
        claim.getForm(),
        from,
        fromName,
        List.copyOf(twins));
  }

  /** An origin that has no name is named by its address. */
  private static String key(ChainLink link) {
    boolean address = link.getName().contains("://");
    @Nullable String key =
        address
            ? Piece.outletKey(link.getId(), null, link.getName())
            : Piece.outletKey(link.getId(), link.getName(), null);
    return key == null ? link.getName() : key;
  }

  private static boolean covers(List<Passage> passages, boolean isCopy, List<Span> content) {
    int length = 0;
    int covered = 0;
    for (Span span : content) {
      length += span.getEnd() - span.getStart();
      for (Passage passage : passages) {
        int start = isCopy ? passage.getStart() : passage.getOriginStart();
        int end = isCopy ? passage.getEnd() : passage.getOriginEnd();
        covered += Math.max(0, Math.min(span.getEnd(), end) - Math.max(span.getStart(), start));
      }
    }
    return length > 0 && covered >= COVERED * length;
  }

  /** The row of a cluster whose wordings are given, its centre first. */
  static ClaimCluster cluster(ClusterNode centre, Collection<ClusterNode> nodes) {
    List<ClaimReport> all = new ArrayList<>();
    Set<String> wordings = new TreeSet<>();
    int count = 0;
    for (ClusterNode node : nodes) {
      all.addAll(node.reports());
      wordings.add(node.statement().wording().key());
      count += node.count();
    }
    all.sort(ClaimReport.IN_ORDER);
    ClaimReports reports = new ClaimReports(all.subList(0, Math.min(MOST_REPORTS, all.size())));
    ClaimReport first = reports.all().get(0);
    ClaimReport last = reports.all().get(reports.all().size() - 1);
    return ClaimCluster.newBuilder()
        .setId(centre.id())
        .setSpeakerId(centre.speaker().id())
        .setSpeakerName(name(centre.first().speaker()))
        .setContent(first.content())
        .setFirstAt(first.at())
        .setFirstArticleId(first.articleId())
        .setFirstOutletId(first.outletId())
        .setFirstOutletName(first.outletName())
        .setFirstUrl(first.url())
        .setLastAt(last.at())
        .setCount(count)
        .setArticles(reports.articles())
        .setOutlets(reports.outlets())
        .setIndependent(reports.independent())
        .setWordings(wordings.size())
        .setContradictions(reports.contradictions().stream().map(Enum::name).toList())
        .setReports(reports.all().stream().map(ClusterRecords::report).toList())
        .build();
  }

  /** The row of what is a cluster no more. */
  static ClaimCluster withdrawn(ClusterNode node, String mergedInto) {
    return ClaimCluster.newBuilder()
        .setId(node.id())
        .setSpeakerId(node.speaker().id())
        .setSpeakerName(name(node.speaker()))
        .setContent(node.statement().wording().text())
        .setFirstAt(Instant.EPOCH)
        .setFirstArticleId("")
        .setLastAt(Instant.EPOCH)
        .setCount(0)
        .setArticles(0)
        .setOutlets(0)
        .setIndependent(0)
        .setWordings(0)
        .setContradictions(List.of())
        .setReports(List.of())
        .setMergedInto(mergedInto)
        .build();
  }

  private static String name(ClaimSpeaker speaker) {
    return speaker.name() == null ? "" : speaker.name();
  }

  private static ClusterReport report(ClaimReport report) {
    return ClusterReport.newBuilder()
        .setClaimId(report.claimId())
        .setArticleId(report.articleId())
        .setOutletId(report.outletId())
        .setOutletName(report.outletName())
        .setUrl(report.url())
        .setAt(report.at())
        .setContent(report.content())
        .setCue(report.cue())
        .setCueKind(report.cueKind())
        .setCueMode(report.cueMode())
        .setStance(report.stance().name())
        .setForm(report.form())
        .setSource(report.source())
        .setSourceKind(report.speaker().kind().name())
        .setFrom(report.from())
        .setFromName(report.fromName())
        .setTwins(report.twins())
        .build();
  }
}
