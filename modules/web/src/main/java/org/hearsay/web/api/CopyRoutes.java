package org.hearsay.web.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.store.search.Articles;
import org.hearsay.store.search.Copies;
import org.hearsay.store.search.Listing;
import org.hearsay.store.search.one.OneArticle;
import org.hearsay.store.search.one.OneCluster;
import org.hearsay.store.search.one.OneEdge;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.hearsay.web.shapes.TableShapes;
import org.jspecify.annotations.Nullable;

/** Which article was copied from which: lists, one edge with both texts, and the graph. */
public final class CopyRoutes {
  /** More than that nobody can look at. */
  private static final int MOST_NODES = 200;

  private static final List<String> ENDS = List.of("articleId", "originId");
  private static final String COPY_BY_OTHERS = "copyByOthers";

  private final Asker asker;

  /** Over that store. */
  public CopyRoutes(Asker asker) {
    this.asker = asker;
  }

  /** The routes. */
  public List<Route> all() {
    TableShapes tables = new TableShapes(asker.store().tables());
    Shape edge = edge(tables);
    Shape article = ArticleRows.text(tables).orNull();
    return List.of(
        new Lists(asker)
            .route(Copies.EDGES, Shape.page("Edges", edge), rows -> settled(rows, asker)),
        Route.get(
            "/api/lineage/graph",
            "graph-of-copies",
            "Articles that hang together by copying, with their edges; at most "
                + MOST_NODES
                + " articles.",
            List.of(
                Parameter.text("article", "Those that hang together with this article."),
                Parameter.text("cluster", "Those of a cluster's reports."),
                Parameter.text("outlet", "Those of an outlet, the newest first.")),
            Reply.of(
                Shape.object("Graph")
                    .with("nodes", Shape.list(ArticleRows.shape(tables)), "")
                    .with("edges", Shape.list(edge), "")
                    .with("truncated", Shape.truth(), "Whether more hangs together with them.")
                    .withCommit()),
            this::graph),
        Route.get(
            "/api/lineage/{id}",
            "edge",
            "One edge, with both articles' texts, what they share and what differs.",
            List.of(Parameter.path("id", "The edge's id.")),
            Reply.of(
                Shape.object("EdgeWhole")
                    .with("edge", edge, "")
                    .with("passages", Shape.list(tables.row("Passage", "passages")), "")
                    .with("replacements", Shape.list(tables.row("Replacement", "replacements")), "")
                    .with("copy", article, "Null once the article is not kept any more.")
                    .with("origin", article, "Null once the article is not kept any more.")
                    .withCommit()),
            this::one));
  }

  /** What an edge looks like that {@link #settled} was done to. */
  static Shape edge(TableShapes tables) {
    return tables
        .row("Edge", "lineage")
        .maybe(
            COPY_BY_OTHERS,
            Shape.text(),
            "The id of the article that is the copy, where only what lies between the two says so:"
                + " UNDECIDED by themselves, but the one has it from a third that has it from the"
                + " other.");
  }

  /** Adds to edges that leave open which is the copy what articles between the two say of it. */
  static List<Map<String, Object>> settled(List<Map<String, Object>> edges, Asker asker) {
    List<Map<String, Object>> open =
        edges.stream().filter(edge -> "UNDECIDED".equals(edge.get("direction"))).toList();
    if (open.isEmpty()) {
      return edges;
    }
    Set<String> ends = new LinkedHashSet<>();
    open.forEach(edge -> ENDS.forEach(end -> ends.add(String.valueOf(edge.get(end)))));
    Set<List<String>> known = new HashSet<>();
    asker
        .rows(OneEdge.origins(List.copyOf(ends)))
        .forEach(row -> known.add(ENDS.stream().map(end -> String.valueOf(row.get(end))).toList()));
    for (Map<String, Object> edge : open) {
      List<String> pair = ENDS.stream().map(end -> String.valueOf(edge.get(end))).toList();
      boolean forth = known.contains(pair);
      boolean back = known.contains(List.of(pair.get(1), pair.get(0)));
      if (forth != back) {
        edge.put(COPY_BY_OTHERS, pair.get(forth ? 0 : 1));
      }
    }
    return edges;
  }

  private Answer one(Asked asked) {
    String id = asked.inPath("id");
    Map<String, Object> edge =
        asker.first(OneEdge.row(id)).orElseThrow(() -> Problem.unknown("edge", id));
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("edge", settled(List.of(edge), asker).get(0));
    out.put("passages", asker.rows(OneEdge.passages(id)));
    out.put("replacements", asker.rows(OneEdge.replacements(id)));
    out.put("copy", article(String.valueOf(edge.get("articleId"))).orElse(null));
    out.put("origin", article(String.valueOf(edge.get("originId"))).orElse(null));
    out.put("commit", asker.commit());
    return Answer.json(out);
  }

  private Optional<Map<String, Object>> article(String id) {
    return asker.first(OneArticle.row(id)).map(ClaimRows::dated);
  }

  private Answer graph(Asked asked) {
    Map<String, Map<String, Object>> edges = new LinkedHashMap<>();
    Set<String> nodes = new LinkedHashSet<>();
    boolean whole;
    if (asked.one("article").isPresent()) {
      nodes.add(asked.one("article").get());
      whole = follow(nodes, edges);
    } else if (asked.one("cluster").isPresent()) {
      asker
          .rows(OneCluster.articles(asked.one("cluster").get()))
          .forEach(row -> nodes.add(String.valueOf(row.get("articleId"))));
      whole = follow(nodes, edges);
    } else {
      whole = newest(asked.one("outlet"), nodes, edges);
    }
    List<Map<String, Object>> articles =
        nodes.isEmpty()
            ? List.of()
            : new ArticleRows(asker)
                .complete(asker.rows(Articles.LISTING.rows(List.copyOf(nodes))));
    articles.forEach(article -> article.remove(Listing.ROW_ID));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("nodes", articles);
    out.put("edges", settled(List.copyOf(edges.values()), asker));
    out.put("truncated", !whole);
    out.put("commit", asker.commit());
    return Answer.json(out);
  }

  private boolean newest(
      Optional<String> outlet, Set<String> nodes, Map<String, Map<String, Object>> edges) {
    List<Map<String, Object>> found = asker.rows(OneEdge.newest(outlet, MOST_NODES));
    for (Map<String, Object> edge : found) {
      if (nodes.size() > MOST_NODES - 2) {
        return false;
      }
      add(edge, nodes, edges);
    }
    return found.size() < MOST_NODES;
  }

  private static void add(
      Map<String, Object> edge, Set<String> nodes, Map<String, Map<String, Object>> edges) {
    edges.put(String.valueOf(edge.get("id")), edge);
    nodes.add(String.valueOf(edge.get("articleId")));
    nodes.add(String.valueOf(edge.get("originId")));
  }

  /** Adds all that hangs together with the nodes; false where it is too much. */
  private boolean follow(Set<String> nodes, Map<String, Map<String, Object>> edges) {
    Deque<String> open = new ArrayDeque<>(nodes);
    while (!open.isEmpty()) {
      String node = open.remove();
      for (Map<String, Object> edge : asker.rows(OneEdge.ofArticle(node))) {
        for (String end : ENDS) {
          String other = String.valueOf(edge.get(end));
          if (!nodes.contains(other)) {
            if (nodes.size() == MOST_NODES) {
              return false;
            }
            nodes.add(other);
            open.add(other);
          }
        }
        edges.put(String.valueOf(edge.get("id")), edge);
      }
    }
    return true;
  }
}
