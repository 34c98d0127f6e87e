package org.hearsay.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.coverage.clusters.ClaimReport;
import org.hearsay.coverage.sameness.Sameness;
import org.hearsay.coverage.sameness.Statement;
import org.hearsay.coverage.sameness.Wording;
import org.hearsay.lineage.TimedStore.Entry;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.Republication;
import org.hearsay.text.Ids;
import org.hearsay.topology.ClusterNode.Change;
import org.hearsay.topology.ClusterNode.Indexed;
import org.hearsay.topology.ClusterNode.Posting;
import org.hearsay.topology.ClusterNode.Said;
import org.hearsay.topology.state.RetainedStore;
import org.hearsay.topology.state.Step;
import org.jspecify.annotations.Nullable;

/** The steps from claims to clusters of those that say the same, see ProfileStage. */
final class ClusterSteps {
  /** The key of changes of claims whose speaker is not named. */
  private static final String NOBODY = "";

  private ClusterSteps() {}

  /** Claims by their article. */
  static final class ByArticle extends Step<Claim, Claim> {
    @Override
    protected void process(String key, Claim claim, Record<String, @Nullable Claim> record) {
      context()
          .forward(
              new Record<>(claim.getArticleId(), ClusterRecords.kept(claim), record.timestamp()));
    }
  }

  /** An edge goes to both its articles, with its passages where its direction is undecided. */
  static final class EdgeToBothArticles extends Step<Republication, Republication> {
    @Override
    protected void process(
        String key, Republication edge, Record<String, @Nullable Republication> record) {
      Republication kept =
          Republication.newBuilder(edge)
              .setPassages(isUndecided(edge) ? edge.getPassages() : List.of())
              .setAdded(List.of())
              .setDropped(List.of())
              .setReplacements(List.of())
              .build();
      context().forward(new Record<>(edge.getArticleId(), kept, record.timestamp()));
      context().forward(new Record<>(edge.getOriginId(), kept, record.timestamp()));
    }
  }

  private static boolean isUndecided(Republication edge) {
    return edge.getDirection().equals("UNDECIDED");
  }

  /** A claim, new or again. */
  static final class ReportClaim extends Reporting<Claim> {
    ReportClaim(Duration retention) {
      super(retention);
    }

    @Override
    protected void process(String article, Claim claim, Record<String, @Nullable Claim> record) {
      boolean denied = claim.getCueMode().equals("DENIED");
      if (!Wording.of(claim.getContentText(), denied).tells()) {
        return;
      }
      keep(claim, record.timestamp());
      @Nullable Article known = article(article, null);
      if (known != null) {
        report(claim, known, edges(article), record.timestamp());
      }
    }
  }

  /** An article, new or again. */
  static final class ReportArticle extends Reporting<Article> {
    ReportArticle(Duration retention) {
      super(retention);
    }

    @Override
    protected void process(String id, Article article, Record<String, @Nullable Article> record) {
      reportAll(id, article, record.timestamp());
    }
  }

  /** An edge, new or again: those whose direction is decided are in the claims' chains. */
  static final class ReportEdge extends Reporting<Republication> {
    ReportEdge(Duration retention) {
      super(retention);
    }

    @Override
    protected void process(
        String id, Republication edge, Record<String, @Nullable Republication> record) {
      if (keep(id, edge, record.timestamp())) {
        reportAll(id, null, record.timestamp());
      }
    }
  }

  private abstract static class Reporting<V> extends Step<V, Change> {
    private static final String FIRST = "/";
    private static final String LAST = "g";

    private final Duration retention;
    private @Nullable RetainedStore<String, Article> articles;
    private @Nullable RetainedStore<String, Claim> claims;
    private @Nullable RetainedStore<String, Republication> edges;
    private @Nullable RetainedStore<String, ClaimReport> reports;

    Reporting(Duration retention) {
      this.retention = retention;
    }

    @Override
    protected void open(ProcessorContext<String, Change> given) {
      articles = new RetainedStore<>(given, ProfileStage.ARTICLES, retention);
      claims = new RetainedStore<>(given, ProfileStage.CLAIMS, retention);
      edges = new RetainedStore<>(given, ProfileStage.TWINS, retention);
      reports = new RetainedStore<>(given, ProfileStage.REPORTS, retention);
    }

    /** What is known of an article, with the earliest time that is known of it. */
    final @Nullable Article article(String id, @Nullable Article comes) {
      @Nullable Article known = latest(RetainedStore.opened(articles), id);
      if (comes == null || known == null) {
        return comes == null ? known : comes;
      }
      return known.getPublishedAt().isBefore(comes.getPublishedAt())
          ? Article.newBuilder(comes).setPublishedAt(known.getPublishedAt()).build()
          : comes;
    }

    final List<Republication> edges(String article) {
      return RetainedStore.opened(edges).range(article + FIRST, article + LAST);
    }

    final void keep(Claim claim, long time) {
      replace(RetainedStore.opened(claims), claim.getArticleId() + claim.getId(), claim, time);
    }

    /** Whether that changes what is known. */
    final boolean keep(String article, Republication edge, long time) {
      RetainedStore<String, Republication> store = RetainedStore.opened(edges);
      @Nullable Republication before = latest(store, article + edge.getId());
      @Nullable Republication after = isUndecided(edge) ? edge : null;
      if (before == null ? after == null : before.equals(after)) {
        return false;
      }
      replace(store, article + edge.getId(), after, time);
      return true;
    }

    final void reportAll(String id, @Nullable Article comes, long time) {
      @Nullable Article article = article(id, comes);
      if (article == null) {
        return;
      }
      List<Republication> undecided = edges(id);
      for (Claim claim : RetainedStore.opened(claims).range(id + FIRST, id + LAST)) {
        report(claim, article, undecided, time);
      }
    }

    /** Tells how an article's report has changed to those who keep its speaker's claims. */
    final void report(Claim claim, Article article, List<Republication> undecided, long time) {
      RetainedStore<String, ClaimReport> store = RetainedStore.opened(reports);
      String key = claim.getArticleId() + claim.getId();
      @Nullable ClaimReport before = latest(store, key);
      ClaimReport after = ClusterRecords.report(claim, article, undecided);
      if (after.equals(before)) {
        return;
      }
      replace(store, key, after, time);
      String was = before == null ? NOBODY : key(before);
      String is = key(after);
      if (before != null && !was.equals(is)) {
        context().forward(new Record<>(was, new Change(before, null), time));
      }
      Change change = new Change(is.equals(was) ? before : null, after);
      context().forward(new Record<>(is, change, time));
    }
  }

  private static String key(ClaimReport report) {
    @Nullable String key = report.speaker().key();
    return key == null ? NOBODY : key;
  }

  /** Only claims whose speaker is named. */
  static final class OnlyNamed extends Step<Change, Change> {
    @Override
    protected void process(String speaker, Change change, Record<String, @Nullable Change> record) {
      if (!speaker.equals(NOBODY)) {
        context().forward(new Record<>(speaker, change, record.timestamp()));
      }
    }
  }

  /** A claim to the shards of its runs of words. */
  static final class ToRuns extends Step<Change, Indexed> {
    private final int partitions;

    /**
     * @param partitions those of the topic that the claims go to, a shard each
     */
    ToRuns(int partitions) {
      this.partitions = partitions;
    }

    @Override
    protected void process(String speaker, Change change, Record<String, @Nullable Change> record) {
      @Nullable ClaimReport before = change.before();
      @Nullable ClaimReport after = change.after();
      @Nullable ClaimReport any = after == null ? before : after;
      // What is said by whom is all that is kept of a claim whose speaker is named.
      if (any == null || (!speaker.equals(NOBODY) && before != null)) {
        return;
      }
      Map<Integer, List<Long>> shards = new TreeMap<>();
      for (long key : any.wording().runKeys()) {
        shards
            .computeIfAbsent(Math.floorMod((int) key, partitions), s -> new ArrayList<>())
            .add(key);
      }
      shards.forEach(
          (shard, keys) ->
              context()
                  .forward(
                      new Record<>(
                          shard.toString(),
                          new Indexed(speaker, before, after, keys),
                          record.timestamp())));
    }
  }

  /** A shard's number, which is the key of its records, is its partition. */
  static final class ByShard implements StreamPartitioner<String, Indexed> {
    @Override
    public Optional<Set<Integer>> partitions(
        String topic, String shard, Indexed indexed, int partitions) {
      return Optional.of(Set.of(Integer.parseInt(shard) % partitions));
    }
  }

  /**
   * Brings a claim whose speaker is not named to the speakers who are said to have said much the
   * same. Whichever comes first, both meet here.
   */
  static final class FindSpeakers extends Step<Indexed, Change> {
    /** Claims remembered under one key: more have a stock phrase in common. */
    private static final int MOST = 48;

    private final Duration retention;
    private @Nullable RetainedStore<String, List<Said>> said;
    private @Nullable RetainedStore<String, List<ClaimReport>> unnamed;

    FindSpeakers(Duration retention) {
      this.retention = retention;
    }

    @Override
    protected void open(ProcessorContext<String, Change> given) {
      said = new RetainedStore<>(given, ProfileStage.SAID, retention);
      unnamed = new RetainedStore<>(given, ProfileStage.UNNAMED, retention);
    }

    @Override
    protected void process(
        String shard, Indexed indexed, Record<String, @Nullable Indexed> record) {
      @Nullable ClaimReport after = indexed.after();
      @Nullable ClaimReport any = after == null ? indexed.before() : after;
      if (any == null) {
        return;
      }
      Wording wording = any.wording();
      if (indexed.speaker().equals(NOBODY)) {
        Change change = new Change(indexed.before(), after);
        for (String speaker : speakers(indexed.keys(), any, after, record.timestamp())) {
          context().forward(new Record<>(speaker, change, record.timestamp()));
        }
      } else if (after != null) {
        Said words = new Said(indexed.speaker(), wording.text(), wording.denied());
        for (ClaimReport guest : guests(indexed.keys(), words, wording, record.timestamp())) {
          context()
              .forward(
                  new Record<>(indexed.speaker(), new Change(null, guest), record.timestamp()));
        }
      }
    }

    /** Who is said to have said it; it is kept for those who will be. */
    private Set<String> speakers(
        List<Long> keys, ClaimReport any, @Nullable ClaimReport after, long time) {
      Wording wording = any.wording();
      Set<String> out = new TreeSet<>();
      for (long key : keys) {
        String name = Long.toHexString(key);
        for (Entry<List<Said>> bucket : RetainedStore.opened(said).all(name)) {
          for (Said words : bucket.value()) {
            if (Sameness.maybe(wording, Wording.of(words.text(), words.denied()))) {
              out.add(words.speaker());
            }
          }
        }
        RetainedStore<String, List<ClaimReport>> store = RetainedStore.opened(unnamed);
        boolean kept = false;
        for (Entry<List<ClaimReport>> bucket : store.all(name)) {
          List<ClaimReport> list = new ArrayList<>(bucket.value());
          if (list.removeIf(report -> report.claimId().equals(any.claimId()))) {
            if (after != null) {
              list.add(after);
              kept = true;
            }
            store.put(name, list.isEmpty() ? null : list, bucket.bucket());
          }
        }
        if (after != null && !kept) {
          add(store, name, after, time);
        }
      }
      return out;
    }

    /** What nobody by name is said to have said like it; who said it is kept for what comes. */
    private List<ClaimReport> guests(List<Long> keys, Said words, Wording wording, long time) {
      Map<String, ClaimReport> out = new TreeMap<>();
      for (long key : keys) {
        String name = Long.toHexString(key);
        RetainedStore<String, List<Said>> store = RetainedStore.opened(said);
        if (store.all(name).stream().anyMatch(bucket -> bucket.value().contains(words))) {
          continue;
        }
        add(store, name, words, time);
        for (Entry<List<ClaimReport>> bucket : RetainedStore.opened(unnamed).all(name)) {
          for (ClaimReport report : bucket.value()) {
            if (Sameness.maybe(wording, report.wording())) {
              out.put(report.claimId(), report);
            }
          }
        }
      }
      return List.copyOf(out.values());
    }

    private static <T> void add(
        RetainedStore<String, List<T>> store, String key, T value, long time) {
      @Nullable List<T> before = store.get(key, time);
      List<T> after = before == null ? new ArrayList<>() : new ArrayList<>(before);
      if (after.size() < MOST) {
        after.add(value);
        store.put(key, after, time);
      }
    }
  }

  private static <T> @Nullable T latest(RetainedStore<String, T> store, String key) {
    List<Entry<T>> all = store.all(key);
    return all.isEmpty() ? null : all.get(0).value();
  }

  /** One entry a key: in the bucket that it has, else in that of the time given. */
  private static <T> void replace(
      RetainedStore<String, T> store, String key, @Nullable T value, long time) {
    List<Entry<T>> all = store.all(key);
    store.put(key, value, all.isEmpty() ? time : all.get(0).bucket());
  }

  /**
   * Puts reports of one speaker's claims together.
   *
   * <p>A wording is held against those that it meets. In the order of their first reports, each
   * joins the one that it is most surely the same as of those that have joined none themselves,
   * else others may join it. Whatever comes in whatever order, the outcome is that of taking all in
   * order: what a wording joins depends on earlier ones alone, so that a change is followed from
   * earlier to later ones until nothing changes.
   */
  static final class Cluster extends Step<Change, ClaimCluster> {
    /** Wordings remembered under one key: more have a stock phrase in common. */
    private static final int MOST_POSTINGS = 128;

    private final Duration retention;
    private final Function<String, float[]> meaning;
    private @Nullable RetainedStore<String, ClusterNode> nodes;
    private @Nullable RetainedStore<String, List<Posting>> postings;

    /**
     * @param meaning what a text means
     */
    Cluster(Duration retention, Function<String, float[]> meaning) {
      this.retention = retention;
      this.meaning = meaning;
    }

    @Override
    protected void open(ProcessorContext<String, ClaimCluster> given) {
      nodes = new RetainedStore<>(given, ProfileStage.NODES, retention);
      postings = new RetainedStore<>(given, ProfileStage.POSTINGS, retention);
    }

    @Override
    protected void process(String speaker, Change change, Record<String, @Nullable Change> record) {
      Update update = new Update(speaker, record.timestamp());
      @Nullable ClaimReport before = change.before();
      @Nullable ClaimReport after = change.after();
      if (before != null) {
        update.remove(before);
      }
      if (after != null) {
        update.add(after);
      }
      update.settle();
      update.tell();
    }

    /** What one record changes. */
    private final class Update {
      private final String speaker;
      private final long time;
      private final Map<String, ClusterNode> loaded = new HashMap<>();
      private final Set<String> changed = new TreeSet<>();
      private final Set<String> touched = new TreeSet<>();
      private final Set<String> waiting = new TreeSet<>();

      Update(String speaker, long time) {
        this.speaker = speaker;
        this.time = time;
      }

      private @Nullable ClusterNode load(String id) {
        @Nullable ClusterNode known = loaded.get(id);
        if (known == null) {
          known = latest(RetainedStore.opened(nodes), id);
          if (known != null) {
            loaded.put(id, known);
          }
        }
        return known;
      }

      private String id(ClaimReport report, Wording wording) {
        return Ids.of(
            speaker,
            report.speaker().identity(),
            Boolean.toString(wording.denied()),
            wording.text());
      }

      void remove(ClaimReport report) {
        @Nullable ClusterNode node = load(id(report, report.wording()));
        if (node != null) {
          node.remove(report);
          wake(node);
        }
      }

      void add(ClaimReport report) {
        Wording wording = report.wording();
        String id = id(report, wording);
        @Nullable ClusterNode node = load(id);
        if (node == null) {
          node =
              new ClusterNode(
                  id, report.speaker(), Statement.of(wording, meaning.apply(wording.text())));
          loaded.put(id, node);
          link(node);
        }
        node.add(report);
        wake(node);
      }

      /** Looks for what it is the same as, and is found by what comes later. */
      private void link(ClusterNode node) {
        RetainedStore<String, List<Posting>> store = RetainedStore.opened(postings);
        Statement statement = node.statement();
        Posting own = new Posting(node.id(), statement.signature());
        Set<String> candidates = new TreeSet<>();
        for (Map.Entry<String, Boolean> key : keys(statement).entrySet()) {
          for (Entry<List<Posting>> bucket : store.all(key.getKey())) {
            for (Posting posting : bucket.value()) {
              if (key.getValue() || Statement.mayMean(own.signature(), posting.signature())) {
                candidates.add(posting.node());
              }
            }
          }
          @Nullable List<Posting> before = store.get(key.getKey(), time);
          List<Posting> after = before == null ? new ArrayList<>() : new ArrayList<>(before);
          if (after.size() >= MOST_POSTINGS) {
            // The oldest gives way: what was said long ago is repeated less.
            after.remove(0);
          }
          after.add(own);
          store.put(key.getKey(), after, time);
        }
        for (String id : candidates) {
          @Nullable ClusterNode other = id.equals(node.id()) ? null : load(id);
          boolean same =
              other != null
                  && (node.isGuest() || other.isGuest() || node.speaker().maybe(other.speaker()))
                  && Sameness.same(statement, other.statement());
          if (other != null
              && same
              && node.neighbours().size() < ClusterNode.MOST_LINKS
              && other.neighbours().size() < ClusterNode.MOST_LINKS) {
            node.neighbours().add(id);
            other.neighbours().add(node.id());
            changed.add(id);
          }
        }
      }

      private void unlink(ClusterNode node) {
        RetainedStore<String, List<Posting>> store = RetainedStore.opened(postings);
        for (String key : keys(node.statement()).keySet()) {
          for (Entry<List<Posting>> bucket : store.all(key)) {
            List<Posting> after = new ArrayList<>(bucket.value());
            if (after.removeIf(posting -> posting.node().equals(node.id()))) {
              store.put(key, after.isEmpty() ? null : after, bucket.bucket());
            }
          }
        }
        for (String id : node.neighbours()) {
          @Nullable ClusterNode other = load(id);
          if (other != null) {
            other.neighbours().remove(node.id());
            changed.add(id);
          }
        }
      }

      /** The keys that the wording meets others under, and whether by its words. */
      private Map<String, Boolean> keys(Statement statement) {
        Map<String, Boolean> out = new LinkedHashMap<>();
        for (long key : statement.meaningKeys()) {
          out.put(speaker + "/m" + Long.toHexString(key), false);
        }
        for (long key : statement.wordKeys()) {
          out.put(speaker + "/w" + Long.toHexString(key), true);
        }
        return out;
      }

      /** It, and all that may look at it, are to choose again. */
      private void wake(ClusterNode node) {
        changed.add(node.id());
        waiting.add(node.id());
        waiting.addAll(node.neighbours());
      }

      /** From earlier to later ones: each joins what it is to join. */
      void settle() {
        while (!waiting.isEmpty()) {
          @Nullable ClusterNode next = null;
          for (String id : new ArrayList<>(waiting)) {
            @Nullable ClusterNode node = load(id);
            if (node == null) {
              waiting.remove(id);
            } else if (node.count() == 0) {
              waiting.remove(id);
              leave(node, node.id());
            } else if (next == null || node.isBefore(next)) {
              next = node;
            }
          }
          if (next != null) {
            waiting.remove(next.id());
            choose(next);
          }
        }
      }

      private void choose(ClusterNode node) {
        @Nullable ClusterNode best = null;
        double degree = 0;
        for (String id : node.neighbours()) {
          @Nullable ClusterNode other = load(id);
          if (other != null
              && other.count() > 0
              && other.isCentre()
              && !other.isGuest()
              && (node.isGuest() || other.isBefore(node))) {
            double same = Sameness.degree(node.statement(), other.statement());
            if (best == null || same > degree || (same == degree && other.isBefore(best))) {
              best = other;
              degree = same;
            }
          }
        }
        leave(node, best == null ? node.id() : best.id());
      }

      /** Leaves the cluster that it is in for another one. */
      private void leave(ClusterNode node, String centre) {
        String before = node.centre();
        touched.add(node.id());
        touched.add(before);
        touched.add(centre);
        changed.add(node.id());
        if (!before.equals(centre)) {
          move(node, before, centre);
          node.centre(centre);
        }
        boolean gone = node.count() == 0;
        boolean was = before.equals(node.id());
        if (was != node.isCentre() || gone) {
          for (String id : node.neighbours()) {
            @Nullable ClusterNode other = load(id);
            if (other != null
                && other.count() > 0
                && (gone || other.isGuest() || node.isBefore(other))) {
              waiting.add(id);
            }
          }
        }
      }

      private void move(ClusterNode node, String from, String to) {
        @Nullable ClusterNode old = from.equals(node.id()) ? null : load(from);
        if (old != null) {
          old.members().remove(node.id());
          changed.add(from);
        }
        @Nullable ClusterNode next = to.equals(node.id()) ? null : load(to);
        if (next != null && next.members().size() < ClusterNode.MOST_LINKS) {
          next.members().add(node.id());
          changed.add(to);
        }
      }

      /** Writes each cluster that is another one now, and keeps what was changed. */
      void tell() {
        for (String id : touched) {
          @Nullable ClusterNode node = load(id);
          if (node != null) {
            tell(node);
          }
        }
        RetainedStore<String, ClusterNode> store = RetainedStore.opened(nodes);
        for (String id : changed) {
          @Nullable ClusterNode node = load(id);
          if (node != null && node.count() == 0) {
            unlink(node);
          }
        }
        for (String id : new TreeSet<>(changed)) {
          @Nullable ClusterNode node = loaded.get(id);
          if (node != null) {
            replace(store, id, node.count() == 0 ? null : node, time);
          }
        }
      }

      private void tell(ClusterNode node) {
        if (node.count() == 0 || !node.isCentre() || node.isGuest()) {
          if (node.told() != 0) {
            node.told(0);
            changed.add(node.id());
            boolean merged = node.count() > 0 && !node.isCentre();
            send(ClusterRecords.withdrawn(node, merged ? node.centre() : ""));
          }
          return;
        }
        Map<String, ClusterNode> all = new TreeMap<>();
        all.put(node.id(), node);
        for (String id : node.members()) {
          @Nullable ClusterNode member = load(id);
          if (member != null && member.count() > 0) {
            all.put(id, member);
          }
        }
        ClaimCluster row = ClusterRecords.cluster(node, all.values());
        long hash = row.getArticles() < 2 ? 0 : hash(row);
        if (hash != node.told()) {
          node.told(hash);
          changed.add(node.id());
          send(row);
        }
      }

      private long hash(ClaimCluster row) {
        long hash = Long.parseUnsignedLong(Ids.of(row.toString()).substring(0, 16), 16);
        return hash == 0 ? 1 : hash;
      }

      private void send(ClaimCluster row) {
        context().forward(new Record<>(row.getId(), row, time, RoutingHeaders.of(null)));
      }
    }
  }
}
