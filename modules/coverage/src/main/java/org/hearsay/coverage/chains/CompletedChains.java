package org.hearsay.coverage.chains;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearsay.claims.EvidenceKind;
import org.hearsay.claims.LinkRole;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.KnownArticle;
import org.hearsay.coverage.facts.KnownLink;
import org.hearsay.coverage.facts.KnownLink.Confirmation;
import org.hearsay.coverage.facts.KnownLink.LinkEvidence;
import org.hearsay.coverage.facts.OutletName;
import org.hearsay.coverage.facts.ReportedClaim;
import org.jspecify.annotations.Nullable;

/**
 * Completes a claim's chain with what matching text says of its article. Of the articles that have
 * the claim's own passage, the chain names at most two more: the nearest (declared, else the one
 * that shares most with the article) and the first before that; others may be copies beside it. A
 * declared one is left out of a claim that the article's publisher added. Completing a completed
 * claim again changes nothing.
 */
public final class CompletedChains {
  private static final double SURE = 0.99;
  private static final double DOUBTFUL = 0.5;

  private CompletedChains() {}

  /** An article's claims with their chains as its edges say, by the claims' ids. */
  public static Map<String, ReportedClaim> of(KnownArticle article) {
    Map<String, ReportedClaim> out = new LinkedHashMap<>();
    for (ReportedClaim claim : article.claims()) {
      out.put(claim.id(), complete(claim, article.edges()));
    }
    return out;
  }

  /**
   * The claim with its chain as the edges say.
   *
   * @param claim with or without what an earlier completion added
   * @param edges of the claim's article; those in which it is not the copy say nothing
   */
  public static ReportedClaim complete(ReportedClaim claim, List<CopyEdge> edges) {
    List<CopyEdge> own = edges.stream().filter(edge -> edge.isCopy(claim.articleId())).toList();
    List<CopyEdge> origins = NearestOrigins.having(claim, edges);
    List<KnownLink> chain = new ArrayList<>();
    int end = 0;
    for (KnownLink link : claim.chain()) {
      LinkRole role = link.role();
      if (isAdded(link) || (role == LinkRole.ORIGIN && isNotOf(link, claim, own))) {
        continue;
      }
      chain.add(role == LinkRole.ORIGIN ? confirmed(link, own) : link);
      if (role == LinkRole.ORIGIN || role == LinkRole.PUBLISHER) {
        end = chain.size();
      }
    }
    for (CopyEdge origin : nearestAndFirst(origins)) {
      if (isNews(origin.origin().outlet(), claim, chain.subList(0, end))) {
        chain.add(end++, discovered(origin));
      }
    }
    List<KnownLink> origin = List.copyOf(chain.subList(0, end));
    chain.removeIf(link -> link.role() == LinkRole.RELAY && isOrigin(link, origin));
    int last = chain.size() - 1;
    if (last > 0
        && chain.get(last).role() == LinkRole.SPEAKER
        && chain.get(last - 1).role() != LinkRole.RELAY
        && isSame(chain.get(last - 1), chain.get(last))) {
      // "The wire also said", in the wire's own article: the text is its words already.
      chain.remove(last);
    }
    return claim.withChain(chain);
  }

  /** "The wire reported" adds nothing in a text that was taken from the wire. */
  private static boolean isOrigin(KnownLink relay, List<KnownLink> before) {
    return before.stream().anyMatch(link -> link.role() == LinkRole.ORIGIN && isSame(link, relay));
  }

  private static boolean isSame(KnownLink one, KnownLink other) {
    return one.id() == null
        ? one.name().equalsIgnoreCase(other.name())
        : one.id().equals(other.id());
  }

  /**
   * Whether a claim is the publisher's own, beside what a notice says of the article: it stands in
   * a paragraph that the declared origin's article does not have, in these words or in others.
   */
  private static boolean isNotOf(KnownLink declared, ReportedClaim claim, List<CopyEdge> edges) {
    boolean isOwn = false;
    for (CopyEdge edge : edges) {
      if (edge.isDecided() && isOutlet(declared, edge.origin().outlet())) {
        if (!edge.shared().isOwn(claim.content())) {
          return false;
        }
        isOwn = true;
      }
    }
    return isOwn;
  }

  private static boolean isAdded(KnownLink link) {
    LinkEvidence evidence = link.evidence();
    return evidence != null && evidence.kind() == EvidenceKind.MATCHING_TEXT;
  }

  private static List<CopyEdge> nearestAndFirst(List<CopyEdge> origins) {
    List<CopyEdge> nearest = NearestOrigins.nearestFirst(origins, 1);
    if (nearest.isEmpty()) {
      return nearest;
    }
    List<CopyEdge> earlier = NearestOrigins.before(nearest.get(0), origins);
    Optional<CopyEdge> first =
        earlier.stream()
            .min(
                Comparator.comparing((CopyEdge edge) -> NearestOrigins.before(edge, earlier).size())
                    .thenComparing(edge -> -edge.shared().containment())
                    .thenComparing(CopyEdge::id));
    return first.isEmpty() ? nearest : List.of(nearest.get(0), first.get());
  }

  /** Whether the chain does not name the outlet yet, nor is it the publisher itself. */
  private static boolean isNews(OutletName outlet, ReportedClaim claim, List<KnownLink> links) {
    if (outlet.id() != null && outlet.id().equals(claim.outletId())) {
      return false;
    }
    return links.stream().noneMatch(link -> isOutlet(link, outlet));
  }

  private static boolean isOutlet(KnownLink link, OutletName outlet) {
    return (outlet.id() != null && outlet.id().equals(link.id()))
        || (outlet.name() != null && outlet.name().equalsIgnoreCase(link.name()));
  }

  /** A declared origin with what the edges say of it: one article with the same text is enough. */
  private static KnownLink confirmed(KnownLink declared, List<CopyEdge> edges) {
    LinkEvidence evidence = declared.evidence();
    if (evidence == null) {
      return declared;
    }
    KnownLink out = shownBy(declared, evidence, evidence.confidence(), null);
    for (CopyEdge edge : edges) {
      if (!isOutlet(declared, edge.origin().outlet())) {
        continue;
      }
      if (edge.direction().contradicted()) {
        double doubted = Math.min(DOUBTFUL, evidence.confidence());
        out = shownBy(declared, evidence, doubted, Confirmation.CONTRADICTED);
      } else if (edge.isDecided()) {
        return shownBy(declared, evidence, SURE, Confirmation.CONFIRMED);
      }
    }
    return out;
  }

  private static KnownLink shownBy(
      KnownLink link,
      LinkEvidence evidence,
      double confidence,
      @Nullable Confirmation confirmation) {
    return new KnownLink(
        link.role(),
        link.name(),
        link.text(),
        link.id(),
        new LinkEvidence(evidence.kind(), evidence.text(), confidence, confirmation));
  }

  private static KnownLink discovered(CopyEdge edge) {
    CopyEdge.Origin origin = edge.origin();
    @Nullable String url = origin.outlet().address();
    @Nullable String name = origin.outlet().name();
    String shown = name != null ? name : url != null ? url : origin.id();
    double confidence =
        switch (edge.direction().basis()) {
          case DECLARED -> 0.95;
          case PUBLISHED, THROUGH_OTHERS -> 0.9;
          default -> 0.7;
        };
    String evidence =
        String.format(
            Locale.ROOT,
            "%s: %.0f %% of the article's own words stand in %s",
            edge.shared().extent(),
            100 * edge.shared().containment(),
            url == null ? "article " + origin.id() : url);
    return new KnownLink(
        LinkRole.ORIGIN,
        shown,
        shown,
        origin.outlet().id(),
        new LinkEvidence(EvidenceKind.MATCHING_TEXT, evidence, confidence, null));
  }
}
