package org.hearsay.coverage.clusters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hearsay.claims.LinkRole;
import org.hearsay.coverage.chains.NearestOrigins;
import org.hearsay.coverage.clusters.ClaimReport.CopiedFrom;
import org.hearsay.coverage.clusters.ClaimReport.From;
import org.hearsay.coverage.clusters.ClaimReport.Places;
import org.hearsay.coverage.facts.ArticleSummary;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.KnownArticle;
import org.hearsay.coverage.facts.KnownLink;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.coverage.sameness.ClaimSpeaker;
import org.hearsay.coverage.sameness.SamenessLanguage;
import org.hearsay.text.Span;
import org.jspecify.annotations.Nullable;

/** What one article reports, once it is known who published it and when. */
public final class ReportsOfArticle {
  /** Articles that a claim was copied from: every report of a wording is kept with its own. */
  private static final int MOST_ORIGINS = 8;

  private final SamenessLanguage language;

  /** Of articles in a language. */
  public ReportsOfArticle(SamenessLanguage language) {
    this.language = language;
  }

  /**
   * A claim of a speaker.
   *
   * @param speaker as {@link ClaimReport#speakerKey}
   * @param claimId the claim's id
   */
  public record SpeakersClaim(String speaker, String claimId) {}

  /** Its reports of claims that say enough to be known again. */
  public Map<SpeakersClaim, ClaimReport> of(KnownArticle article) {
    Map<SpeakersClaim, ClaimReport> out = new LinkedHashMap<>();
    @Nullable ArticleSummary summary = article.summary();
    if (summary != null) {
      for (ReportedClaim claim : article.claims()) {
        if (claim.text().wording(language).tells()) {
          ClaimReport report = report(claim, summary, article.edges());
          out.put(new SpeakersClaim(report.speakerKey(language), claim.id()), report);
        }
      }
    }
    return out;
  }

  private ClaimReport report(ReportedClaim claim, ArticleSummary article, List<CopyEdge> edges) {
    OutletName publisher = article.publisher();
    return new ClaimReport(
        claim.id(),
        claim.articleId(),
        new OutletName(publisher.id(), publisher.name(), article.url()),
        article.at(),
        article.atKind(),
        claim.text(),
        from(claim, article),
        places(claim, edges));
  }

  private static Places places(ReportedClaim claim, List<CopyEdge> edges) {
    TreeSet<String> twins = new TreeSet<>();
    for (CopyEdge edge : edges) {
      boolean isCopy = edge.isCopy(claim.articleId());
      if (!edge.isDecided() && edge.shared().covers(claim.content(), isCopy)) {
        twins.add(edge.other(claim.articleId()));
      }
    }
    List<CopiedFrom> origins = new ArrayList<>();
    for (CopyEdge edge :
        NearestOrigins.nearestFirst(NearestOrigins.having(claim, edges), MOST_ORIGINS)) {
      edge.shared()
          .inOrigin(claim.content())
          .ifPresent(place -> origins.add(new CopiedFrom(edge.origin().id(), place)));
    }
    return new Places(whole(claim.content()), origins, List.copyOf(twins));
  }

  /** From the first to the last unit; null where there is none. */
  private static @Nullable Span whole(List<Span> content) {
    int start = content.stream().mapToInt(Span::start).min().orElse(0);
    int end = content.stream().mapToInt(Span::end).max().orElse(0);
    return content.isEmpty() ? null : new Span(start, end);
  }

  private From from(ReportedClaim claim, ArticleSummary article) {
    OutletName publisher = article.publisher();
    @Nullable String outlet = publisher.key();
    String key = outlet == null ? article.id() : outlet;
    String name = publisher.name() == null ? key : publisher.name();
    for (KnownLink link : claim.chain()) {
      // "Officials" of two articles need not be the same officials.
      boolean relay =
          link.role() == LinkRole.RELAY
              && new ClaimSpeaker(link.id(), link.name()).kind(language) == ClaimSpeaker.Kind.NAMED;
      if (link.role() == LinkRole.ORIGIN || relay) {
        key = key(link);
        name = link.name();
      }
    }
    return new From(key, name);
  }

  /** An origin that has no name is named by its address. */
  private static String key(KnownLink link) {
    boolean isAddress = link.name().contains("://");
    OutletName named =
        isAddress
            ? new OutletName(link.id(), null, link.name())
            : new OutletName(link.id(), link.name(), null);
    @Nullable String key = named.key();
    return key == null ? link.name() : key;
  }
}
