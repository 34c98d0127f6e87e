package org.hearsay.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.store.search.Articles;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.jspecify.annotations.Nullable;

/** Articles: lists, and one with all that was found in it; comments and mentions. */
public final class ArticleRoutes {
  private static final String OF_ARTICLE = " WHERE articleId = $id ORDER BY ";

  private final Asker asker;
  private final ClaimRows claims;
  private final ArticleRows articles;

  /** Over that store. */
  public ArticleRoutes(Asker asker) {
    this.asker = asker;
    this.claims = new ClaimRows(asker);
    this.articles = new ArticleRows(asker);
  }

  /** The routes. */
  public List<Route> all() {
    Lists lists = new Lists(asker);
    return List.of(
        lists.route(Articles.LISTING, "Articles", articles::complete),
        Route.get(
            "/api/articles/{id}",
            "article",
            "One article as read, with all that was found in it and under it.",
            List.of(Parameter.path("id", "The article's id.")),
            "ArticleWhole",
            this::one),
        lists.route(Articles.COMMENTS, "Comments", rows -> rows),
        lists.route(Articles.MENTIONS, "Mentions", rows -> rows));
  }

  private Answer one(Asked asked) {
    Map<String, String> id = Map.of("id", asked.inPath("id"));
    Map<String, Object> article =
        asker
            .first("SELECT * FROM articles WHERE id = $id", id)
            .orElseThrow(() -> Problem.unknown("article", asked.inPath("id")));
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("article", ClaimRows.dated(article));
    out.put("notices", rows("notices", "position", id));
    out.put(
        "claims", claims.complete(rows("claims", "comment NULLS FIRST, content[1].\"start\"", id)));
    out.put("mentions", rows("mentions", "comment NULLS FIRST, \"start\"", id));
    out.put("terms", rows("framing_terms", "comment NULLS FIRST, part, \"start\"", id));
    out.put("sentences", rows("framing_sentences", "comment NULLS FIRST, \"start\"", id));
    out.put("comments", rows("comments", "position", id));
    out.put(
        "copiedFrom",
        asker.rows("SELECT * FROM lineage WHERE articleId = $id ORDER BY containment DESC", id));
    out.put(
        "copies",
        asker.rows("SELECT * FROM lineage WHERE originId = $id ORDER BY datedAt, id", id));
    out.put("framing", framing(id));
    out.put("words", words(id));
    out.put("annotationPartial", partial(id));
    out.put("commit", asker.commit());
    return Answer.json(out);
  }

  private List<Map<String, Object>> rows(String table, String order, Map<String, String> id) {
    return asker.rows("SELECT * FROM " + table + OF_ARTICLE + order, id);
  }

  private Map<String, Object> framing(Map<String, String> id) {
    return asker
        .first(
            "SELECT max(bias) FILTER (WHERE comment IS NULL) AS bias, avg(bias) FILTER (WHERE"
                + " comment IS NOT NULL) AS commentBias FROM framing WHERE articleId = $id",
            id)
        .orElse(Map.of());
  }

  private Map<String, Object> words(Map<String, String> id) {
    Map<String, Object> out = new LinkedHashMap<>();
    asker
        .rows(
            "SELECT voice, sum(words)::BIGINT AS words FROM framing_voices WHERE articleId = $id"
                + " GROUP BY voice ORDER BY voice",
            id)
        .forEach(row -> out.put(String.valueOf(row.get("voice")), row.getOrDefault("words", 0)));
    return out;
  }

  private Object partial(Map<String, String> id) {
    return asker
        .first("SELECT partial FROM annotations WHERE articleId = $id", id)
        .map(row -> row.getOrDefault("partial", List.of()))
        .orElse(List.of());
  }
}
