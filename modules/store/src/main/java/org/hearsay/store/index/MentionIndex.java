package org.hearsay.store.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.NumericUtils;
import org.hearsay.store.QuerySession;
import org.jspecify.annotations.Nullable;

/**
 * Where catalogued things are named: some 25 bytes a mention. It is taken article by article, since
 * what is known of a mention is in part its article's. One thread writes.
 */
final class MentionIndex implements Closeable {
  static final String ENTITY = "entity";
  static final String ARTICLE = "article";
  static final String OUTLET = "outlet";
  static final String WRITTEN = "text";
  static final String VOICE = "voice";
  static final String TONE = "tone";
  static final String DATED = "datedAt";

  /** Whether it stands in a readers' comment. */
  static final String COMMENTED = "commented";

  /** Whether its article is in the store. */
  static final String KNOWN = "known";

  private static final double BUFFER_MEGABYTES = 16;

  /** So many are read at once. */
  private static final long SLICE = 200_000;

  /** So many articles are found one by one; for more all mentions are looked through once. */
  private static final int FEW = 8;

  private static final String OF =
      """
      SELECT m.articleId AS article, m.entityId AS entity, m.name, m.type, m.text, m.voice, m.tone,
        m.comment IS NOT NULL AS commented, a.id IS NOT NULL AS known,
        coalesce(a.outletId, a.outletName) AS outlet, a.outletName AS outletCalled, a.datedAt
      FROM mentions m LEFT JOIN articles a ON a.id = m.articleId
      WHERE m.entityId IS NOT NULL AND\s""";

  private static final String CHANGED =
      """
      SELECT articleId FROM mentions WHERE "commit" > $after::BIGINT AND "commit" <= $until::BIGINT
      UNION
      SELECT id FROM articles WHERE "commit" > $after::BIGINT AND "commit" <= $until::BIGINT""";

  private static final String SIZES =
      """
      SELECT (SELECT count(entityId) FROM mentions) AS mentions,
        (SELECT count(*) FROM articles) AS articles""";

  private static final String COUNTS =
      """
      SELECT m.articleId AS article, count(*) AS mentions, count(a.id) AS known
      FROM mentions m LEFT JOIN articles a ON a.id = m.articleId
      WHERE m.entityId IS NOT NULL GROUP BY 1""";

  private final Codes articles = new Codes();
  private final Codes entities = new Codes();
  private final Codes types = new Codes();
  private final Codes outlets = new Codes();
  private final Codes texts = new Codes();
  private final Codes voices = new Codes();
  private final IndexFolder folder;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private boolean begun;

  /** How many articles the store had when it was taken last. */
  private long articlesThere;

  /** Empty. */
  MentionIndex() throws IOException {
    this.folder = IndexFolder.open();
    this.writer = new IndexWriter(folder.directory(), IndexFolder.config(BUFFER_MEGABYTES));
    this.searchers = new SearcherManager(writer, null);
  }

  /** Those who can be searched now. */
  SearcherManager searchers() {
    return searchers;
  }

  Codes articles() {
    return articles;
  }

  Codes entities() {
    return entities;
  }

  /** What entities are, as their names. */
  Codes types() {
    return types;
  }

  Codes outlets() {
    return outlets;
  }

  Codes texts() {
    return texts;
  }

  Codes voices() {
    return voices;
  }

  /** Takes what those transactions wrote, and lets go of what left the store. */
  void take(QuerySession session, long after, long until) throws IOException {
    if (!begun) {
      takeAll(session);
      begun = true;
    } else {
      takeArticles(session, changed(session, after, until));
    }
    searchers.maybeRefreshBlocking();
    if (hasLost(session)) {
      takeArticles(session, differing(session));
      searchers.maybeRefreshBlocking();
    }
  }

  /**
   * Whether something left the store: it has fewer mentions then, or fewer articles than before.
   */
  private boolean hasLost(QuerySession session) throws IOException {
    Map<String, @Nullable Object> there = session.rows(SIZES, Map.of()).get(0);
    long before = articlesThere;
    articlesThere = number(there.get("articles"));
    IndexSearcher searcher = searchers.acquire();
    try {
      return articlesThere < before
          || searcher.getIndexReader().numDocs() != number(there.get("mentions"));
    } finally {
      searchers.release(searcher);
    }
  }

  private void takeAll(QuerySession session) {
    long all =
        number(
            session
                .rows("SELECT count(*) AS mentions FROM mentions", Map.of())
                .get(0)
                .get("mentions"));
    long slices = all / SLICE + 1;
    for (long slice = 0; slice < slices; slice++) {
      add(
          session,
          OF + "hash(m.articleId) % $slices::UBIGINT = $slice::UBIGINT",
          Map.of("slices", Long.toString(slices), "slice", Long.toString(slice)));
    }
  }

  private static Set<String> changed(QuerySession session, long after, long until) {
    Set<String> out = new LinkedHashSet<>();
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    values.put("after", Long.toString(after));
    values.put("until", Long.toString(until));
    session.rows(CHANGED, values).forEach(row -> out.add(String.valueOf(row.get("articleId"))));
    return out;
  }

  private void takeArticles(QuerySession session, Set<String> ids) throws IOException {
    for (String id : ids) {
      writer.deleteDocuments(new Term(ARTICLE, id));
    }
    if (ids.size() <= FEW) {
      ids.forEach(id -> add(session, OF + "m.articleId = $article", Map.of(ARTICLE, id)));
    } else {
      add(
          session,
          OF + "m.articleId IN (SELECT unnest(string_split($articles, chr(10))))",
          Map.of("articles", String.join("\n", ids)));
    }
  }

  private void add(QuerySession session, String sql, Map<String, String> values) {
    session.each(
        sql,
        new LinkedHashMap<String, @Nullable String>(values),
        mention -> {
          try {
            writer.addDocument(document(mention));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Document document(Map<String, @Nullable Object> mention) {
    Document out = new Document();
    String entity = String.valueOf(mention.get(ENTITY));
    String article = String.valueOf(mention.get(ARTICLE));
    out.add(new StringField(ENTITY, entity, Field.Store.NO));
    out.add(new StringField(ARTICLE, article, Field.Store.NO));
    coded(out, ENTITY, entities.code(entity, text(mention.get("name"))));
    types.code(entity, text(mention.get("type")));
    coded(out, ARTICLE, articles.code(article, null));
    coded(out, WRITTEN, texts.code(String.valueOf(mention.get(WRITTEN)), null));
    coded(out, VOICE, voices.code(String.valueOf(mention.get(VOICE)), null));
    @Nullable String outlet = text(mention.get(OUTLET));
    if (outlet != null) {
      out.add(new StringField(OUTLET, outlet, Field.Store.NO));
      coded(out, OUTLET, outlets.code(outlet, text(mention.get("outletCalled"))));
    }
    if (mention.get(TONE) instanceof Number tone) {
      out.add(
          new NumericDocValuesField(TONE, NumericUtils.doubleToSortableLong(tone.doubleValue())));
    }
    if (mention.get(DATED) instanceof LocalDateTime at) {
      out.add(new NumericDocValuesField(DATED, ClaimFields.micros(at)));
    }
    if (Boolean.TRUE.equals(mention.get(COMMENTED))) {
      out.add(new NumericDocValuesField(COMMENTED, 1));
    }
    if (Boolean.TRUE.equals(mention.get(KNOWN))) {
      out.add(new StringField(KNOWN, KNOWN, Field.Store.NO));
      out.add(new NumericDocValuesField(KNOWN, 1));
    }
    return out;
  }

  private static void coded(Document out, String field, int code) {
    out.add(new SortedNumericDocValuesField(field, code));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : String.valueOf(value);
  }

  /** The articles of which the store has other mentions than this has, by their number. */
  private Set<String> differing(QuerySession session) throws IOException {
    Set<String> out = new LinkedHashSet<>();
    IndexSearcher searcher = searchers.acquire();
    try {
      Tallies.Counts all = counts(searcher, new MatchAllDocsQuery());
      Tallies.Counts known = counts(searcher, new TermQuery(new Term(KNOWN, KNOWN)));
      boolean[] there = new boolean[articles.size()];
      for (Map<String, @Nullable Object> row : session.rows(COUNTS, Map.of())) {
        String id = String.valueOf(row.get(ARTICLE));
        int code = articles.code(id, null);
        boolean counted = code < there.length;
        if (counted) {
          there[code] = true;
        }
        if (!counted
            || all.of(code) != number(row.get("mentions"))
            || known.of(code) != number(row.get("known"))) {
          out.add(id);
        }
      }
      for (int code = 0; code < there.length; code++) {
        if (!there[code] && all.of(code) > 0) {
          out.add(articles.text(code));
        }
      }
      return out;
    } finally {
      searchers.release(searcher);
    }
  }

  private Tallies.Counts counts(IndexSearcher searcher, Query query) throws IOException {
    Tallies.Counts out = new Tallies.Counts(ARTICLE, articles.size());
    out.over(searcher, query);
    return out;
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(searchers, writer, folder);
  }
}
