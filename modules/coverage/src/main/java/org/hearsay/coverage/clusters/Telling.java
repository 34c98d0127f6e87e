package org.hearsay.coverage.clusters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.text.Ids;
import org.jspecify.annotations.Nullable;

/** Says which clusters are others now than they were told to be last. */
final class Telling {
  /** Reports of a cluster. */
  private static final int MOST_REPORTS = 200;

  private final WordingGraph graph;
  private final SamenessLanguage language;

  Telling(WordingGraph graph, SamenessLanguage language) {
    this.graph = graph;
    this.language = language;
  }

  /** The clusters of those wordings as they are now, where that is news. */
  List<Cluster> tell(Set<String> wordings) {
    List<Cluster> out = new ArrayList<>();
    for (String id : wordings) {
      @Nullable ClusterNode node = graph.get(id);
      @Nullable Cluster news = node == null ? null : news(node);
      if (news != null) {
        out.add(news);
      }
    }
    return out;
  }

  private @Nullable Cluster news(ClusterNode node) {
    if (node.isGone() || !node.isCentre() || node.isGuest()) {
      boolean merged = !node.isGone() && !node.isCentre();
      return noMore(node, merged ? node.centre() : "");
    }
    Cluster cluster = cluster(node, members(node));
    if (!cluster.isShared()) {
      // Told as it is it would be the last that is told of it, whatever becomes of its report.
      return noMore(node, "");
    }
    long hash = hash(cluster);
    if (hash == node.told()) {
      return null;
    }
    told(node, hash);
    return cluster;
  }

  private @Nullable Cluster noMore(ClusterNode node, String mergedInto) {
    if (node.told() == 0) {
      return null;
    }
    told(node, 0);
    return withdrawn(node, mergedInto);
  }

  private void told(ClusterNode node, long hash) {
    node.told(hash);
    graph.changed(node.id());
  }

  /** The wordings of a cluster by their ids, the centre among them. */
  private Collection<ClusterNode> members(ClusterNode centre) {
    Map<String, ClusterNode> all = new TreeMap<>();
    all.put(centre.id(), centre);
    for (String id : centre.members()) {
      @Nullable ClusterNode member = graph.get(id);
      if (member != null && !member.isGone()) {
        all.put(id, member);
      }
    }
    return all.values();
  }

  private Cluster cluster(ClusterNode centre, Collection<ClusterNode> nodes) {
    List<ClaimReport> all = new ArrayList<>();
    Set<String> wordings = new TreeSet<>();
    int count = 0;
    for (ClusterNode node : nodes) {
      all.addAll(node.reports());
      wordings.add(node.statement().wording().key());
      count += node.count();
    }
    all.sort(ClaimReport.IN_ORDER);
    ClaimReports reports =
        new ClaimReports(all.subList(0, Math.min(MOST_REPORTS, all.size())), language);
    return new Cluster(
        centre.id(),
        // One wording may be of a speaker in full and in short: the first to report it counts.
        new ClaimSpeaker(centre.speaker().id(), centre.first().text().speaker().name()),
        reports.all().get(0).text().content(),
        count,
        wordings.size(),
        reports,
        null);
  }

  private Cluster withdrawn(ClusterNode node, String mergedInto) {
    return new Cluster(
        node.id(),
        node.speaker(),
        node.statement().wording().text(),
        0,
        0,
        new ClaimReports(List.of(), language),
        mergedInto);
  }

  private static long hash(Cluster cluster) {
    long hash = Long.parseUnsignedLong(Ids.of(cluster.toString()).substring(0, 16), 16);
    return hash == 0 ? 1 : hash;
  }
}
