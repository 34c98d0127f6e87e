package org.hearsay.coverage.clusters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.coverage.clusters.ClaimReport.CopiedFrom;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** Which of the reports of one claim were copied from which others. */
public final class ClaimOrigins {
  private final ClaimReports reports;
  private final Map<String, List<ClaimReport>> byArticle = new HashMap<>();

  /** Among those reports. */
  public ClaimOrigins(ClaimReports reports) {
    this.reports = reports;
    for (ClaimReport report : reports.all()) {
      byArticle.computeIfAbsent(report.articleId(), id -> new ArrayList<>()).add(report);
    }
  }

  /**
   * The report that another one's words were copied from: that of the nearest article that has one.
   * Where the article has several, it is one with the same words if there is one, of these the one
   * that stands nearest to where the words were copied from, else the first.
   */
  public Optional<ClaimReport> of(ClaimReport report) {
    for (CopiedFrom origin : report.places().origins()) {
      @Nullable List<ClaimReport> there = byArticle.get(origin.articleId());
      if (there != null) {
        return Optional.of(there.size() == 1 ? there.get(0) : like(report, origin.place(), there));
      }
    }
    return Optional.empty();
  }

  /** Edits move what comes after them, so that words tell more than places do. */
  private ClaimReport like(ClaimReport report, Span place, List<ClaimReport> there) {
    String words = reports.words(report);
    List<ClaimReport> same =
        there.stream().filter(one -> reports.words(one).equals(words)).toList();
    List<ClaimReport> some = same.isEmpty() ? there : same;
    // Of equals the first: the list is in order.
    return some.stream()
        .min(Comparator.comparingInt(one -> distance(place, one.places().own())))
        .orElseThrow();
  }

  /** How far the ends are apart, in UTF-16 code units. */
  private static int distance(Span one, @Nullable Span other) {
    return other == null
        ? Integer.MAX_VALUE
        : Math.abs(one.start() - other.start()) + Math.abs(one.end() - other.end());
  }
}
