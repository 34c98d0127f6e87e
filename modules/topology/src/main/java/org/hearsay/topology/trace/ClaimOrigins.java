package org.hearsay.topology.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearsay.lineage.Direction;
import org.hearsay.lineage.Piece;
import org.hearsay.records.ChainLink;
import org.hearsay.records.Claim;
import org.hearsay.records.Passage;
import org.hearsay.records.Republication;
import org.hearsay.records.Span;
import org.jspecify.annotations.Nullable;

/**
 * Completes a claim's chain with what matching text says of its article. Of the articles that have
 * the claim's own passage, the chain names at most two more: the nearest (declared, else the one
 * that shares most with the article) and the first before that; others may be copies beside it.
 * Completing a completed claim again changes nothing.
 */
final class ClaimOrigins {
  private static final String ORIGIN = "ORIGIN";
  private static final String MATCHING_TEXT = "MATCHING_TEXT";
  private static final String CONFIRMED = "CONFIRMED";
  private static final String CONTRADICTED = "CONTRADICTED";
  private static final double SURE = 0.99;
  private static final double DOUBTFUL = 0.5;

  /** A claim of which less stands in shared text is the copy's own. */
  private static final double COVERED = 0.5;

  /** Shares of a text that differ by less than this are the same. */
  private static final double NEAR = 0.02;

  private ClaimOrigins() {}

  /**
   * The claim with its chain as the edges say.
   *
   * @param claim with or without what an earlier completion added
   * @param edges from the claim's article to its origins
   */
  static Claim complete(Claim claim, List<Republication> edges) {
    List<Republication> origins =
        edges.stream()
            .filter(edge -> !edge.getDirection().equals("UNDECIDED"))
            .filter(edge -> covers(edge, claim.getContent()))
            .toList();
    List<ChainLink> chain = new ArrayList<>();
    int end = 0;
    for (ChainLink link : claim.getChain()) {
      if (link.getEvidenceKind().equals(MATCHING_TEXT)) {
        continue;
      }
      chain.add(link.getRole().equals(ORIGIN) ? declared(link, edges) : link);
      if (link.getRole().equals(ORIGIN) || link.getRole().equals("PUBLISHER")) {
        end = chain.size();
      }
    }
    for (Republication origin : nearestAndFirst(origins)) {
      if (isNews(origin, claim, chain.subList(0, end))) {
        chain.add(end++, discovered(origin));
      }
    }
    return Claim.newBuilder(claim).setChain(chain).setHops(Math.max(0, chain.size() - 1)).build();
  }

  private static boolean covers(Republication edge, List<Span> content) {
    int length = 0;
    int covered = 0;
    for (Span span : content) {
      length += span.getEnd() - span.getStart();
      for (Passage passage : edge.getPassages()) {
        covered +=
            Math.max(
                0,
                Math.min(span.getEnd(), passage.getEnd())
                    - Math.max(span.getStart(), passage.getStart()));
      }
    }
    return covered >= COVERED * length;
  }

  private static List<Republication> nearestAndFirst(List<Republication> origins) {
    double most = origins.stream().mapToDouble(Republication::getContainment).max().orElse(0);
    Optional<Republication> nearest =
        origins.stream()
            .filter(edge -> edge.getContainment() >= most - NEAR)
            .max(
                Comparator.comparing((Republication e) -> e.getDirection().equals("DECLARED"))
                    .thenComparing(e -> before(e, origins).size())
                    .thenComparing(Republication::getId));
    if (nearest.isEmpty()) {
      return List.of();
    }
    List<Republication> earlier = before(nearest.get(), origins);
    Optional<Republication> first =
        earlier.stream()
            .min(
                Comparator.comparing((Republication e) -> before(e, earlier).size())
                    .thenComparing(e -> -e.getContainment())
                    .thenComparing(Republication::getId));
    return first.isEmpty() ? List.of(nearest.get()) : List.of(nearest.get(), first.get());
  }

  /** Those whose origins were there before this one's; undecided ones are not. */
  private static List<Republication> before(Republication edge, List<Republication> others) {
    Piece origin = origin(edge);
    return others.stream()
        .filter(other -> Direction.of(origin(other), origin).first() < 0)
        .toList();
  }

  /** What the direction between two origins rests on. */
  private static Piece origin(Republication edge) {
    return new Piece(
        edge.getOriginId(),
        Piece.outletKey(edge.getOriginOutletId(), edge.getOriginOutletName(), edge.getOriginUrl()),
        null,
        null,
        "",
        List.of(),
        edge.getOriginPublishedAt(),
        edge.getOriginFirstSeen(),
        edge.getOriginDeclared());
  }

  /** Whether the chain does not name the origin's outlet yet, nor is it the publisher itself. */
  private static boolean isNews(Republication origin, Claim claim, List<ChainLink> links) {
    @Nullable String id = origin.getOriginOutletId();
    @Nullable String name = origin.getOriginOutletName();
    if (id != null && id.equals(claim.getOutletId())) {
      return false;
    }
    return links.stream().noneMatch(link -> isOutlet(link, id, name));
  }

  private static boolean isOutlet(ChainLink link, @Nullable String id, @Nullable String name) {
    return (id != null && id.equals(link.getId()))
        || (name != null && name.equalsIgnoreCase(link.getName()));
  }

  private static ChainLink declared(ChainLink link, List<Republication> edges) {
    ChainLink.Builder out = ChainLink.newBuilder(link).setConfirmation(null);
    for (Republication edge : edges) {
      if (isOutlet(link, edge.getOriginOutletId(), edge.getOriginOutletName())) {
        if (edge.getContradicted()) {
          out.setConfirmation(CONTRADICTED).setConfidence(Math.min(DOUBTFUL, link.getConfidence()));
        } else if (!edge.getDirection().equals("UNDECIDED")) {
          return ChainLink.newBuilder(link).setConfirmation(CONFIRMED).setConfidence(SURE).build();
        }
      }
    }
    return out.build();
  }

  private static ChainLink discovered(Republication edge) {
    @Nullable String name = edge.getOriginOutletName();
    @Nullable String url = edge.getOriginUrl();
    String shown = name != null ? name : url != null ? url : edge.getOriginId();
    double confidence =
        switch (edge.getDirection()) {
          case "DECLARED" -> 0.95;
          case "PUBLISHED" -> 0.9;
          default -> 0.7;
        };
    return ChainLink.newBuilder()
        .setRole(ORIGIN)
        .setName(shown)
        .setText(shown)
        .setId(edge.getOriginOutletId())
        .setEvidenceKind(MATCHING_TEXT)
        .setEvidence(
            String.format(
                java.util.Locale.ROOT,
                "%s: %.0f %% of the article's own words stand in %s",
                edge.getKind(),
                100 * edge.getContainment(),
                url == null ? "article " + edge.getOriginId() : url))
        .setConfidence(confidence)
        .build();
  }
}
