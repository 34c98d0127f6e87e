package org.hearsay.web.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.store.search.Articles;
import org.hearsay.web.shapes.Shape;
import org.hearsay.web.shapes.TableShapes;

/** Articles' summaries with what is counted of them. */
final class ArticleRows {
  private static final String ID = "articleId";

  private final Asker asker;

  /** Over that store. */
  ArticleRows(Asker asker) {
    this.asker = asker;
  }

  /** What an article looks like that {@link #complete} was done to. */
  static Shape shape(TableShapes tables) {
    return ClaimRows.dated(tables.without("ArticleSummary", "articles", "body", "paragraphs"))
        .with("claims", Shape.integer(), "How many, of its own voice.")
        .maybe(tables.only("framing", "bias"));
  }

  /** What an article looks like with its text. */
  static Shape text(TableShapes tables) {
    return ClaimRows.dated(tables.row("ArticleText", "articles"));
  }

  /** Adds each article's time, number of claims, and bias. */
  List<Map<String, Object>> complete(List<Map<String, Object>> articles) {
    if (articles.isEmpty()) {
      return articles;
    }
    List<String> ids = articles.stream().map(row -> String.valueOf(row.get("id"))).toList();
    Map<String, Long> claims =
        asker.claims(search -> Optional.of(search.ofArticles(ids)), () -> counted(ids));
    Map<String, Object> biases = new HashMap<>();
    for (Map<String, Object> row : asker.rows(Articles.biases(ids))) {
      if (row.containsKey("bias")) {
        biases.put(String.valueOf(row.get(ID)), row.get("bias"));
      }
    }
    for (Map<String, Object> article : articles) {
      String id = String.valueOf(article.get("id"));
      article.put("claims", claims.getOrDefault(id, 0L));
      if (biases.containsKey(id)) {
        article.put("bias", biases.get(id));
      }
      ClaimRows.dated(article);
    }
    return articles;
  }

  private Map<String, Long> counted(List<String> ids) {
    Map<String, Long> out = new HashMap<>();
    for (Map<String, Object> row : asker.rows(Articles.claims(ids))) {
      out.put(String.valueOf(row.get(ID)), Asker.number(row.get("claims")));
    }
    return out;
  }
}
