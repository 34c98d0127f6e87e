package org.hearsay.store.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.hearsay.store.tables.Column;
import org.hearsay.store.tables.ColumnType;
import org.hearsay.store.tables.Table;
import org.hearsay.store.tables.Tables;
import org.jspecify.annotations.Nullable;

/**
 * Claims as the tables have them, with the links of their chains. The index keeps each as one text:
 * fifty rows that lie anywhere in forty columns cost DuckDB ten times as long.
 */
final class WholeClaims {
  /** The field that keeps it. */
  static final String FIELD = "whole";

  /** Of a row of claims c, whose links are the list l.chain: the text. */
  static final String SQL = "to_json({'row': c, 'chain': l.chain})::VARCHAR";

  /** Most times have no fraction: they need not be read to be written. */
  private static final int TO_THE_SECOND = "2026-01-31 12:00:00".length();

  private static final String CHAIN = "chain";
  private static final Set<String> KEPT = Set.of(FIELD);

  /** As {@link org.hearsay.store.search.one.OneArticle#claims} has them. */
  private static final Comparator<Map<String, Object>> IN_ARTICLE =
      Comparator.<Map<String, Object>>comparingLong(
              claim -> claim.get("comment") instanceof Number number ? number.longValue() : -1)
          .thenComparingLong(WholeClaims::start);

  private final ObjectReader objects = new ObjectMapper().readerForMapOf(Object.class);
  private final Set<String> times = new LinkedHashSet<>();

  /** Of tables with those columns. */
  WholeClaims(Tables tables) {
    for (Table table : tables.all()) {
      if (table.name().equals("claims") || table.name().equals("chain_links")) {
        table.columns().stream()
            .filter(column -> column.type().kind() == ColumnType.Kind.TIME)
            .map(Column::name)
            .forEach(times::add);
      }
    }
  }

  /** Those that a query finds, with their chains; absent values are left out. */
  List<Map<String, Object>> found(IndexSearcher searcher, Query query, int most)
      throws IOException {
    List<Map<String, Object>> out = new ArrayList<>();
    for (ScoreDoc one : searcher.search(new ConstantScoreQuery(query), most).scoreDocs) {
      of(searcher, one.doc).ifPresent(out::add);
    }
    return out;
  }

  /** That of a document. */
  Optional<Map<String, Object>> of(IndexSearcher searcher, int document) throws IOException {
    @Nullable BytesRef text =
        searcher.storedFields().document(document, KEPT).getBinaryValue(FIELD);
    return text == null ? Optional.empty() : Optional.of(read(text));
  }

  /** The same in the order in which an article has them, its own before those of its comments. */
  List<Map<String, Object>> inArticle(IndexSearcher searcher, Query query) throws IOException {
    List<Map<String, Object>> out = found(searcher, query, Math.max(1, searcher.count(query)));
    out.sort(IN_ARTICLE);
    return out;
  }

  private Map<String, Object> read(BytesRef text) throws IOException {
    Map<String, @Nullable Object> whole = objects.readValue(text.bytes, text.offset, text.length);
    Map<String, Object> out = plain(whole.get("row"));
    List<Map<String, Object>> links = new ArrayList<>();
    if (whole.get(CHAIN) instanceof List<?> all) {
      all.forEach(link -> links.add(plain(link)));
    }
    out.put(CHAIN, links);
    return out;
  }

  private Map<String, Object> plain(@Nullable Object row) {
    Map<String, Object> out = new LinkedHashMap<>();
    if (row instanceof Map<?, ?> columns) {
      columns.forEach(
          (column, value) -> {
            String name = String.valueOf(column);
            if (value != null) {
              out.put(name, times.contains(name) ? time(String.valueOf(value)) : value);
            }
          });
    }
    return out;
  }

  private static String time(String written) {
    if (written.length() == TO_THE_SECOND) {
      return written.replace(' ', 'T') + "Z";
    }
    return LocalDateTime.parse(written.replace(' ', 'T')).toInstant(ZoneOffset.UTC).toString();
  }

  /** Where its content begins; one that has none comes last. */
  private static long start(Map<String, Object> claim) {
    if (claim.get("content") instanceof List<?> spans
        && !spans.isEmpty()
        && spans.get(0) instanceof Map<?, ?> span
        && span.get("start") instanceof Number start) {
      return start.longValue();
    }
    return Long.MAX_VALUE;
  }
}
