package org.hearsay.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.lineage.CopyGraph;
import org.hearsay.lineage.Copying;
import org.hearsay.lineage.Prepared;
import org.hearsay.records.Article;
import org.hearsay.records.Republication;
import org.hearsay.topology.TracedArticle.Candidate;
import org.hearsay.topology.TracedArticle.Fingerprinted;
import org.hearsay.topology.TracedArticle.Hit;
import org.hearsay.topology.TracedArticle.Hits;
import org.hearsay.topology.TracedArticle.Pair;
import org.hearsay.topology.TracedArticle.Posting;
import org.jspecify.annotations.Nullable;

/** The steps from articles to the copies among them, see {@link TraceStage}. */
final class CopySteps {
  private CopySteps() {}

  /** Article to what is kept of it; the record's time is when it was first seen. */
  static final class Keep extends Step<Article, TracedArticle> {
    @Override
    void process(String key, Article article, Record<String, @Nullable Article> record) {
      Instant seen = Instant.ofEpochMilli(record.timestamp());
      TracedArticle traced = LineageRecords.traced(article, seen);
      context().forward(new Record<>(article.getId(), traced, record.timestamp()));
    }
  }

  /** Keeps the article and sends its fingerprints on, unless it is known from an earlier sight. */
  static final class Fingerprint extends Step<TracedArticle, Fingerprinted> {
    private final Duration retention;
    private final int partitions;
    private @Nullable TraceStore<String, TracedArticle> articles;

    /**
     * @param partitions those of the topic that the fingerprints go to: a shard each, so that the
     *     work is shared evenly and an article costs no more records than there are partitions
     */
    Fingerprint(Duration retention, int partitions) {
      this.retention = retention;
      this.partitions = partitions;
    }

    @Override
    void open(ProcessorContext<String, Fingerprinted> given) {
      articles = new TraceStore<>(given, TraceStage.ARTICLES, retention);
    }

    @Override
    void process(String id, TracedArticle article, Record<String, @Nullable TracedArticle> record) {
      TraceStore<String, TracedArticle> store = opened(articles);
      long seen = article.piece().firstSeen().toEpochMilli();
      for (KeyValue<Long, TracedArticle> known : store.all(id)) {
        long before = known.value.piece().firstSeen().toEpochMilli();
        if (before <= seen) {
          return;
        }
        store.put(id, null, before);
      }
      store.put(id, article, seen);
      long[] fingerprints = Prepared.of(article.piece()).fingerprints();
      @Nullable String outlet = article.piece().outlet();
      Posting posting = new Posting(id, seen, outlet == null ? "" : outlet, fingerprints.length);
      Map<Integer, List<Long>> shards = new TreeMap<>();
      for (long fingerprint : fingerprints) {
        // The low bits: winnowing keeps the least hashes, so that the high ones are alike.
        int shard = Math.floorMod((int) fingerprint, partitions);
        shards.computeIfAbsent(shard, s -> new ArrayList<>()).add(fingerprint);
      }
      shards.forEach(
          (shard, some) ->
              context()
                  .forward(
                      new Record<>(
                          shard.toString(), new Fingerprinted(posting, some), record.timestamp())));
    }
  }

  /** A shard's number, which is the key of its records, is its partition. */
  static final class ByShard implements StreamPartitioner<String, Fingerprinted> {
    @Override
    public Optional<Set<Integer>> partitions(
        String topic, String shard, Fingerprinted some, int partitions) {
      return Optional.of(Set.of(Integer.parseInt(shard) % partitions));
    }
  }

  /** Tells each pair of articles that share fingerprints, and remembers who has them. */
  static final class LookUp extends Step<Fingerprinted, Hits> {
    private final Duration retention;
    private @Nullable TraceStore<Long, List<Posting>> postings;

    LookUp(Duration retention) {
      this.retention = retention;
    }

    @Override
    void open(ProcessorContext<String, Hits> given) {
      postings = new TraceStore<>(given, TraceStage.POSTINGS, retention);
    }

    @Override
    void process(String shard, Fingerprinted some, Record<String, @Nullable Fingerprinted> record) {
      Posting article = some.article();
      Map<Posting, List<Long>> shared = new LinkedHashMap<>();
      Set<Posting> telling = new HashSet<>();
      for (long fingerprint : some.fingerprints()) {
        List<Posting> others = lookUp(fingerprint, article);
        for (Posting other : others) {
          shared.computeIfAbsent(other, o -> new ArrayList<>()).add(fingerprint);
        }
        telling.addAll(told(article, others));
      }
      // A stock phrase alone tells of the first who used it; who has copied has more in common.
      shared
          .entrySet()
          .removeIf(
              pair ->
                  pair.getValue().size() == 1
                      && !telling.contains(pair.getKey())
                      && CopyGraph.fingerprintsNeeded(
                              article.fingerprints(), pair.getKey().fingerprints())
                          > 1);
      Map<String, List<Hit>> byOwner = new LinkedHashMap<>();
      shared.forEach(
          (other, fingerprints) -> {
            boolean owns = article.id().compareTo(other.id()) < 0;
            Posting owner = owns ? article : other;
            byOwner
                .computeIfAbsent(owner.id(), o -> new ArrayList<>())
                .add(new Hit(owner, owns ? other : article, fingerprints));
          });
      byOwner.forEach(
          (owner, hits) ->
              context().forward(new Record<>(owner, new Hits(hits), record.timestamp())));
    }

    /**
     * Those of a fingerprint's list with whom it speaks for a pair when they share nothing else
     * here: all while the article is one of the first, the first alone later on. It goes by the
     * order of first sight, so that a late article tells at least of what it would have told in
     * time, and of those to whom it would have been told.
     */
    private static List<Posting> told(Posting article, List<Posting> others) {
      List<Posting> sorted = others.stream().sorted().toList();
      long before = sorted.stream().filter(other -> other.compareTo(article) < 0).count();
      int tells = 1;
      if (before == 0) {
        tells = sorted.size();
      } else if (before < CopyGraph.STOCK) {
        tells = CopyGraph.STOCK - 1;
      }
      return sorted.subList(0, Math.min(tells, sorted.size()));
    }

    /** Adds the article to the fingerprint's list and gives those of the list to compare with. */
    private List<Posting> lookUp(long fingerprint, Posting article) {
      TraceStore<Long, List<Posting>> store = opened(postings);
      List<KeyValue<Long, List<Posting>>> buckets = store.all(fingerprint);
      List<Posting> all = new ArrayList<>();
      @Nullable Posting outdated = null;
      for (KeyValue<Long, List<Posting>> bucket : buckets) {
        for (Posting posting : bucket.value) {
          if (posting.id().equals(article.id())) {
            if (posting.seen() <= article.seen()) {
              return List.of();
            }
            // Seen earlier than was known: every pair with it is told again.
            outdated = posting;
          } else {
            all.add(posting);
          }
        }
      }
      List<Posting> ofOutlet = all.stream().filter(article::sameOutlet).sorted().toList();
      boolean standing = ofOutlet.size() >= CopyGraph.MOST_POSTINGS_OF_OUTLET;
      @Nullable Posting surplus = null;
      if (standing) {
        surplus = ofOutlet.get(ofOutlet.size() - 1);
      } else if (all.size() >= CopyGraph.MOST_POSTINGS) {
        surplus = Collections.max(all);
      }
      boolean joins = surplus == null || article.compareTo(surplus) < 0;
      Set<Posting> leave = new HashSet<>();
      if (outdated != null) {
        leave.add(outdated);
      }
      if (joins && surplus != null) {
        leave.add(surplus);
      }
      write(fingerprint, buckets, joins ? article : null, leave);
      return standing ? all.stream().filter(posting -> !article.sameOutlet(posting)).toList() : all;
    }

    /** Writes the buckets that change: what has just been read is not read again. */
    private void write(
        long fingerprint,
        List<KeyValue<Long, List<Posting>>> buckets,
        @Nullable Posting joins,
        Set<Posting> leave) {
      TraceStore<Long, List<Posting>> store = opened(postings);
      Map<Long, List<Posting>> after = new TreeMap<>();
      for (KeyValue<Long, List<Posting>> bucket : buckets) {
        List<Posting> kept = new ArrayList<>(bucket.value);
        boolean changes = kept.removeAll(leave);
        if (changes || (joins != null && bucket.key == store.start(joins.seen()))) {
          after.put(bucket.key, kept);
        }
      }
      if (joins != null) {
        List<Posting> bucket =
            after.computeIfAbsent(store.start(joins.seen()), at -> new ArrayList<>());
        bucket.add(joins);
        Collections.sort(bucket);
      }
      after.forEach((at, list) -> store.put(fingerprint, list.isEmpty() ? null : list, at));
    }
  }

  /** Counts what a pair shares, and once it is enough sends the owner's text to the other. */
  static final class Count extends Step<Hits, Candidate> {
    private static final long NOT_SENT = -1;

    private final Duration retention;
    private @Nullable TraceStore<String, Pair> pairs;
    private @Nullable TraceStore<String, TracedArticle> articles;

    Count(Duration retention) {
      this.retention = retention;
    }

    @Override
    void open(ProcessorContext<String, Candidate> given) {
      pairs = new TraceStore<>(given, TraceStage.PAIRS, retention);
      articles = new TraceStore<>(given, TraceStage.ARTICLES, retention);
    }

    @Override
    void process(String id, Hits hits, Record<String, @Nullable Hits> record) {
      hits.hits().forEach(hit -> count(hit, record.timestamp()));
    }

    private void count(Hit hit, long timestamp) {
      TraceStore<String, Pair> store = opened(pairs);
      String key = hit.owner().id() + hit.other().id();
      // One bucket is enough: a pair with another time of first sight is told again, whole.
      long at = Math.max(hit.owner().seen(), hit.other().seen());
      @Nullable Pair known = store.get(key, at);
      Pair before = known == null ? new Pair(List.of(), NOT_SENT, NOT_SENT) : known;
      boolean sent =
          before.ownerSeen() == hit.owner().seen() && before.otherSeen() == hit.other().seen();
      if (sent) {
        return;
      }
      int needed =
          CopyGraph.fingerprintsNeeded(hit.owner().fingerprints(), hit.other().fingerprints());
      List<Long> shared = new ArrayList<>(before.fingerprints());
      for (long fingerprint : hit.fingerprints()) {
        if (shared.size() < needed && !shared.contains(fingerprint)) {
          shared.add(fingerprint);
        }
      }
      if (shared.size() < needed) {
        store.put(key, new Pair(shared, NOT_SENT, NOT_SENT), at);
        return;
      }
      @Nullable TracedArticle owner = kept(opened(articles), hit.owner().id(), hit.owner().seen());
      // Forgotten by now: it was seen a whole retention before the other one.
      if (owner != null) {
        store.put(key, new Pair(shared, hit.owner().seen(), hit.other().seen()), at);
        context()
            .forward(
                new Record<>(
                    hit.other().id(), new Candidate(owner, hit.other().seen()), timestamp));
      }
    }
  }

  /** Compares the article sent with the one kept here. */
  static final class Compare extends Step<Candidate, Republication> {
    private static final int PREPARED = 64;

    private final Duration retention;
    private @Nullable TraceStore<String, TracedArticle> articles;

    /** Articles of one family come together; a cache of what can be made again at any time. */
    private final Map<String, Prepared> prepared =
        new LinkedHashMap<>(PREPARED, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Prepared> eldest) {
            return size() > PREPARED;
          }
        };

    Compare(Duration retention) {
      this.retention = retention;
    }

    @Override
    void open(ProcessorContext<String, Republication> given) {
      articles = new TraceStore<>(given, TraceStage.ARTICLES, retention);
    }

    @Override
    void process(String id, Candidate candidate, Record<String, @Nullable Candidate> record) {
      @Nullable TracedArticle here = kept(opened(articles), id, candidate.otherSeen());
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
                  RecordHeaders.of(copy.outletId() == null ? copy.outletName() : copy.outletId())));
    }

    private Prepared prepare(TracedArticle article) {
      String key = article.piece().id() + article.piece().firstSeen().toEpochMilli();
      return prepared.computeIfAbsent(key, k -> Prepared.of(article.piece()));
    }
  }

  /** The article, by when it was first seen as far as the asker knows. */
  private static @Nullable TracedArticle kept(
      TraceStore<String, TracedArticle> articles, String id, long seen) {
    @Nullable TracedArticle there = articles.get(id, seen);
    if (there != null) {
      return there;
    }
    // It has become known by now that it was seen earlier.
    List<KeyValue<Long, TracedArticle>> known = articles.all(id);
    return known.isEmpty() ? null : known.get(0).value;
  }

  static <T> T opened(@Nullable T store) {
    if (store == null) {
      throw new IllegalStateException("process before init");
    }
    return store;
  }
}
