package org.hearsay.lineage.fingerprints;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.hearsay.lineage.TimedStore;
import org.hearsay.lineage.TimedStore.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Who has which fingerprint: remembers an article under its fingerprints and tells of the pairs
 * that it makes with those that have them, too.
 */
public final class FingerprintIndex {
  private final TimedStore<Long, List<Listing>> lists;
  private final int phrases;

  /**
   * Over a store.
   *
   * @param lists who has a fingerprint, each list in the bucket of its articles' first sight
   * @param shards how many indexes there are: each tells its share of an article's stock phrases
   */
  public FingerprintIndex(TimedStore<Long, List<Listing>> lists, int shards) {
    this.lists = lists;
    this.phrases = Math.max(1, CandidateRules.MOST_STOCK_PHRASES / shards);
  }

  /**
   * Remembers the article and tells what it shares with others.
   *
   * @return one for each article that is the later one of a pair
   */
  public List<Hits> lookUp(Shard shard) {
    Sighting article = shard.article();
    Map<Sighting, SharedPhrases> shared = new LinkedHashMap<>();
    for (PlacedFingerprint fingerprint : shard.fingerprints()) {
      List<Listing> others = join(fingerprint, article);
      int own = (int) others.stream().filter(o -> o.article().compareTo(article) < 0).count();
      for (int i = 0; i < others.size(); i++) {
        Listing other = others.get(i);
        // By first sight and not by arrival, so that a late article tells all that it would have
        // told in time.
        int place = i < own ? i : i + 1;
        shared
            .computeIfAbsent(other.article(), o -> new SharedPhrases(fingerprint.value()))
            .add(fingerprint, other, Math.min(place, own), Math.max(place, own));
      }
    }
    return told(article, shared);
  }

  private List<Hits> told(Sighting article, Map<Sighting, SharedPhrases> shared) {
    Set<Sighting> stock = stockPhrases(article, shared);
    Map<Sighting, List<Hit>> byLater = new LinkedHashMap<>();
    shared.forEach(
        (other, what) -> {
          if (what.tells() || stock.contains(other)) {
            int needed =
                CandidateRules.fingerprintsNeeded(article.fingerprints(), other.fingerprints());
            boolean later = article.compareTo(other) > 0;
            Sighting earlier = later ? other : article;
            byLater
                .computeIfAbsent(later ? article : other, o -> new ArrayList<>())
                .add(new Hit(earlier.id(), earlier.seen(), what.first(), what.isEnough(needed)));
          }
        });
    List<Hits> out = new ArrayList<>(byLater.size());
    byLater.forEach((later, hits) -> out.add(new Hits(later.id(), later.seen(), hits)));
    return out;
  }

  /**
   * Those with whom the article shares what may be stock phrases and no more: a phrase tells of the
   * first who used it, and an article of few such in all, of those with the most phrases first,
   * then of those whose phrase goes on, then of the rarest. An article that comes late tells all
   * who would have been told of it.
   */
  private Set<Sighting> stockPhrases(Sighting article, Map<Sighting, SharedPhrases> shared) {
    Set<Sighting> out = new HashSet<>();
    List<Sighting> earlier = new ArrayList<>();
    shared.forEach(
        (other, what) -> {
          if (!what.tells() && what.isOfTheFirst()) {
            if (other.compareTo(article) < 0) {
              earlier.add(other);
            } else {
              out.add(other);
            }
          }
        });
    earlier.sort(
        Comparator.comparing(
            other -> Objects.requireNonNull(shared.get(other)), SharedPhrases.MOST_TELLING));
    out.addAll(earlier.subList(0, Math.min(phrases, earlier.size())));
    return out;
  }

  /** Adds the article to the fingerprint's list and gives those of the list to compare with. */
  private List<Listing> join(PlacedFingerprint fingerprint, Sighting article) {
    List<Entry<List<Listing>>> buckets = lists.all(fingerprint.value());
    List<Listing> others = new ArrayList<>();
    @Nullable Listing outdated = null;
    for (Entry<List<Listing>> bucket : buckets) {
      for (Listing listing : bucket.value()) {
        if (listing.article().id().equals(article.id())) {
          if (listing.article().seen() <= article.seen()) {
            return List.of();
          }
          // Seen earlier than was known: every pair with it is told again.
          outdated = listing;
        } else {
          others.add(listing);
        }
      }
    }
    FingerprintList list = new FingerprintList(article, others);
    Set<Listing> leave = new HashSet<>();
    if (outdated != null) {
      leave.add(outdated);
    }
    @Nullable Listing givesWay = list.givesWay();
    if (givesWay != null) {
      leave.add(givesWay);
    }
    @Nullable Listing joins = list.joins() ? new Listing(article, fingerprint.beside()) : null;
    write(fingerprint.value(), buckets, joins, leave);
    return list.compared();
  }

  /** Writes the buckets that change: what has just been read is not read again. */
  private void write(
      long fingerprint,
      List<Entry<List<Listing>>> buckets,
      @Nullable Listing joins,
      Set<Listing> leave) {
    Map<Long, List<Listing>> after = new TreeMap<>();
    for (Entry<List<Listing>> bucket : buckets) {
      List<Listing> kept = new ArrayList<>(bucket.value());
      boolean changes = kept.removeAll(leave);
      if (changes || (joins != null && bucket.bucket() == lists.bucket(joins.article().seen()))) {
        after.put(bucket.bucket(), kept);
      }
    }
    if (joins != null) {
      List<Listing> bucket =
          after.computeIfAbsent(lists.bucket(joins.article().seen()), at -> new ArrayList<>());
      bucket.add(joins);
      Collections.sort(bucket);
    }
    after.forEach((at, list) -> lists.put(fingerprint, list.isEmpty() ? null : list, at));
  }
}
