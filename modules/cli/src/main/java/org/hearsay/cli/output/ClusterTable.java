package org.hearsay.cli.output;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.ClusterReport;

/** Claims that several articles report, for people. */
public final class ClusterTable {
  private ClusterTable() {}

  /** Who says what, how many reports of it there are, then who has it in whose words. */
  public static String row(ClaimCluster cluster) {
    if (cluster.getMergedInto() != null) {
      return "  " + cluster.getId() + " is no cluster any more";
    }
    StringBuilder out =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "  %s: %s%n      %d reports in %d articles of %d outlets, %d independent%s; first %s",
                cluster.getSpeakerName(),
                ClaimTable.cut(cluster.getContent()),
                cluster.getCount(),
                cluster.getArticles(),
                cluster.getOutlets(),
                cluster.getIndependent(),
                contradictions(cluster.getContradictions()),
                cluster.getFirstAt()));
    for (String line : lines(cluster.getReports())) {
      out.append(System.lineSeparator()).append("      ").append(line);
    }
    return out.toString();
  }

  private static String contradictions(List<String> kinds) {
    return kinds.isEmpty()
        ? ""
        : ", they disagree in " + String.join(" and ", kinds).toLowerCase(Locale.ROOT);
  }

  /** Reports of one outlet in the same words are one line. */
  private static Set<String> lines(List<ClusterReport> reports) {
    Set<String> out = new LinkedHashSet<>();
    for (ClusterReport report : reports) {
      String outlet = Objects.requireNonNullElse(report.getOutletName(), "(unknown outlet)");
      // An article of an outlet that nobody knows has it from itself.
      boolean own =
          report.getFromName().equals(outlet) || report.getFrom().equals(report.getArticleId());
      out.add(
          String.format(
              Locale.ROOT,
              "%-20s [%s] %s",
              own ? outlet : outlet + " from " + report.getFromName(),
              report.getCue(),
              ClaimTable.cut(report.getContent())));
    }
    return out;
  }
}
