package org.hearsay.store.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.hearsay.store.index.lucene.HoldsText;
import org.hearsay.store.search.Claims;
import org.hearsay.store.search.Filter;

/** Filters of claims as queries of the index. */
final class ClaimQueries {
  private final UnaryOperator<String> folding;

  /**
   * Folds words as the texts of the index are.
   *
   * @param folding as the store does it
   */
  ClaimQueries(UnaryOperator<String> folding) {
    this.folding = folding;
  }

  /**
   * What the filters choose; none where one of them is not known here.
   *
   * @param given the filters' values, which the listing takes
   * @param butFor the filter of that name does not count
   */
  Optional<Query> of(Map<String, List<String>> given, String butFor) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean any = false;
    for (Filter filter : Claims.LISTING.filters()) {
      List<String> values = filter.counting(given);
      if (values.isEmpty() || filter.name().equals(butFor)) {
        continue;
      }
      Optional<Query> one = one(filter, values);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get(), BooleanClause.Occur.FILTER);
      any = true;
    }
    return Optional.of(any ? all.build() : new MatchAllDocsQuery());
  }

  private Optional<Query> one(Filter filter, List<String> values) {
    String first = values.get(0);
    return switch (filter.name()) {
      case "minConfidence" -> Optional.of(atLeast(ClaimFields.CONFIDENCE, filter.number(first)));
      case "minCheckWorthiness" ->
          Optional.of(atLeast(ClaimFields.CHECK_WORTHINESS, filter.number(first)));
      case "from" ->
          Optional.of(
              LongPoint.newRangeQuery(
                  ClaimFields.DATED, ClaimFields.micros(filter.time(first)), Long.MAX_VALUE));
      case "to" ->
          Optional.of(
              LongPoint.newRangeQuery(
                  ClaimFields.DATED, Long.MIN_VALUE, ClaimFields.micros(filter.time(first)) - 1));
      case ClaimFields.TEXT -> Optional.of(words(first));
      default ->
          ClaimFields.isTerm(filter.name()) ? Optional.of(terms(filter, values)) : Optional.empty();
    };
  }

  private static Query atLeast(String field, double least) {
    return DoublePoint.newRangeQuery(ClaimFields.pointOf(field), least, Double.POSITIVE_INFINITY);
  }

  private Query words(String text) {
    BooleanQuery.Builder out = new BooleanQuery.Builder();
    for (String word : text.strip().split("\\s+", -1)) {
      out.add(new HoldsText(ClaimFields.TEXT, folding.apply(word)), BooleanClause.Occur.FILTER);
    }
    return out.build();
  }

  private static Query terms(Filter filter, List<String> values) {
    List<BytesRef> named = new ArrayList<>();
    boolean none = false;
    for (String value : values) {
      if (value.equals(Filter.NONE) && filter.none() != null) {
        none = true;
      } else {
        named.add(new BytesRef(value));
      }
    }
    Query has =
        named.size() == 1
            ? new TermQuery(new Term(filter.name(), named.get(0)))
            : new TermInSetQuery(filter.name(), named);
    if (!none) {
      return has;
    }
    return new BooleanQuery.Builder()
        .add(has, BooleanClause.Occur.SHOULD)
        .add(new TermQuery(new Term(ClaimFields.NONE, filter.name())), BooleanClause.Occur.SHOULD)
        .build();
  }
}
