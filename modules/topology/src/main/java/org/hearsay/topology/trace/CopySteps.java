package org.hearsay.topology.trace;

import java.time.Instant;
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
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.lineage.CopyGraph;
import org.hearsay.lineage.Copying;
import org.hearsay.lineage.Prepared;
import org.hearsay.lineage.TimedStore.Entry;
import org.hearsay.records.Article;
import org.hearsay.records.Republication;
import org.hearsay.topology.RoutingHeaders;
import org.hearsay.topology.state.ByShard;
import org.hearsay.topology.state.RetainedStore;
import org.hearsay.topology.state.Step;
import org.hearsay.topology.state.StoreDefinition;
import org.hearsay.topology.trace.TracedArticle.Candidate;
import org.hearsay.topology.trace.TracedArticle.Fingerprinted;
import org.hearsay.topology.trace.TracedArticle.Hit;
import org.hearsay.topology.trace.TracedArticle.Hits;
import org.hearsay.topology.trace.TracedArticle.Listed;
import org.hearsay.topology.trace.TracedArticle.Mark;
import org.hearsay.topology.trace.TracedArticle.Pairs;
import org.hearsay.topology.trace.TracedArticle.Posting;
import org.jspecify.annotations.Nullable;

/** The steps from articles to the copies among them, see {@link TraceStage}. */
final class CopySteps {
  private CopySteps() {}

  /** Article to what is kept of it; the record's time is when it was first seen. */
  static final class Keep extends Step<Article, TracedArticle> {
    @Override
    protected void process(String key, Article article, Record<String, @Nullable Article> record) {
      Instant seen = Instant.ofEpochMilli(record.timestamp());
      TracedArticle traced = LineageRecords.traced(article, seen);
      context().forward(new Record<>(article.getId(), traced, record.timestamp()));
    }
  }

  /** Keeps the article and sends its fingerprints on, unless it is known from an earlier sight. */
  static final class Fingerprint extends Step<TracedArticle, Fingerprinted> {
    private final int partitions;
    private final RetainedStore<String, TracedArticle> articles;

    /**
     * @param partitions those of the topic that the fingerprints go to: a shard each, so that the
     *     work is shared evenly and an article costs no more records than there are partitions
     */
    Fingerprint(StoreDefinition<String, TracedArticle> articles, int partitions) {
      this.articles = store(articles);
      this.partitions = partitions;
    }

    @Override
    protected void process(
        String id, TracedArticle article, Record<String, @Nullable TracedArticle> record) {
      long seen = article.piece().firstSeen().toEpochMilli();
      for (Entry<TracedArticle> known : articles.all(id)) {
        long before = known.value().piece().firstSeen().toEpochMilli();
        if (before <= seen) {
          return;
        }
        articles.put(id, null, before);
      }
      articles.put(id, article, seen);
      Prepared prepared = Prepared.of(article.piece());
      long[] fingerprints = prepared.fingerprints();
      int[] beside = prepared.beside();
      @Nullable String outlet = article.piece().outlet();
      Posting posting = new Posting(id, seen, outlet == null ? "" : outlet, fingerprints.length);
      Map<Integer, List<Mark>> shards = new TreeMap<>();
      for (int i = 0; i < fingerprints.length; i++) {
        int shard = ByShard.shard(fingerprints[i], partitions);
        shards
            .computeIfAbsent(shard, s -> new ArrayList<>())
            .add(new Mark(fingerprints[i], beside[i]));
      }
      shards.forEach(
          (shard, some) ->
              context()
                  .forward(
                      new Record<>(
                          shard.toString(), new Fingerprinted(posting, some), record.timestamp())));
    }
  }

  /** Tells each pair of articles that share fingerprints, and remembers who has them. */
  static final class LookUp extends Step<Fingerprinted, Hits> {
    private final int phrases;
    private final RetainedStore<Long, List<Listed>> postings;

    /**
     * @param shards how many there are: each tells its share of an article's stock phrases
     */
    LookUp(StoreDefinition<Long, List<Listed>> postings, int shards) {
      this.postings = store(postings);
      this.phrases = Math.max(1, CopyGraph.MOST_STOCK_PHRASES / shards);
    }

    @Override
    protected void process(
        String shard, Fingerprinted some, Record<String, @Nullable Fingerprinted> record) {
      Posting article = some.article();
      Map<Posting, Shared> shared = new LinkedHashMap<>();
      for (Mark mark : some.marks()) {
        List<Listed> others = lookUp(mark, article);
        int own = (int) others.stream().filter(o -> o.article().compareTo(article) < 0).count();
        for (int i = 0; i < others.size(); i++) {
          Listed other = others.get(i);
          // By first sight and not by arrival, so that a late article tells all that it would have
          // told in time.
          int place = i < own ? i : i + 1;
          shared
              .computeIfAbsent(other.article(), o -> new Shared(mark.fingerprint()))
              .add(mark, other, Math.min(place, own), Math.max(place, own));
        }
      }
      Set<Posting> stock = stockPhrases(article, shared);
      Map<Posting, List<Hit>> byLater = new LinkedHashMap<>();
      shared.forEach(
          (other, what) -> {
            if (what.tells() || stock.contains(other)) {
              int needed =
                  CopyGraph.fingerprintsNeeded(article.fingerprints(), other.fingerprints());
              boolean later = article.compareTo(other) > 0;
              Posting earlier = later ? other : article;
              byLater
                  .computeIfAbsent(later ? article : other, o -> new ArrayList<>())
                  .add(new Hit(earlier.id(), earlier.seen(), what.first, what.isEnough(needed)));
            }
          });
      byLater.forEach(
          (later, hits) ->
              context()
                  .forward(
                      new Record<>(
                          later.id(),
                          new Hits(later.id(), later.seen(), hits),
                          record.timestamp())));
    }

    /**
     * Those with whom the article shares what may be stock phrases and no more: a phrase tells of
     * the first who used it, and an article of few such in all, of those with the most phrases
     * first, then of those whose phrase goes on, then of the rarest. An article that comes late
     * tells all who would have been told of it.
     */
    private Set<Posting> stockPhrases(Posting article, Map<Posting, Shared> shared) {
      Set<Posting> out = new HashSet<>();
      List<Posting> earlier = new ArrayList<>();
      shared.forEach(
          (other, what) -> {
            if (!what.tells() && what.isFirst) {
              if (other.compareTo(article) < 0) {
                earlier.add(other);
              } else {
                out.add(other);
              }
            }
          });
      earlier.sort(
          Comparator.comparing(
              other -> Objects.requireNonNull(shared.get(other)), Shared.MOST_TELLING));
      out.addAll(earlier.subList(0, Math.min(phrases, earlier.size())));
      return out;
    }

    /** What an article shares with another one in this shard. */
    private static final class Shared {
      static final Comparator<Shared> MOST_TELLING =
          Comparator.comparing((Shared what) -> -what.count)
              .thenComparing(what -> !what.isNextToo)
              .thenComparing(what -> what.place)
              .thenComparing(what -> what.first);

      private final long first;
      private int count;
      private boolean isEarly;
      private boolean isFirst;
      private boolean isNextToo;
      private boolean goesOn;
      private int place;

      Shared(long first) {
        this.first = first;
      }

      /** Adds a fingerprint, with the places that the two have in its list. */
      void add(Mark mark, Listed other, int earlier, int later) {
        count++;
        isEarly |= later < CopyGraph.STOCK;
        isFirst |= earlier == 0;
        place = later;
        isNextToo |= CopyGraph.isNextToo(mark.beside(), other.beside());
        goesOn |= CopyGraph.goesOn(mark.beside(), other.beside());
      }

      boolean tells() {
        return isEarly || goesOn;
      }

      /** One is enough for a short article only while it is no stock phrase. */
      boolean isEnough(int needed) {
        return goesOn || count >= (isEarly ? needed : Math.max(needed, 2));
      }
    }

    /** Adds the article to the fingerprint's list and gives those of the list to compare with. */
    private List<Listed> lookUp(Mark mark, Posting article) {
      List<Entry<List<Listed>>> buckets = postings.all(mark.fingerprint());
      List<Listed> all = new ArrayList<>();
      @Nullable Listed outdated = null;
      for (Entry<List<Listed>> bucket : buckets) {
        for (Listed listed : bucket.value()) {
          if (listed.article().id().equals(article.id())) {
            if (listed.article().seen() <= article.seen()) {
              return List.of();
            }
            // Seen earlier than was known: every pair with it is told again.
            outdated = listed;
          } else {
            all.add(listed);
          }
        }
      }
      Collections.sort(all);
      List<Listed> ofOutlet = all.stream().filter(l -> article.sameOutlet(l.article())).toList();
      boolean standing = ofOutlet.size() >= CopyGraph.MOST_POSTINGS_OF_OUTLET;
      @Nullable Listed surplus = null;
      if (standing) {
        surplus = ofOutlet.get(ofOutlet.size() - 1);
      } else if (all.size() >= CopyGraph.MOST_POSTINGS) {
        surplus = all.get(all.size() - 1);
      }
      boolean joins = surplus == null || article.compareTo(surplus.article()) < 0;
      Set<Listed> leave = new HashSet<>();
      if (outdated != null) {
        leave.add(outdated);
      }
      if (joins && surplus != null) {
        leave.add(surplus);
      }
      write(mark.fingerprint(), buckets, joins ? new Listed(article, mark.beside()) : null, leave);
      return standing ? all.stream().filter(l -> !article.sameOutlet(l.article())).toList() : all;
    }

    /** Writes the buckets that change: what has just been read is not read again. */
    private void write(
        long fingerprint,
        List<Entry<List<Listed>>> buckets,
        @Nullable Listed joins,
        Set<Listed> leave) {
      Map<Long, List<Listed>> after = new TreeMap<>();
      for (Entry<List<Listed>> bucket : buckets) {
        List<Listed> kept = new ArrayList<>(bucket.value());
        boolean changes = kept.removeAll(leave);
        if (changes
            || (joins != null && bucket.bucket() == postings.bucket(joins.article().seen()))) {
          after.put(bucket.bucket(), kept);
        }
      }
      if (joins != null) {
        List<Listed> bucket =
            after.computeIfAbsent(postings.bucket(joins.article().seen()), at -> new ArrayList<>());
        bucket.add(joins);
        Collections.sort(bucket);
      }
      after.forEach((at, list) -> postings.put(fingerprint, list.isEmpty() ? null : list, at));
    }
  }

  /**
   * Counts what an article shares with each earlier one, and once it is enough sends its text to
   * the other. All that one shard tells of an article in time is one record, so that it costs no
   * more of them than there are shards, whatever the store holds.
   */
  static final class Count extends Step<Hits, Candidate> {
    private final RetainedStore<String, Pairs> pairs;
    private final RetainedStore<String, TracedArticle> articles;

    Count(StoreDefinition<String, Pairs> pairs, StoreDefinition<String, TracedArticle> articles) {
      this.pairs = store(pairs);
      this.articles = store(articles);
    }

    @Override
    protected void process(String id, Hits hits, Record<String, @Nullable Hits> record) {
      // One bucket is enough: with another time of first sight all pairs are told again, whole.
      @Nullable Pairs known = pairs.get(id, hits.seen());
      Map<String, Hit> before = new LinkedHashMap<>();
      if (known != null) {
        known.pairs().forEach(pair -> before.put(pair.id(), pair));
      }
      boolean isMoved = known != null && known.seen() != hits.seen();
      if (isMoved) {
        before.replaceAll((other, pair) -> unsent(pair));
      }
      List<Hit> enough = new ArrayList<>();
      boolean changes = isMoved;
      for (Hit hit : hits.hits()) {
        @Nullable Hit pair = before.get(hit.id());
        boolean isSent = pair != null && pair.enough() && pair.seen() == hit.seen();
        if (isSent) {
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
      @Nullable TracedArticle article = enough.isEmpty() ? null : kept(articles, id, hits.seen());
      if (article != null) {
        for (Hit hit : enough) {
          before.put(hit.id(), new Hit(hit.id(), hit.seen(), hit.fingerprint(), true));
          changes = true;
          context()
              .forward(
                  new Record<>(hit.id(), new Candidate(article, hit.seen()), record.timestamp()));
        }
      }
      if (changes) {
        pairs.put(id, new Pairs(hits.seen(), List.copyOf(before.values())), hits.seen());
      }
    }

    private static Hit unsent(Hit pair) {
      return new Hit(pair.id(), pair.seen(), pair.fingerprint(), false);
    }
  }

  /** Compares the article sent with the one kept here. */
  static final class Compare extends Step<Candidate, Republication> {
    private static final int PREPARED = 64;

    private final RetainedStore<String, TracedArticle> articles;

    /** Articles of one family come together; a cache of what can be made again at any time. */
    private final Map<String, Prepared> prepared =
        new LinkedHashMap<>(PREPARED, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Prepared> eldest) {
            return size() > PREPARED;
          }
        };

    Compare(StoreDefinition<String, TracedArticle> articles) {
      this.articles = store(articles);
    }

    @Override
    protected void process(
        String id, Candidate candidate, Record<String, @Nullable Candidate> record) {
      @Nullable TracedArticle here = kept(articles, id, candidate.otherSeen());
      if (here == null) {
        return;
      }
      TracedArticle there = candidate.article();
      @Nullable Copying edge = Copying.between(prepare(here), prepare(there));
      if (edge == null) {
        return;
      }
      boolean copiedHere = edge.copy().id().equals(id);
      TracedArticle copy = copiedHere ? here : there;
      TracedArticle origin = copiedHere ? there : here;
      context()
          .forward(
              new Record<>(
                  copy.piece().id(),
                  LineageRecords.republication(edge, copy, origin),
                  record.timestamp(),
                  RoutingHeaders.of(
                      copy.outletId() == null ? copy.outletName() : copy.outletId())));
    }

    private Prepared prepare(TracedArticle article) {
      String key = article.piece().id() + article.piece().firstSeen().toEpochMilli();
      return prepared.computeIfAbsent(key, k -> Prepared.of(article.piece()));
    }
  }

  /** The article, by when it was first seen as far as the asker knows. */
  private static @Nullable TracedArticle kept(
      RetainedStore<String, TracedArticle> articles, String id, long seen) {
    @Nullable TracedArticle there = articles.get(id, seen);
    if (there != null) {
      return there;
    }
    // It has become known by now that it was seen earlier.
    List<Entry<TracedArticle>> known = articles.all(id);
    return known.isEmpty() ? null : known.get(0).value();
  }
}
