package org.hearsay.coverage.facts;

import java.util.List;
import java.util.Objects;
import org.hearsay.lineage.TimedStore;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what is known of articles, fact by fact, and says what each fact changes. In whatever
 * order facts come, what is known in the end is the same.
 */
public final class ArticleFacts {
  private static final String SUMMARY = "/a";
  private static final String CLAIM = "/c";
  private static final String EDGE = "/e";
  private static final String LIST = "/l";
  private static final String TEXT = "/t";

  /** After every digit and letter. */
  private static final String LAST = "~";

  private final TimedStore<String, Fact> store;

  /**
   * In the given store.
   *
   * @param store by the article's id, what kind of fact it is, and what it is known by among those
   */
  public ArticleFacts(TimedStore<String, Fact> store) {
    this.store = store;
  }

  /**
   * Remembers a fact in place of its earlier state.
   *
   * @param article which article it is learnt of: an edge is one of both its articles
   * @param time when it came, in milliseconds; it is forgotten by that time
   */
  public Learnt learn(String article, Fact fact, long time) {
    if (fact instanceof ArticleSummary summary) {
      return learnSummary(article, summary, time);
    }
    if (fact instanceof TextFraming text) {
      @Nullable Fact before = replace(article + textKey(text.comment()), text, time);
      List<TextFraming> was = before instanceof TextFraming known ? List.of(known) : List.of();
      KnownArticle other = beside(article, was.equals(List.of(text)));
      return new Learnt(
          new KnownArticle(article, other.summary(), was, List.of(), other.edges()),
          new KnownArticle(article, other.summary(), List.of(text), List.of(), other.edges()));
    }
    if (fact instanceof ReportedClaim claim) {
      @Nullable Fact before = replace(article + CLAIM + claim.id(), claim, time);
      if (!isListed(claim.id(), list(article))) {
        return nothing(article);
      }
      List<ReportedClaim> was = before instanceof ReportedClaim known ? List.of(known) : List.of();
      KnownArticle other = beside(article, was.equals(List.of(claim)));
      return new Learnt(
          new KnownArticle(article, other.summary(), List.of(), was, other.edges()),
          new KnownArticle(article, other.summary(), List.of(), List.of(claim), other.edges()));
    }
    if (fact instanceof ClaimList list) {
      return learnList(article, list, time);
    }
    if (fact instanceof CopyEdge edge) {
      return learnEdge(article, edge, time);
    }
    throw new IllegalArgumentException(fact.toString());
  }

  private Learnt learnSummary(String article, ArticleSummary summary, long time) {
    @Nullable ArticleSummary before = summary(article);
    ArticleSummary after = before == null ? summary : summary.noLaterThan(before);
    if (after.equals(before)) {
      return nothing(article);
    }
    KnownArticle known = all(article);
    store.replace(article + SUMMARY, after, time);
    return new Learnt(known, known.with(after));
  }

  /** Claims stay in the store: an earlier list may come late, and the newest has the last word. */
  private Learnt learnList(String article, ClaimList list, long time) {
    if (list.equals(list(article))) {
      return nothing(article);
    }
    KnownArticle before = all(article);
    store.replace(article + LIST, list, time);
    return new Learnt(before, all(article));
  }

  private @Nullable ClaimList list(String article) {
    return store.latest(article + LIST) instanceof ClaimList list ? list : null;
  }

  private static boolean isListed(String claim, @Nullable ClaimList list) {
    return list == null || list.ids().contains(claim);
  }

  private Learnt learnEdge(String article, CopyEdge edge, long time) {
    String key = article + EDGE + edge.id();
    @Nullable CopyEdge after = edge.concerns(article) ? edge : null;
    if (Objects.equals(store.latest(key), after)) {
      return nothing(article);
    }
    KnownArticle known = all(article);
    store.replace(key, after, time);
    return new Learnt(known, known.withEdge(edge.id(), after));
  }

  /** What a text or a claim is looked at with: nothing where the text or the claim is not new. */
  private KnownArticle beside(String article, boolean isKnown) {
    return isKnown
        ? KnownArticle.of(article, List.of(), List.of())
        : new KnownArticle(
            article,
            summary(article),
            List.of(),
            List.of(),
            only(CopyEdge.class, range(article, EDGE)));
  }

  private static Learnt nothing(String article) {
    KnownArticle none = KnownArticle.of(article, List.of(), List.of());
    return new Learnt(none, none);
  }

  /** The article's own text is the first, its comments follow by their position. */
  private static String textKey(@Nullable Integer comment) {
    return TEXT + String.format("%08x", comment == null ? 0 : comment + 1);
  }

  private @Nullable Fact replace(String key, Fact fact, long time) {
    @Nullable Fact before = store.latest(key);
    if (!fact.equals(before)) {
      store.replace(key, fact, time);
    }
    return before;
  }

  private @Nullable ArticleSummary summary(String article) {
    return store.latest(article + SUMMARY) instanceof ArticleSummary summary ? summary : null;
  }

  private List<Fact> range(String article, String kind) {
    return store.range(article + kind, article + kind + LAST);
  }

  /** Everything that is known of an article. */
  public KnownArticle all(String article) {
    List<Fact> facts = range(article, "/");
    List<ArticleSummary> summaries = only(ArticleSummary.class, facts);
    List<ClaimList> lists = only(ClaimList.class, facts);
    @Nullable ClaimList list = lists.isEmpty() ? null : lists.get(0);
    return new KnownArticle(
        article,
        summaries.isEmpty() ? null : summaries.get(0),
        only(TextFraming.class, facts),
        only(ReportedClaim.class, facts).stream()
            .filter(claim -> isListed(claim.id(), list))
            .toList(),
        only(CopyEdge.class, facts));
  }

  private static <T> List<T> only(Class<T> kind, List<Fact> facts) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
