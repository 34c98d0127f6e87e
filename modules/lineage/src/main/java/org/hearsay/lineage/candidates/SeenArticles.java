package org.hearsay.lineage.candidates;

import java.util.List;
import org.hearsay.lineage.TimedStore;
import org.hearsay.lineage.TimedStore.Entry;
import org.jspecify.annotations.Nullable;

/** The articles that are remembered, each as it was first seen. */
public final class SeenArticles {
  private final TimedStore<String, TracedArticle> articles;

  /**
   * Over a store.
   *
   * @param articles by their ids, in the bucket of their first sight
   */
  public SeenArticles(TimedStore<String, TracedArticle> articles) {
    this.articles = articles;
  }

  /**
   * Keeps an article, unless it is known from an earlier sight. An earlier sight than was known
   * takes the place of the later one.
   *
   * @return whether that is news, so that its fingerprints are to be told
   */
  public boolean see(TracedArticle article) {
    for (Entry<TracedArticle> known : articles.all(article.id())) {
      long before = known.value().seen();
      if (before <= article.seen()) {
        return false;
      }
      articles.put(article.id(), null, before);
    }
    articles.put(article.id(), article, article.seen());
    return true;
  }

  /** The article, by when it was first seen as far as the asker knows; null once forgotten. */
  public @Nullable TracedArticle kept(String id, long seen) {
    @Nullable TracedArticle there = articles.get(id, seen);
    if (there != null) {
      return there;
    }
    // It has become known by now that it was seen earlier.
    List<Entry<TracedArticle>> known = articles.all(id);
    return known.isEmpty() ? null : known.get(0).value();
  }
}
