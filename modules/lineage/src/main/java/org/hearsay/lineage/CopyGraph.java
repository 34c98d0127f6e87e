package org.hearsay.lineage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hearsay.lineage.fingerprints.FingerprintTable;
import org.hearsay.lineage.masks.MaskWords;
import org.jspecify.annotations.Nullable;

/**
 * The copies among a set of articles held in memory, for files; a stream has the classes of {@code
 * candidates} for it, which know of articles that come later and of stock phrases in many shards.
 * Both have the same caps and limits, and compare with {@link Copying#between}.
 */
public final class CopyGraph {
  private final Map<String, Prepared> articles = new LinkedHashMap<>();
  private final List<Copying> edges;

  /**
   * The copies among the given articles, in whatever order they are given.
   *
   * @param words by what is told which of their words are not their writers' own
   */
  public CopyGraph(List<Piece> pieces, MaskWords words) {
    for (Piece piece : pieces) {
      articles.putIfAbsent(piece.id(), Prepared.of(piece, words));
    }
    this.edges = settled(acyclic(find()));
  }

  /**
   * Every edge from a copy to an origin, and undirected ones where the direction is undecided; the
   * most telling first. Directed edges make no cycle: of edges that would close one, the least
   * telling is left out. Of two articles of which nothing tells who was first, the steps of copying
   * between them do, where there are such.
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
    List<Prepared> inOrder = new ArrayList<>(articles.values());
    inOrder.sort(
        Comparator.comparing((Prepared p) -> p.piece().firstSeen())
            .thenComparing(p -> p.piece().id()));
    FingerprintTable table = new FingerprintTable();
    List<Copying> out = new ArrayList<>();
    for (Prepared article : inOrder) {
      for (String earlier : table.add(article)) {
        @Nullable Copying edge =
            Copying.between(article, Objects.requireNonNull(articles.get(earlier)));
        if (edge != null) {
          out.add(edge);
        }
      }
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
        add(edge, origins);
        out.add(edge);
      }
    }
    return out;
  }

  private static void add(Copying edge, Map<String, List<String>> origins) {
    origins.computeIfAbsent(edge.copy().id(), id -> new ArrayList<>()).add(edge.origin().id());
  }

  /** Edges in which the steps between two articles tell which was first, if nothing else does. */
  private static List<Copying> settled(List<Copying> edges) {
    Map<String, List<String>> origins = new HashMap<>();
    edges.stream()
        .filter(edge -> edge.isDirected() && !edge.direction().contradicted())
        .forEach(edge -> add(edge, origins));
    return edges.stream()
        .map(edge -> edge.isDirected() ? edge : settled(edge, origins))
        .sorted(Copying.BY_STRENGTH)
        .toList();
  }

  private static Copying settled(Copying open, Map<String, List<String>> origins) {
    if (reaches(open.copy().id(), open.origin().id(), origins)) {
      return open.directedByOthers();
    }
    return reaches(open.origin().id(), open.copy().id(), origins)
        ? open.turned().directedByOthers()
        : open;
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
