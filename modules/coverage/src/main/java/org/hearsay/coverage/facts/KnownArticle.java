package org.hearsay.coverage.facts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an article, or as much of it as a question needs.
 *
 * @param id the article's id
 * @param summary null where it has not come yet
 * @param texts how its own text and its comments are worded
 * @param claims what it reports
 * @param edges to the articles that it shares text with
 */
public record KnownArticle(
    String id,
    @Nullable ArticleSummary summary,
    List<TextFraming> texts,
    List<ReportedClaim> claims,
    List<CopyEdge> edges) {
  /** Keeps its own copies of the lists. */
  public KnownArticle {
    texts = List.copyOf(texts);
    claims = List.copyOf(claims);
    edges = List.copyOf(edges);
  }

  /** One of which claims and edges alone are known. */
  public static KnownArticle of(String id, List<ReportedClaim> claims, List<CopyEdge> edges) {
    return new KnownArticle(id, null, List.of(), claims, edges);
  }

  KnownArticle with(@Nullable ArticleSummary other) {
    return new KnownArticle(id, other, texts, claims, edges);
  }

  /**
   * The same with another state of an edge.
   *
   * @param edge the edge's id
   * @param state what it is now; null where it says nothing of the article any more
   */
  public KnownArticle withEdge(String edge, @Nullable CopyEdge state) {
    List<CopyEdge> others = new ArrayList<>(edges);
    others.removeIf(other -> other.id().equals(edge));
    if (state != null) {
      others.add(state);
    }
    return new KnownArticle(id, summary, texts, claims, others);
  }
}
