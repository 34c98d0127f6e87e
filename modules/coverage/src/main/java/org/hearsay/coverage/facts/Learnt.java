package org.hearsay.coverage.facts;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was known of an article before a fact came, and what is known now. Only what the fact can
 * bear upon is in it: of an article with a hundred comments, a new one brings itself alone.
 *
 * @param before what was known
 * @param after what is known
 */
public record Learnt(KnownArticle before, KnownArticle after) {
  /** Whether nothing is new. */
  public boolean isNothing() {
    return before.equals(after);
  }

  /**
   * What follows from it: the difference between what was to be said of the article and what is.
   *
   * @param view what is to be said of an article, by what each thing is known by; a pure function
   */
  public <K, V> List<Change<K, V>> changes(Function<KnownArticle, Map<K, V>> view) {
    return isNothing() ? List.of() : Change.between(view.apply(before), view.apply(after));
  }
}
