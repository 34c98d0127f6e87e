package org.hearsay.lineage.candidates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.lineage.TimedStore;
import org.hearsay.lineage.fingerprints.Hit;
import org.hearsay.lineage.fingerprints.Hits;
import org.jspecify.annotations.Nullable;

/**
 * Counts what an article shares with each earlier one, over all shards, until it is enough to have
 * the two compared. Each pair is asked for once, and once more where a first sight is corrected.
 */
public final class PairCounter {
  private final TimedStore<String, KnownPairs> pairs;
  private final SeenArticles articles;

  /**
   * Over a store.
   *
   * @param pairs by the later article's id, in the bucket of its first sight
   * @param articles those that lie where these pairs do
   */
  public PairCounter(TimedStore<String, KnownPairs> pairs, SeenArticles articles) {
    this.pairs = pairs;
    this.articles = articles;
  }

  /**
   * Who is to be compared now.
   *
   * @param article the later one of each pair; it is sent to the others
   * @param others the earlier ones
   */
  public record Enough(TracedArticle article, List<Hit> others) {
    /** Keeps its own copy of the list. */
    public Enough {
      others = List.copyOf(others);
    }
  }

  /** Counts what a shard tells; null where nothing is to be compared yet, or any longer. */
  public @Nullable Enough count(Hits hits) {
    // One bucket is enough: with another time of first sight all pairs are told again, whole.
    @Nullable KnownPairs known = pairs.get(hits.id(), hits.seen());
    Map<String, Hit> before = new LinkedHashMap<>();
    boolean isMoved = known != null && known.seen() != hits.seen();
    if (known != null) {
      for (Hit pair : known.pairs()) {
        before.put(pair.id(), isMoved ? pair.sent(false) : pair);
      }
    }
    List<Hit> enough = new ArrayList<>();
    boolean changes = isMoved;
    for (Hit hit : hits.hits()) {
      @Nullable Hit pair = before.get(hit.id());
      if (isSent(pair, hit)) {
        continue;
      }
      boolean another = pair != null && !pair.enough() && pair.fingerprint() != hit.fingerprint();
      if (hit.enough() || another) {
        enough.add(hit);
      } else if (pair == null || pair.seen() != hit.seen()) {
        before.put(hit.id(), hit);
        changes = true;
      }
    }
    // Forgotten by now: it was seen a whole retention before.
    @Nullable TracedArticle article =
        enough.isEmpty() ? null : articles.kept(hits.id(), hits.seen());
    if (article != null) {
      enough.forEach(hit -> before.put(hit.id(), hit.sent(true)));
      changes = true;
    }
    if (changes) {
      pairs.put(hits.id(), new KnownPairs(hits.seen(), List.copyOf(before.values())), hits.seen());
    }
    return article == null ? null : new Enough(article, enough);
  }

  private static boolean isSent(@Nullable Hit pair, Hit hit) {
    return pair != null && pair.enough() && pair.seen() == hit.seen();
  }
}
