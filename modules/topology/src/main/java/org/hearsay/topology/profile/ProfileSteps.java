package org.hearsay.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.hearsay.lineage.TimedStore.Entry;
import org.hearsay.records.Article;
import org.hearsay.records.Framing;
import org.hearsay.records.Republication;
import org.hearsay.topology.state.RetainedStore;
import org.hearsay.topology.state.Step;
import org.jspecify.annotations.Nullable;

/** The steps from articles, their framing and their origins to profiles, see ProfileStage. */
final class ProfileSteps {
  private ProfileSteps() {}

  /** Article without its text, and with the time that it counts at for {@code publishedAt}. */
  static final class KeepArticle extends Step<Article, Article> {
    @Override
    protected void process(String key, Article article, Record<String, @Nullable Article> record) {
      Instant seen = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
      @Nullable Instant published = article.getPublishedAt();
      // A page that says it is of next year must not close this year's windows.
      boolean believed =
          published != null && published.isBefore(seen) && published.toEpochMilli() >= 0;
      Article kept =
          Article.newBuilder(article)
              .setPublishedAt(believed ? published : seen)
              .setBody("")
              .setParagraphs(List.of())
              .setDek(null)
              .setByline(null)
              .setAuthors(List.of())
              .setPartial(List.of())
              .build();
      context().forward(new Record<>(article.getId(), kept, record.timestamp()));
    }
  }

  /** Framing without its sentences. */
  static final class KeepText extends Step<Framing, Framing> {
    @Override
    protected void process(String key, Framing text, Record<String, @Nullable Framing> record) {
      Framing kept =
          Framing.newBuilder(text).setSentences(List.of()).setEvidence(List.of()).build();
      context().forward(new Record<>(text.getArticleId(), kept, record.timestamp()));
    }
  }

  /**
   * An edge goes to its copy, which gains an origin, and to its origin, which loses a wrong one.
   */
  static final class EdgeToBothArticles extends Step<Republication, Republication> {
    @Override
    protected void process(
        String key, Republication edge, Record<String, @Nullable Republication> record) {
      Republication kept =
          Republication.newBuilder(edge)
              .setPassages(List.of())
              .setAdded(List.of())
              .setDropped(List.of())
              .setReplacements(List.of())
              .build();
      context().forward(new Record<>(edge.getArticleId(), kept, record.timestamp()));
      context().forward(new Record<>(edge.getOriginId(), kept, record.timestamp()));
    }
  }

  /** An article, new or again. */
  static final class CountArticle extends Counting<Article> {
    CountArticle(Duration retention) {
      super(retention);
    }

    @Override
    protected void process(String id, Article article, Record<String, @Nullable Article> record) {
      @Nullable Article before = article(id);
      Article after = article;
      if (before != null && before.getPublishedAt().isBefore(article.getPublishedAt())) {
        // Seen again: it counts at the earliest time that is known.
        after = Article.newBuilder(article).setPublishedAt(before.getPublishedAt()).build();
      }
      if (after.equals(before)) {
        return;
      }
      keep(id, after, record.timestamp());
      List<Framing> texts = texts(id);
      List<Republication> edges = edges(id);
      tell(
          before == null ? null : new ProfileShares(before, edges, texts),
          new ProfileShares(after, edges, texts));
    }
  }

  /** How an article or a comment under it is worded, new or again. */
  static final class CountText extends Counting<Framing> {
    CountText(Duration retention) {
      super(retention);
    }

    @Override
    protected void process(String id, Framing text, Record<String, @Nullable Framing> record) {
      String key = textKey(id, text.getComment());
      @Nullable Framing before = text(key);
      if (text.equals(before)) {
        return;
      }
      keepText(key, text, record.timestamp());
      @Nullable Article article = article(id);
      if (article == null) {
        return;
      }
      List<Republication> edges = edges(id);
      tell(
          new ProfileShares(article, edges, before == null ? List.of() : List.of(before)),
          new ProfileShares(article, edges, List.of(text)));
    }
  }

  /** From where an article was copied, new or again. */
  static final class CountEdge extends Counting<Republication> {
    CountEdge(Duration retention) {
      super(retention);
    }

    @Override
    protected void process(
        String id, Republication edge, Record<String, @Nullable Republication> record) {
      List<Republication> before = edges(id);
      keepEdge(id, edge, record.timestamp());
      List<Republication> after = edges(id);
      @Nullable Article article = article(id);
      if (article == null || before.equals(after)) {
        return;
      }
      List<Framing> texts = texts(id);
      tell(new ProfileShares(article, before, texts), new ProfileShares(article, after, texts));
    }
  }

  private abstract static class Counting<V> extends Step<V, Tally> {
    private static final String FIRST = "/00000000";
    private static final String LAST = "/ffffffff";

    private final Duration retention;
    private @Nullable RetainedStore<String, Article> articles;
    private @Nullable RetainedStore<String, Framing> texts;
    private @Nullable RetainedStore<String, Republication> edges;

    Counting(Duration retention) {
      this.retention = retention;
    }

    @Override
    protected void open(ProcessorContext<String, Tally> given) {
      articles = new RetainedStore<>(given, ProfileStage.ARTICLES, retention);
      texts = new RetainedStore<>(given, ProfileStage.TEXTS, retention);
      edges = new RetainedStore<>(given, ProfileStage.EDGES, retention);
    }

    /** The article's own text is the first, its comments follow by their position. */
    static String textKey(String article, @Nullable Integer comment) {
      return article + String.format("/%08x", comment == null ? 0 : comment + 1);
    }

    final @Nullable Article article(String id) {
      return latest(RetainedStore.opened(articles), id);
    }

    final @Nullable Framing text(String key) {
      return latest(RetainedStore.opened(texts), key);
    }

    final List<Framing> texts(String article) {
      return RetainedStore.opened(texts).range(article + FIRST, article + LAST);
    }

    final List<Republication> edges(String article) {
      return new ArrayList<>(RetainedStore.opened(edges).range(article + "/", article + "g"));
    }

    final void keep(String id, Article article, long time) {
      replace(RetainedStore.opened(articles), id, article, time);
    }

    final void keepText(String key, Framing text, long time) {
      replace(RetainedStore.opened(texts), key, text, time);
    }

    final void keepEdge(String article, Republication edge, long time) {
      boolean isCopy = edge.getArticleId().equals(article);
      replace(RetainedStore.opened(edges), article + edge.getId(), isCopy ? edge : null, time);
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

    /** Tells each profile by how much what the article gives to it has changed. */
    final void tell(@Nullable ProfileShares before, ProfileShares after) {
      Map<ProfileKey, Tally> given = before == null ? Map.of() : before.byProfile();
      Map<ProfileKey, Tally> gives = after.byProfile();
      boolean moved = before != null && before.time() != after.time();
      Set<ProfileKey> profiles = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
      profiles.addAll(given.keySet());
      profiles.addAll(gives.keySet());
      for (ProfileKey profile : profiles) {
        Tally was = given.getOrDefault(profile, Tally.NONE);
        Tally is = gives.getOrDefault(profile, Tally.NONE);
        if (before != null && moved) {
          send(profile, Tally.NONE.minus(was), before.time());
          send(profile, is, after.time());
        } else {
          send(profile, is.minus(was), after.time());
        }
      }
    }

    private void send(ProfileKey profile, Tally difference, long time) {
      if (!difference.isNone()) {
        context().forward(new Record<>(profile.toString(), difference, time));
      }
    }
  }

  /** A window's tally as a row of the public contract. */
  static final class ToRow
      extends ContextualProcessor<Windowed<String>, Tally, String, SpecificRecord> {
    private final boolean complete;

    ToRow(boolean complete) {
      this.complete = complete;
    }

    @Override
    public void process(Record<Windowed<String>, Tally> record) {
      Windowed<String> windowed = record.key();
      // A final row of nothing tells nothing; a live one takes back what an earlier one said.
      if (record.value() == null || (complete && record.value().isNone())) {
        return;
      }
      ProfileRows rows =
          new ProfileRows(
              ProfileKey.parse(windowed.key()),
              windowed.window().startTime(),
              windowed.window().endTime(),
              complete,
              record.value());
      context()
          .forward(
              new Record<>(
                  rows.id(), rows.row(), record.timestamp(), RoutingHeaders.of(rows.outlet())));
    }
  }

  /** Only the rows of one kind. */
  static final class Only<V extends SpecificRecord>
      extends ContextualProcessor<String, SpecificRecord, String, V> {
    private final Class<V> type;

    Only(Class<V> type) {
      this.type = type;
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
      if (type.isInstance(record.value())) {
        context().forward(record.withValue(type.cast(record.value())));
      }
    }
  }
}
