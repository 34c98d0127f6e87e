package org.hearsay.coverage.clusters;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.claims.CueMode;
import org.hearsay.coverage.clusters.ClaimReport.From;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.coverage.sameness.ClaimSpeaker.Kind;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.text.attribution.CueStance;
import org.jspecify.annotations.Nullable;

/** What reports of one claim say together: how many are independent, and where they disagree. */
public final class ClaimReports {
  /** In what reports of one claim disagree. */
  public enum Contradiction {
    /** The one says "said", the other "claimed" or "admitted". */
    CUE,
    /** The one names who said it, the other leaves the source out or without a name. */
    SOURCE,
    /** The one says that it was said, the other that it was not, or only may have been. */
    MODE
  }

  private final List<ClaimReport> reports;
  private final SamenessLanguage language;

  /**
   * The reports, in the order of {@link ClaimReport#IN_ORDER}.
   *
   * @param language the language that they are in
   */
  public ClaimReports(List<ClaimReport> reports, SamenessLanguage language) {
    this.language = language;
    List<ClaimReport> sorted = new ArrayList<>(reports);
    sorted.sort(ClaimReport.IN_ORDER);
    this.reports = List.copyOf(sorted);
  }

  /** What a report's cue lets a reader think. */
  public CueStance stance(ClaimReport report) {
    return report.stance(language.verbs());
  }

  /** Whether a report names its speaker. */
  public Kind sourceKind(ClaimReport report) {
    return report.text().speaker().kind(language);
  }

  /** The words of its content, quotation marks and case apart. */
  String words(ClaimReport report) {
    return report.wording(language).key();
  }

  /** The reports, the earliest first. */
  public List<ClaimReport> all() {
    return reports;
  }

  /** How many articles have it. */
  public int articles() {
    return (int) reports.stream().map(ClaimReport::articleId).distinct().count();
  }

  /** How many outlets have it. */
  public int outlets() {
    return (int) reports.stream().map(ClaimReport::outlet).distinct().count();
  }

  /**
   * How many reports remain once those are one that have it from one outlet, report or person, or
   * that have the same text. Where one says that it has it from an agency, and for another the
   * agency is who speaks, both have it from there.
   */
  public int independent() {
    return (int) sources().values().stream().distinct().count();
  }

  /**
   * Which independent source each article's reports are of, by the article's id: the article of the
   * earliest report that is of the same one.
   */
  public Map<String, String> sources() {
    Map<String, String> group = new HashMap<>();
    Map<String, ClaimReport> byArticle = new HashMap<>();
    reports.forEach(report -> byArticle.putIfAbsent(report.articleId(), report));
    for (ClaimReport report : reports) {
      join(group, "article " + report.articleId(), "from " + report.from().key());
      @Nullable String speaker = speakerKey(report);
      if (speaker != null && isPassedOnBy(speaker)) {
        join(group, "article " + report.articleId(), "from " + speaker);
      }
      passedOn(report)
          .ifPresent(
              earlier ->
                  join(group, "article " + report.articleId(), "article " + earlier.articleId()));
      for (String twin : report.places().twins()) {
        if (byArticle.containsKey(twin)) {
          join(group, "article " + report.articleId(), "article " + twin);
        }
      }
    }
    Map<String, String> earliest = new HashMap<>();
    Map<String, String> out = new LinkedHashMap<>();
    for (ClaimReport report : reports) {
      String root = root(group, "article " + report.articleId());
      earliest.putIfAbsent(root, report.articleId());
      out.put(report.articleId(), earliest.get(root));
    }
    return out;
  }

  /**
   * The outlet, report or person that a report has it from, as it counts in {@link #independent}:
   * the speaker itself where that is an agency that others say they have it from.
   */
  public From from(ClaimReport report) {
    @Nullable String speaker = speakerKey(report);
    @Nullable String name = report.text().speaker().name();
    return speaker != null && isPassedOnBy(speaker)
        ? new From(speaker, name == null ? speaker : name)
        : report.from();
  }

  /** What its speaker would be called as whom somebody has it from; null where nobody is named. */
  private @Nullable String speakerKey(ClaimReport report) {
    ClaimSpeaker speaker = report.text().speaker();
    return sourceKind(report) == Kind.NAMED
        ? new OutletName(speaker.id(), speaker.name(), null).key()
        : null;
  }

  private boolean isPassedOnBy(String key) {
    return reports.stream()
        .anyMatch(report -> report.from().key().equals(key) && !report.outlet().equals(key));
  }

  /**
   * The report of the outlet that another has it from: the latest that is no later. It may itself
   * have it from a third, in which case all are one.
   */
  private Optional<ClaimReport> passedOn(ClaimReport report) {
    return reports.stream()
        .filter(
            other -> other.outlet().equals(report.from().key()) && !other.at().isAfter(report.at()))
        .reduce((earlier, later) -> later);
  }

  private static void join(Map<String, String> group, String one, String other) {
    String a = root(group, one);
    String b = root(group, other);
    if (!a.equals(b)) {
      group.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
    }
  }

  private static String root(Map<String, String> group, String member) {
    String at = member;
    for (String up = group.get(at); up != null; up = group.get(at)) {
      at = up;
    }
    return at;
  }

  /** In what they disagree, in the order of the kinds. */
  public Set<Contradiction> contradictions() {
    Set<Contradiction> out = EnumSet.noneOf(Contradiction.class);
    Set<CueStance> stances = EnumSet.noneOf(CueStance.class);
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    Set<CueMode> modes = EnumSet.noneOf(CueMode.class);
    for (ClaimReport report : reports) {
      stances.add(stance(report));
      kinds.add(sourceKind(report));
      modes.add(report.denied() ? CueMode.ASSERTED : report.text().cue().mode());
    }
    if (stances.size() > 1) {
      out.add(Contradiction.CUE);
    }
    if (kinds.contains(Kind.NAMED) && kinds.size() > 1) {
      out.add(Contradiction.SOURCE);
    }
    if (modes.contains(CueMode.ASSERTED) && modes.size() > 1) {
      out.add(Contradiction.MODE);
    }
    return out;
  }

  @Override
  public String toString() {
    return reports.toString();
  }
}
