package org.hearsay.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearsay.store.search.Articles;
import org.hearsay.store.search.one.OneArticle;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.hearsay.web.shapes.TableShapes;
import org.jspecify.annotations.Nullable;

/** Articles: lists, and one with all that was found in it; comments and mentions. */
public final class ArticleRoutes {
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
    TableShapes tables = new TableShapes(asker.store().tables());
    Shape comment =
        tables
            .row("CommentRow", "comments")
            .maybe(tables.only("articles", "title", "url", "outletName"));
    Shape mention =
        tables
            .row("MentionRow", "mentions")
            .maybe(tables.only("articles", "title", "url", "outletName"))
            .with(tables.only("articles", "datedAt"));
    return List.of(
        lists.route(
            Articles.LISTING,
            Shape.page("Articles", ArticleRows.shape(tables)),
            articles::complete),
        Route.get(
            "/api/articles/{id}",
            "article",
            "One article as read, with all that was found in it and under it.",
            List.of(Parameter.path("id", "The article's id.")),
            Reply.of(whole(tables)),
            this::one),
        lists.route(Articles.COMMENTS, Shape.page("Comments", comment), rows -> rows),
        lists.route(Articles.MENTIONS, Shape.page("Mentions", mention), rows -> rows));
  }

  private static Shape whole(TableShapes tables) {
    Shape edges = Shape.list(CopyRoutes.edge(tables));
    Shape framing =
        Shape.object()
            .maybe(tables.only("framing", "bias"))
            .maybe("commentBias", Shape.number(), "That of its comments, on average.");
    return Shape.object("ArticleWhole")
        .with("article", ArticleRows.text(tables), "")
        .with("notices", Shape.list(tables.row("Notice", "notices")), "What says where it is from.")
        .with("claims", Shape.list(ClaimRows.shape(tables)), "Its own, then its comments'.")
        .with("mentions", Shape.list(tables.row("Mention", "mentions")), "")
        .with("terms", Shape.list(tables.row("Term", "framing_terms")), "")
        .with("sentences", Shape.list(tables.row("Sentence", "framing_sentences")), "")
        .with("comments", Shape.list(tables.row("Comment", "comments")), "")
        .with("copiedFrom", edges, "What it was copied from.")
        .with("copies", edges, "What was copied from it.")
        .with("framing", framing, "How it is worded.")
        .with("words", Shape.map(Shape.integer()), "How many words each voice has.")
        .with(
            "annotationPartial", Shape.list(Shape.text()), "Why it was not understood to its end.")
        .withCommit();
  }

  private Answer one(Asked asked) {
    String id = asked.inPath("id");
    Map<String, Object> article =
        asker.first(OneArticle.row(id)).orElseThrow(() -> Problem.unknown("article", id));
    Map<String, Object> words = new LinkedHashMap<>();
    for (Map<String, Object> voice : asker.rows(OneArticle.words(id))) {
      words.put(String.valueOf(voice.get("voice")), voice.getOrDefault("words", 0));
    }
    Optional<Map<String, Object>> annotation = asker.first(OneArticle.annotation(id));
    Map<Boolean, List<Map<String, Object>>> copies =
        CopyRoutes.settled(asker.rows(OneArticle.copies(id)), asker).stream()
            .collect(
                Collectors.partitioningBy(
                    edge -> Boolean.TRUE.equals(edge.remove(OneArticle.IS_COPY))));
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("article", ClaimRows.dated(article));
    out.put("notices", asker.rows(OneArticle.notices(id)));
    out.put("claims", claims.ofArticle(id));
    out.put("mentions", asker.rows(OneArticle.mentions(id)));
    out.put("terms", asker.rows(OneArticle.terms(id)));
    out.put("sentences", asker.rows(OneArticle.sentences(id)));
    out.put("comments", asker.rows(OneArticle.comments(id)));
    out.put("copiedFrom", copies.getOrDefault(true, List.of()));
    out.put("copies", copies.getOrDefault(false, List.of()));
    out.put("framing", asker.first(OneArticle.bias(id)).orElse(Map.of()));
    out.put("words", words);
    out.put("annotationPartial", annotation.map(row -> row.get("partial")).orElse(List.of()));
    out.put("commit", asker.commit());
    return Answer.json(out);
  }
}
