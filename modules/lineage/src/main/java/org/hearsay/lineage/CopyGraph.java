package org.hearsay.lineage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The copies among a set of articles held in memory, for files and tests; the trace stage does the
 * same on a stream with stores. No pair is compared that shares fewer fingerprints than {@link
 * #fingerprintsNeeded} says.
 */
public final class CopyGraph {
  /** An article with no more fingerprints than this is short: about 140 words of its own. */
  private static final int FEW = 32;

  /** Articles remembered for one fingerprint, the earliest seen first. */
  public static final int MOST_POSTINGS = 12;

  /** Articles with a fingerprint from which on it may be a stock phrase. */
  public static final int STOCK = 3;

  /** Stock phrases of one article that are followed to the first who used them. */
  public static final int MOST_STOCK_PHRASES = 24;

  /** Articles of one outlet remembered for one fingerprint: more are its standing text. */
  public static final int MOST_POSTINGS_OF_OUTLET = 3;

  private final Map<String, Prepared> articles = new LinkedHashMap<>();
  private final List<Copying> edges;

  /** The copies among the given articles, in whatever order they are given. */
  public CopyGraph(List<Piece> pieces) {
    for (Piece piece : pieces) {
      articles.putIfAbsent(piece.id(), Prepared.of(piece));
    }
    this.edges = acyclic(find());
  }

  /**
   * How many fingerprints two articles share before they are compared: two, since a stock phrase
   * gives one; one where either is short, since it has few to share.
   *
   * @param one how many the one has
   * @param other how many the other has
   */
  public static int fingerprintsNeeded(int one, int other) {
    return Math.min(one, other) <= FEW ? 1 : 2;
  }

  /**
   * Whether a fingerprint that two texts share is one of three in a row that they share: more than
   * a stock phrase.
   *
   * @param one what stands beside it in the one text, see {@link Prepared#beside()}
   * @param other what stands beside it in the other
   */
  public static boolean goesOn(int one, int other) {
    return Fingerprints.goesOn(one, other);
  }

  /**
   * Whether a fingerprint that two texts share is one of two in a row that they share.
   *
   * @param one what stands beside it in the one text, see {@link Prepared#beside()}
   * @param other what stands beside it in the other
   */
  public static boolean isNextToo(int one, int other) {
    return Fingerprints.isNextToo(one, other);
  }

  /**
   * Every edge from a copy to an origin, and undirected ones where the direction is undecided; the
   * most telling first. Directed edges make no cycle: of edges that would close one, the least
   * telling is left out.
   */
  public List<Copying> edges() {
    return edges;
  }

  /**
   * The origins of an article by directed edges, the latest first: from its source to the first.
   */
  public List<Copying> origins(String id) {
    Map<String, Integer> depth = new HashMap<>();
    List<Copying> out = new ArrayList<>();
    for (Copying edge : edges) {
      if (edge.isDirected() && edge.copy().id().equals(id)) {
        out.add(edge);
      }
    }
    out.sort(
        (p, q) -> {
          int byDepth = depth(q.origin().id(), depth) - depth(p.origin().id(), depth);
          return byDepth != 0 ? byDepth : Copying.BY_STRENGTH.compare(p, q);
        });
    return out;
  }

  /** How many copies an article stands away from text of its own: the longest way. */
  private int depth(String id, Map<String, Integer> known) {
    @Nullable Integer before = known.get(id);
    if (before != null) {
      return before;
    }
    int depth = 0;
    for (Copying edge : edges) {
      if (edge.isDirected() && edge.copy().id().equals(id)) {
        depth = Math.max(depth, 1 + depth(edge.origin().id(), known));
      }
    }
    known.put(id, depth);
    return depth;
  }

  private List<Copying> find() {
    Map<Long, List<Prepared>> postings = new HashMap<>();
    List<Prepared> inOrder = new ArrayList<>(articles.values());
    inOrder.sort(
        (p, q) -> {
          int bySeen = p.piece().firstSeen().compareTo(q.piece().firstSeen());
          return bySeen != 0 ? bySeen : p.piece().id().compareTo(q.piece().id());
        });
    List<Copying> out = new ArrayList<>();
    for (Prepared article : inOrder) {
      Map<String, Integer> shared = new TreeMap<>();
      for (long fingerprint : article.fingerprints()) {
        List<Prepared> list = postings.computeIfAbsent(fingerprint, f -> new ArrayList<>());
        long ofOutlet = list.stream().filter(p -> p.piece().sameOutlet(article.piece())).count();
        boolean standing = ofOutlet >= MOST_POSTINGS_OF_OUTLET;
        for (Prepared earlier : list) {
          if (!standing || !earlier.piece().sameOutlet(article.piece())) {
            shared.merge(earlier.piece().id(), 1, Integer::sum);
          }
        }
        if (!standing && list.size() < MOST_POSTINGS) {
          list.add(article);
        }
      }
      shared.forEach(
          (id, count) -> {
            Prepared earlier = articles.get(id);
            if (earlier != null
                && count
                    >= fingerprintsNeeded(article.fingerprintCount(), earlier.fingerprintCount())) {
              @Nullable Copying edge = Copying.between(article, earlier);
              if (edge != null) {
                out.add(edge);
              }
            }
          });
    }
    return out;
  }

  private static List<Copying> acyclic(List<Copying> found) {
    List<Copying> sorted = new ArrayList<>(found);
    sorted.sort(Copying.BY_STRENGTH);
    Map<String, List<String>> origins = new HashMap<>();
    List<Copying> out = new ArrayList<>();
    for (Copying edge : sorted) {
      if (!edge.isDirected()) {
        out.add(edge);
      } else if (!reaches(edge.origin().id(), edge.copy().id(), origins)) {
        origins.computeIfAbsent(edge.copy().id(), id -> new ArrayList<>()).add(edge.origin().id());
        out.add(edge);
      }
    }
    return List.copyOf(out);
  }

  private static boolean reaches(String from, String to, Map<String, List<String>> origins) {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(Arrays.asList(from));
    while (!next.isEmpty()) {
      String id = next.pop();
      if (id.equals(to)) {
        return true;
      }
      if (seen.add(id)) {
        next.addAll(origins.getOrDefault(id, List.of()));
      }
    }
    return false;
  }
}
