package org.hearsay.store.search.one;

import org.hearsay.store.search.Statement;

/** One article, with all that was found in it. Each statement asked costs, so that they are few. */
public final class OneArticle {
  /** In the answer of {@link #copies}: whether it is the article that was copied from the other. */
  public static final String IS_COPY = "isCopy";

  private OneArticle() {}

  /** How biased it is worded, and its comments on average, in one row: bias, commentBias. */
  public static Statement bias(String id) {
    return Statement.ofId(
        "SELECT max(bias) FILTER (WHERE comment IS NULL) AS bias, avg(bias) FILTER (WHERE comment"
            + " IS NOT NULL) AS commentBias FROM framing WHERE articleId = $id",
        id);
  }

  /** How many words each voice has in it and in its comments: voice, words. */
  public static Statement words(String id) {
    return Statement.ofId(
        "SELECT voice, sum(words)::BIGINT AS words FROM framing_voices WHERE articleId = $id GROUP"
            + " BY voice ORDER BY voice",
        id);
  }

  /** Why it could not be understood to its end: partial. */
  public static Statement annotation(String id) {
    return Statement.ofId("SELECT partial FROM annotations WHERE articleId = $id", id);
  }

  /** The article as read; no row where there is none. */
  public static Statement row(String id) {
    return Statement.ofId("SELECT * FROM articles WHERE id = $id", id);
  }

  /** What says where it came from, in the page's order. */
  public static Statement notices(String id) {
    return in("notices", "position", id);
  }

  /** Its claims, then its comments'; in their order. */
  public static Statement claims(String id) {
    return in("claims", "comment NULLS FIRST, content[1].\"start\"", id);
  }

  /** Where entities are named in it, then in its comments. */
  public static Statement mentions(String id) {
    return in("mentions", "comment NULLS FIRST, \"start\"", id);
  }

  /** Terms that show framing, in it, then in its comments. */
  public static Statement terms(String id) {
    return in("framing_terms", "comment NULLS FIRST, part, \"start\"", id);
  }

  /** How each sentence is worded, of it, then of its comments. */
  public static Statement sentences(String id) {
    return in("framing_sentences", "comment NULLS FIRST, \"start\"", id);
  }

  /** Readers' comments, in the page's order. */
  public static Statement comments(String id) {
    return in("comments", "position", id);
  }

  /**
   * Edges to what it was copied from, the most first, then from what was copied from it, the oldest
   * first: {@link #IS_COPY} tells which.
   */
  public static Statement copies(String id) {
    return Statement.ofId(
        """
        SELECT *, articleId = $id AS isCopy FROM lineage WHERE articleId = $id OR originId = $id
        ORDER BY isCopy DESC, CASE WHEN isCopy THEN -containment END, datedAt, id\
        """,
        id);
  }

  private static Statement in(String table, String order, String id) {
    return Statement.ofId(
        "SELECT * FROM " + table + " WHERE articleId = $id ORDER BY " + order, id);
  }
}
