package org.hearsay.coverage.clusters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /**
   * In what they disagree, in the order of the kinds: only where two articles have nothing in
   * common. One that quotes "one of them" on what somebody had said has both, and does not disagree
   * with another that has one of the two.
   */
  public Set<Contradiction> contradictions() {
    Map<String, List<ClaimReport>> byArticle = new LinkedHashMap<>();
    for (ClaimReport report : reports) {
      byArticle.computeIfAbsent(report.articleId(), id -> new ArrayList<>()).add(report);
    }
    Set<Set<CueStance>> stances = new HashSet<>();
    Set<Set<CueMode>> modes = new HashSet<>();
    for (List<ClaimReport> article : byArticle.values()) {
      stances.add(each(article, this::stance));
      modes.add(each(article, ClaimReports::mode));
    }
    Set<Contradiction> out = EnumSet.noneOf(Contradiction.class);
    if (anyApart(stances, stances)) {
      out.add(Contradiction.CUE);
    }
    if (differInSource(byArticle.values())) {
      out.add(Contradiction.SOURCE);
    }
    if (anyApart(modes.stream().filter(some -> some.contains(CueMode.ASSERTED)).toList(), modes)) {
      out.add(Contradiction.MODE);
    }
    return out;
  }

  private static CueMode mode(ClaimReport report) {
    return report.denied() ? CueMode.ASSERTED : report.text().cue().mode();
  }

  private static <T> Set<T> each(List<ClaimReport> article, Function<ClaimReport, T> of) {
    return article.stream().map(of).collect(Collectors.toSet());
  }

  private static <T> boolean anyApart(Collection<Set<T>> some, Collection<Set<T>> others) {
    return some.stream()
        .anyMatch(one -> others.stream().anyMatch(other -> Collections.disjoint(one, other)));
  }

  /**
   * Whether an article names who said it, and another names nobody and does not have it from whom
   * the first one names either: "the agency, citing two diplomats" and "the agency said".
   */
  private boolean differInSource(Collection<List<ClaimReport>> articles) {
    Set<Set<String>> named = new HashSet<>();
    Set<Set<String>> unnamed = new HashSet<>();
    for (List<ClaimReport> article : articles) {
      Set<String> keys = new HashSet<>();
      for (ClaimReport report : article) {
        @Nullable String key = speakerKey(report);
        if (key != null) {
          keys.add(key);
        }
      }
      if (keys.isEmpty()) {
        unnamed.add(each(article, report -> report.from().key()));
      } else {
        named.add(keys);
      }
    }
    return anyApart(named, unnamed);
  }

  @Override
  public String toString() {
    return reports.toString();
  }
}
