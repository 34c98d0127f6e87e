package org.hearsay.lineage.candidates;

import org.hearsay.lineage.Copying;
import org.jspecify.annotations.Nullable;

/** Compares an article that was sent with the one that lies here. */
public final class PairComparer {
  private final SeenArticles articles;
  private final PreparedArticles prepared;

  /**
   * Over a store.
   *
   * @param articles those that lie here
   * @param prepared what was made of articles before
   */
  public PairComparer(SeenArticles articles, PreparedArticles prepared) {
    this.articles = articles;
    this.prepared = prepared;
  }

  /**
   * A copy that was found.
   *
   * @param edge what was taken over
   * @param copy the article that took it over, as it is kept
   * @param origin the one that it was taken from
   */
  public record TracedCopy(Copying edge, TracedArticle copy, TracedArticle origin) {}

  /**
   * Compares the two.
   *
   * @param id the article that lies here
   * @return null where neither copied the other, or the one here is forgotten
   */
  public @Nullable TracedCopy compare(String id, Candidate candidate) {
    @Nullable TracedArticle here = articles.kept(id, candidate.otherSeen());
    if (here == null) {
      return null;
    }
    TracedArticle there = candidate.article();
    @Nullable Copying edge = Copying.between(prepared.of(here.piece()), prepared.of(there.piece()));
    if (edge == null) {
      return null;
    }
    boolean copiedHere = edge.copy().id().equals(id);
    return new TracedCopy(edge, copiedHere ? here : there, copiedHere ? there : here);
  }
}
