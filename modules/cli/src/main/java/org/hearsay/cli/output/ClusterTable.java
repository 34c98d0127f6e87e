package org.hearsay.cli.output;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.ClusterReport;

/** Claims that several articles report, for people. */
public final class ClusterTable {
  private static final String DAY = "DAY";

  private static final Pattern QUOTATION_MARK = Pattern.compile("[\\p{Pi}\\p{Pf}\"„‚'`]+");

  private ClusterTable() {}

  /** As the other, for articles of which nothing but the row is at hand. */
  public static String row(ClaimCluster cluster, int width) {
    return row(cluster, article -> Phrases.UNKNOWN_OUTLET, width);
  }

  /**
   * Who says what, how many reports of it there are, then who has it in whose words.
   *
   * @param unknown what to call an article, by its id, whose outlet nobody knows
   * @param width how wide it may be
   */
  public static String row(ClaimCluster cluster, UnaryOperator<String> unknown, int width) {
    if (cluster.getMergedInto() != null) {
      return "  " + cluster.getId() + " is no cluster any more";
    }
    StringBuilder out =
        new StringBuilder(
            Wrap.hanging("  ", cluster.getSpeakerName() + ": " + cluster.getContent(), 4, width));
    String counted =
        String.format(
            Locale.ROOT,
            "%d reports in %d articles of %d outlets, %d independent%s; first %s",
            cluster.getCount(),
            cluster.getArticles(),
            cluster.getOutlets(),
            cluster.getIndependent(),
            contradictions(cluster.getContradictions()),
            first(cluster));
    out.append(System.lineSeparator()).append(Wrap.hanging("      ", counted, 8, width));
    for (String line : lines(cluster.getReports(), unknown)) {
      out.append(System.lineSeparator()).append(Wrap.hanging("      ", line, 8, width));
    }
    return out.toString();
  }

  /** When the first report was; of a page that gives only the day, that day. */
  private static String first(ClaimCluster cluster) {
    boolean day =
        cluster.getReports().stream()
            .anyMatch(
                report ->
                    report.getAt().equals(cluster.getFirstAt())
                        && DAY.equals(report.getPublishedPrecision()));
    return day
        ? LocalDate.ofInstant(cluster.getFirstAt(), ZoneOffset.UTC).toString()
        : cluster.getFirstAt().toString();
  }

  private static String contradictions(List<String> kinds) {
    return kinds.isEmpty()
        ? ""
        : ", they disagree in " + String.join(" and ", kinds).toLowerCase(Locale.ROOT);
  }

  /** Reports of one outlet in the same words are one line, whatever their quotation marks. */
  private static Collection<String> lines(
      List<ClusterReport> reports, UnaryOperator<String> unknown) {
    Map<String, String> out = new LinkedHashMap<>();
    for (ClusterReport report : reports) {
      String outlet =
          Objects.requireNonNullElseGet(
              report.getOutletName(), () -> unknown.apply(report.getArticleId()));
      // An article of an outlet that nobody knows has it from itself.
      boolean own =
          report.getFromName().equals(outlet) || report.getFrom().equals(report.getArticleId());
      String line =
          String.format(
              Locale.ROOT,
              "%-20s [%s] %s",
              own ? outlet : outlet + " from " + report.getFromName(),
              report.getCue(),
              report.getContent());
      out.putIfAbsent(QUOTATION_MARK.matcher(line).replaceAll("'"), line);
    }
    return out.values();
  }
}
