package org.hearsay.store.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.hearsay.store.index.lucene.IdOrder;
import org.hearsay.store.search.Cursor;
import org.hearsay.store.search.FilterException;
import org.hearsay.store.search.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Answers about claims from one state of the index: the same rows, with the same names, as the
 * statements of {@link org.hearsay.store.search.Claims#LISTING} have, with times as texts (ISO
 * 8601, UTC). None where a filter is asked for that the index does not know; then the statement is
 * to be asked.
 */
public final class ClaimSearch {
  private static final DateTimeFormatter AS_SQL =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private final IndexSearcher searcher;
  private final ClaimFields fields;
  private final ClaimQueries queries;
  private final WholeClaims whole;

  ClaimSearch(IndexSearcher searcher, ClaimFields fields, ClaimQueries queries, WholeClaims whole) {
    this.searcher = searcher;
    this.fields = fields;
    this.queries = queries;
    this.whole = whole;
  }

  /** As {@link Listing#page}: cursorValue, rowId, rowCommit; and the claim itself, whole. */
  public Optional<List<Map<String, Object>>> page(
      Map<String, List<String>> given, String sort, Optional<Cursor> after, int limit) {
    Optional<Query> query = queries.of(given, "");
    Optional<Sort> order = order(sort);
    if (query.isEmpty() || order.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(page(query.get(), order.get(), after, limit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Map<String, Object>> page(Query query, Sort order, Optional<Cursor> after, int limit)
      throws IOException {
    @Nullable FieldDoc last = after.isEmpty() ? null : last(order, after.get());
    ScoreDoc[] found =
        searcher.search(query, new TopFieldCollectorManager(order, limit, last, limit)).scoreDocs;
    List<Map<String, Object>> out = new ArrayList<>(found.length);
    for (ScoreDoc one : found) {
      Object[] decided = ((FieldDoc) one).fields;
      Map<String, Object> row = new LinkedHashMap<>();
      row.put(Listing.CURSOR_VALUE, written(order, decided[0]));
      row.put(Listing.ROW_ID, ((BytesRef) decided[1]).utf8ToString());
      row.put(Listing.ROW_COMMIT, commit(one.doc));
      whole.of(searcher, one.doc).ifPresent(claim -> row.put(Listing.ROW, claim));
      out.add(row);
    }
    return out;
  }

  /** The claims of those ids, by id, each with its chain: the row, and the links in their order. */
  public Map<String, Map<String, Object>> rows(List<String> ids) {
    Query query = new TermInSetQuery(ClaimFields.ID, ids.stream().map(BytesRef::new).toList());
    Map<String, Map<String, Object>> out = new HashMap<>();
    try {
      for (Map<String, Object> claim : whole.found(searcher, query, Math.max(1, ids.size()))) {
        out.put(String.valueOf(claim.get(ClaimFields.ID)), claim);
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The ids of all claims that are about one of these things, in no order.
   *
   * @return none where there are more than so many
   */
  public Optional<List<String>> about(List<String> entityIds, int most) {
    Query query =
        new TermInSetQuery(ClaimFields.ENTITY, entityIds.stream().map(BytesRef::new).toList());
    try {
      if (searcher.count(query) > most) {
        return Optional.empty();
      }
      Tallies.Ids ids = new Tallies.Ids();
      ids.over(searcher, query);
      return Optional.of(ids.all());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is counted of an outlet's claims, in its own voice: claims, anonymousShare, directShare,
   * and the lists speakers, verbs and speakerKinds, as {@link
   * org.hearsay.store.search.profiles.Outlets} has them.
   */
  public Map<String, Object> outlet(String outlet) {
    OutletTally out = new OutletTally(fields);
    try {
      out.over(searcher, said(ClaimFields.OUTLET, outlet));
      return out.told();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In an outlet's own voice. */
  private static Query said(String field, String value) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(field, value)), BooleanClause.Occur.FILTER)
        .add(new TermQuery(new Term("voice", "OUTLET")), BooleanClause.Occur.FILTER)
        .build();
  }

  /** How many claims each of these articles has in its own text, by id; those that have some. */
  public Map<String, Long> ofArticles(List<String> ids) {
    Map<String, Long> out = new HashMap<>();
    try {
      for (String id : ids) {
        long claims = searcher.count(said(ClaimFields.ARTICLE, id));
        if (claims > 0) {
          out.put(id, claims);
        }
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of an article and its comments, in its order. */
  public List<Map<String, Object>> ofArticle(String id) {
    try {
      return whole.inArticle(searcher, new TermQuery(new Term(ClaimFields.ARTICLE, id)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long commit(int document) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    @Nullable NumericDocValues values = leaf.reader().getNumericDocValues(ClaimFields.COMMIT);
    return values != null && values.advanceExact(document - leaf.docBase) ? values.longValue() : 0;
  }

  private static Optional<Sort> order(String name) {
    return switch (name) {
      case "newest" -> Optional.of(by(ClaimFields.DATED, true));
      case "oldest" -> Optional.of(by(ClaimFields.DATED, false));
      case "confidence" -> Optional.of(by(ClaimFields.CONFIDENCE, true));
      case "checkworthy" -> Optional.of(by(ClaimFields.CHECK_WORTHINESS, true));
      default -> Optional.empty();
    };
  }

  private static Sort by(String field, boolean descending) {
    return new Sort(
        new SortField(field, SortField.Type.LONG, descending),
        new SortField(ClaimFields.ID, new IdOrder(), descending));
  }

  private static boolean isTime(Sort order) {
    return ClaimFields.DATED.equals(order.getSort()[0].getField());
  }

  private static String written(Sort order, Object decided) {
    long value = (Long) decided;
    return isTime(order)
        ? time(value).format(AS_SQL)
        : Double.toString(NumericUtils.sortableLongToDouble(value));
  }

  private FieldDoc last(Sort order, Cursor cursor) {
    // As if it were the last document: of equals in order and id, which is itself, none comes.
    int behind = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    return new FieldDoc(
        behind, 0, new Object[] {decided(order, cursor.value()), new BytesRef(cursor.id())});
  }

  private static long decided(Sort order, String value) {
    try {
      return isTime(order)
          ? ClaimFields.micros(LocalDateTime.parse(value.replace(' ', 'T')))
          : NumericUtils.doubleToSortableLong(Double.parseDouble(value));
    } catch (DateTimeException | NumberFormatException e) {
      throw new FilterException("cursor", "is the next of an earlier answer, as it was given");
    }
  }

  private static LocalDateTime time(long micros) {
    return LocalDateTime.ofInstant(instant(micros), ZoneOffset.UTC);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** Shows a tally what the filters choose; none where one of them is not known here. */
  private <T extends Tally> Optional<T> tally(
      Map<String, List<String>> given, String butFor, Supplier<T> empty) {
    Optional<Query> query = queries.of(given, butFor);
    if (query.isEmpty()) {
      return Optional.empty();
    }
    T out = empty.get();
    try {
      out.over(searcher, query.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(out);
  }

  /** As {@link Listing#facet}: value, name where there is one, count. */
  public Optional<List<Map<String, Object>>> facet(
      String facet, Map<String, List<String>> given, int limit) {
    if (!fields.isCounted(facet)) {
      return Optional.empty();
    }
    Codes codes = fields.codes(facet);
    return tally(given, facet, () -> new Tallies.Counts(facet, codes.size()))
        .map(counts -> most(counts, codes, limit));
  }

  private static List<Map<String, Object>> most(Tallies.Counts counts, Codes codes, int limit) {
    Comparator<Integer> better =
        Comparator.<Integer>comparingInt(counts::of)
            .thenComparing(code -> new BytesRef(codes.text(code)), Comparator.reverseOrder());
    PriorityQueue<Integer> best = new PriorityQueue<>(better);
    for (int code = 0; code < counts.size(); code++) {
      if (counts.of(code) > 0) {
        best.add(code);
        if (best.size() > limit) {
          best.remove();
        }
      }
    }
    List<Integer> order = new ArrayList<>(best);
    order.sort(better.reversed());
    List<Map<String, Object>> out = new ArrayList<>();
    for (int code : order) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("value", codes.text(code));
      @Nullable String name = codes.name(code);
      if (name != null) {
        row.put("name", name);
      }
      row.put("count", (long) counts.of(code));
      out.add(row);
    }
    return out;
  }

  /** As {@link org.hearsay.store.search.Claims#SUMS}: total, outlets, articles, speakers. */
  public Optional<Map<String, Object>> sums(Map<String, List<String>> given) {
    return tally(given, "", () -> new Tallies.Sums(fields))
        .map(
            sums -> {
              Map<String, Object> out = new LinkedHashMap<>();
              out.put("total", sums.total());
              out.put("outlets", sums.outlets());
              out.put("articles", sums.articles());
              out.put("speakers", sums.speakers());
              return out;
            });
  }

  /** As {@link org.hearsay.store.search.Claims#SPAN}: first, last, undated. */
  public Optional<Map<String, Object>> span(Map<String, List<String>> given) {
    return tally(given, "", Tallies.Span::new)
        .map(
            span -> {
              Map<String, Object> out = new LinkedHashMap<>();
              if (!span.isEmpty()) {
                out.put("first", instant(span.first()).toString());
                out.put("last", instant(span.last()).toString());
              }
              out.put("undated", span.undated());
              return out;
            });
  }

  /** As {@link Listing#series} over the claims' time: at, count. */
  public Optional<List<Map<String, Object>>> series(Map<String, List<String>> given, String by) {
    return tally(given, "", () -> new Tallies.Series(by))
        .map(
            series -> {
              List<Map<String, Object>> out = new ArrayList<>();
              new TreeMap<>(series.counts())
                  .forEach(
                      (at, count) -> {
                        Map<String, Object> row = new LinkedHashMap<>();
                        row.put("at", instant(at).toString());
                        row.put("count", count);
                        out.add(row);
                      });
              return out;
            });
  }
}
