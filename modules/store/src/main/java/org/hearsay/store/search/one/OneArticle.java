package org.hearsay.store.search.one;

import org.hearsay.store.search.Statement;

/** One article, with all that was found in it. Each statement asked costs, so that they are few. */
public final class OneArticle {
  /** In the answer of {@link #whole}: how biased the article is worded, and its comments. */
  public static final String BIAS = "bias";

  /** The same of its comments, on average. */
  public static final String COMMENT_BIAS = "commentBias";

  /** In the answer of {@link #whole}: why it could not be understood to its end. */
  public static final String ANNOTATION_PARTIAL = "annotationPartial";

  /** In the answer of {@link #whole}: how many words each voice has. */
  public static final String WORDS = "words";

  /** In the answer of {@link #copies}: whether it is the article that was copied from the other. */
  public static final String IS_COPY = "isCopy";

  private OneArticle() {}

  /** The article as read, and what is said of all of it; no row where there is none. */
  public static Statement whole(String id) {
    return Statement.ofId(
        """
        SELECT a.*, f.*, (SELECT partial FROM annotations WHERE articleId = $id LIMIT 1)
            AS annotationPartial,
          (SELECT map(list(voice ORDER BY voice), list(words ORDER BY voice))
            FROM (SELECT voice, sum(words)::BIGINT AS words FROM framing_voices
              WHERE articleId = $id GROUP BY voice)) AS words
        FROM articles a, (
          SELECT max(bias) FILTER (WHERE comment IS NULL) AS bias,
            avg(bias) FILTER (WHERE comment IS NOT NULL) AS commentBias
          FROM framing WHERE articleId = $id) f
        WHERE a.id = $id\
        """,
        id);
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
        SELECT * FROM (
          SELECT *, true AS isCopy FROM lineage WHERE articleId = $id
          UNION ALL
          SELECT *, false AS isCopy FROM lineage WHERE originId = $id)
        ORDER BY isCopy DESC, CASE WHEN isCopy THEN -containment END, datedAt, id\
        """,
        id);
  }

  private static Statement in(String table, String order, String id) {
    return Statement.ofId(
        "SELECT * FROM " + table + " WHERE articleId = $id ORDER BY " + order, id);
  }
}
