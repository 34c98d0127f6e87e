package org.hearsay.coverage.clusters;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.coverage.sameness.Sameness;
import org.jspecify.annotations.Nullable;

/**
 * Lets wordings choose which cluster they join. In the order of their first reports, each joins the
 * one that it is most surely the same as of those that have joined none themselves, else others may
 * join it. What a wording joins depends on earlier ones alone, so that a change is followed from
 * earlier to later ones until nothing changes.
 */
final class Settling {
  private final WordingGraph graph;
  private final Sameness sameness;

  /** Those that have to choose again. */
  private final Set<String> waiting = new TreeSet<>();

  private final Set<String> touched = new TreeSet<>();

  Settling(WordingGraph graph, Sameness sameness) {
    this.sameness = sameness;
    this.graph = graph;
  }

  /** Its reports have changed: it, and all that may look at it, are to choose again. */
  void wake(ClusterNode node) {
    graph.changed(node.id());
    waiting.add(node.id());
    waiting.addAll(node.neighbours());
  }

  /** Until nobody waits. */
  void settle() {
    while (!waiting.isEmpty()) {
      @Nullable ClusterNode next = earliest();
      if (next != null) {
        waiting.remove(next.id());
        choose(next);
      }
    }
  }

  /** Of those that wait; whoever is not there any more waits no longer. */
  private @Nullable ClusterNode earliest() {
    @Nullable ClusterNode next = null;
    for (String id : List.copyOf(waiting)) {
      @Nullable ClusterNode node = graph.get(id);
      if (node == null) {
        waiting.remove(id);
      } else if (node.isGone()) {
        waiting.remove(id);
        join(node, node.id());
      } else if (next == null || node.isBefore(next)) {
        next = node;
      }
    }
    return next;
  }

  private void choose(ClusterNode node) {
    @Nullable ClusterNode best = null;
    double degree = 0;
    for (String id : node.neighbours()) {
      @Nullable ClusterNode other = graph.get(id);
      if (other != null && mayJoin(node, other)) {
        double same = sameness.degree(node.statement(), other.statement());
        if (best == null || same > degree || (same == degree && other.isBefore(best))) {
          best = other;
          degree = same;
        }
      }
    }
    join(node, best == null ? node.id() : best.id());
  }

  private static boolean mayJoin(ClusterNode node, ClusterNode other) {
    return !other.isGone()
        && other.isCentre()
        && !other.isGuest()
        && (node.isGuest() || other.isBefore(node));
  }

  /** Leaves the cluster that it is in for another one. */
  private void join(ClusterNode node, String centre) {
    String before = node.centre();
    touched.addAll(List.of(node.id(), before, centre));
    graph.changed(node.id());
    if (!before.equals(centre)) {
      move(node, before, centre);
      node.centre(centre);
    }
    boolean was = before.equals(node.id());
    if (was != node.isCentre() || node.isGone()) {
      for (String id : node.neighbours()) {
        @Nullable ClusterNode other = graph.get(id);
        if (other != null
            && !other.isGone()
            && (node.isGone() || other.isGuest() || node.isBefore(other))) {
          waiting.add(id);
        }
      }
    }
  }

  private void move(ClusterNode node, String from, String to) {
    @Nullable ClusterNode old = from.equals(node.id()) ? null : graph.get(from);
    if (old != null) {
      old.members().remove(node.id());
      graph.changed(from);
    }
    @Nullable ClusterNode next = to.equals(node.id()) ? null : graph.get(to);
    if (next != null && next.members().size() < ClusterNode.MOST_LINKS) {
      next.members().add(node.id());
      graph.changed(to);
    }
  }

  /** Whoever chose, whom they left and whom they joined. */
  Set<String> touched() {
    return touched;
  }
}
