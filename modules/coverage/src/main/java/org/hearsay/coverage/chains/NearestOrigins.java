package org.hearsay.coverage.chains;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.coverage.facts.CopyEdge;
import org.hearsay.coverage.facts.ReportedClaim;
import org.hearsay.lineage.Direction;
import org.hearsay.lineage.Piece;

/** Which of the articles that a claim was copied from are the nearest. */
public final class NearestOrigins {
  /** Shares of a text that differ by less than this are the same. */
  private static final double NEAR = 0.02;

  private NearestOrigins() {}

  /**
   * The edges to the articles that a claim was copied from: it is known that they were there first,
   * and they have the claim's own passage.
   *
   * @param edges of the claim's article; those in which it is not the copy say nothing
   */
  public static List<CopyEdge> having(ReportedClaim claim, List<CopyEdge> edges) {
    return edges.stream()
        .filter(edge -> edge.isCopy(claim.articleId()))
        .filter(CopyEdge::isDecided)
        .filter(edge -> edge.shared().covers(claim.content(), true))
        .toList();
  }

  /**
   * The nearest of the edges of one copy, in whatever order these are: of those that share most
   * with it one that it declares, else the latest; then likewise of the others.
   *
   * @param origins decided edges of the same copy
   * @param most how many at most
   */
  public static List<CopyEdge> nearestFirst(List<CopyEdge> origins, int most) {
    Map<String, Integer> earlier = new HashMap<>();
    origins.forEach(edge -> earlier.put(edge.id(), before(edge, origins).size()));
    Comparator<CopyEdge> nearness =
        Comparator.comparing(NearestOrigins::isDeclared)
            .thenComparing(edge -> earlier.getOrDefault(edge.id(), 0))
            .thenComparing(CopyEdge::id);
    List<CopyEdge> left = new ArrayList<>(origins);
    List<CopyEdge> out = new ArrayList<>();
    while (!left.isEmpty() && out.size() < most) {
      double share = left.stream().mapToDouble(e -> e.shared().containment()).max().orElse(0);
      left.stream()
          .filter(edge -> edge.shared().containment() >= share - NEAR)
          .max(nearness)
          .ifPresent(out::add);
      left.remove(out.get(out.size() - 1));
    }
    return out;
  }

  private static boolean isDeclared(CopyEdge edge) {
    return edge.direction().basis() == Direction.Basis.DECLARED;
  }

  /** Those whose origins were there before this one's; undecided ones are not. */
  static List<CopyEdge> before(CopyEdge edge, List<CopyEdge> others) {
    Piece origin = piece(edge.origin());
    return others.stream()
        .filter(other -> Direction.of(piece(other.origin()), origin).first() < 0)
        .toList();
  }

  /** What the direction between two origins rests on. */
  private static Piece piece(CopyEdge.Origin origin) {
    return new Piece(
        origin.id(),
        origin.outlet().key(),
        null,
        null,
        "",
        List.of(),
        origin.publishedAt(),
        origin.firstSeen(),
        origin.declared());
  }
}
