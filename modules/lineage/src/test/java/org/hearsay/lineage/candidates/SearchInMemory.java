package org.hearsay.lineage.candidates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.lineage.MemoryStore;
import org.hearsay.lineage.Piece;
import org.hearsay.lineage.Texts;
import org.hearsay.lineage.candidates.PairComparer.TracedCopy;
import org.hearsay.lineage.candidates.PairCounter.Enough;
import org.hearsay.lineage.fingerprints.FingerprintIndex;
import org.hearsay.lineage.fingerprints.Hit;
import org.hearsay.lineage.fingerprints.Hits;
import org.hearsay.lineage.fingerprints.Listing;
import org.hearsay.lineage.fingerprints.Shard;
import org.jspecify.annotations.Nullable;

/** The whole search over stores in memory: what a stage does on many machines, in one call. */
final class SearchInMemory {
  final MemoryStore<String, TracedArticle> articles;
  final MemoryStore<Long, List<Listing>> lists;
  final MemoryStore<String, KnownPairs> pairs;
  final List<Hits> told = new ArrayList<>();

  private final int shards;
  private final SeenArticles seen;
  private final FingerprintIndex index;
  private final PairCounter counter;
  private final PairComparer comparer;
  private final PreparedArticles prepared = new PreparedArticles(4, Texts.ENGLISH);
  private final Map<String, TracedCopy> edges = new LinkedHashMap<>();

  SearchInMemory(Duration retention, int shards) {
    this.shards = shards;
    this.articles = MemoryStore.retaining(retention);
    this.lists = MemoryStore.retaining(retention);
    this.pairs = MemoryStore.retaining(retention);
    seen = new SeenArticles(articles);
    index = new FingerprintIndex(lists, shards);
    counter = new PairCounter(pairs, seen);
    comparer = new PairComparer(seen, prepared);
  }

  /** Sees an article, and returns the edges that it causes. */
  List<TracedCopy> see(Piece piece) {
    TracedArticle article = new TracedArticle(piece, piece.outlet(), piece.outlet(), null);
    List.of(articles, lists, pairs).forEach(store -> store.advance(article.seen()));
    List<TracedCopy> out = new ArrayList<>();
    if (!seen.see(article)) {
      return out;
    }
    for (Shard shard : Shard.of(prepared.of(piece), shards).values()) {
      for (Hits hits : index.lookUp(shard)) {
        told.add(hits);
        @Nullable Enough enough = counter.count(hits);
        if (enough != null) {
          compare(enough, out);
        }
      }
    }
    out.forEach(found -> edges.put(found.edge().id(), found));
    return out;
  }

  private void compare(Enough enough, List<TracedCopy> out) {
    for (Hit other : enough.others()) {
      @Nullable TracedCopy found =
          comparer.compare(other.id(), new Candidate(enough.article(), other.seen()));
      if (found != null) {
        out.add(found);
      }
    }
  }

  /** The newest edge of each pair as "copy&lt;origin EVIDENCE", ascending. */
  List<String> edges() {
    TreeMap<String, String> out = new TreeMap<>();
    edges.forEach((id, found) -> out.put(text(found), id));
    return List.copyOf(out.keySet());
  }

  static String text(TracedCopy found) {
    return found.copy().id() + "<" + found.origin().id() + " " + found.edge().direction().basis();
  }
}
