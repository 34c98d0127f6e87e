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
  private final Naming naming;

  /**
   * Folds words as the texts of the index are.
   *
   * @param folding as the store does it
   * @param naming which claims name those whom the catalogue does not know
   */
  ClaimQueries(UnaryOperator<String> folding, Naming naming) {
    this.folding = folding;
    this.naming = naming;
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
    List<String> parts = Filter.parts(text);
    if (parts.isEmpty()) {
      return new MatchAllDocsQuery();
    }
    BooleanQuery.Builder out = new BooleanQuery.Builder();
    for (String part : parts) {
      out.add(new HoldsText(ClaimFields.TEXT, folding.apply(part)), BooleanClause.Occur.FILTER);
    }
    return out.build();
  }

  private Query terms(Filter filter, List<String> values) {
    List<BytesRef> keys = new ArrayList<>();
    List<String> named = new ArrayList<>();
    List<Query> any = new ArrayList<>();
    for (String value : values) {
      if (value.equals(Filter.NONE) && filter.none() != null) {
        any.add(new TermQuery(new Term(ClaimFields.NONE, filter.name())));
      } else if (filter.isNamed(value)) {
        named.add(value);
      } else {
        keys.add(new BytesRef(value));
      }
    }
    if (!named.isEmpty()) {
      any.add(
          new TermInSetQuery(
              ClaimFields.ID, naming.claims(named).stream().map(BytesRef::new).toList()));
    }
    if (!keys.isEmpty()) {
      any.add(
          keys.size() == 1
              ? new TermQuery(new Term(filter.name(), keys.get(0)))
              : new TermInSetQuery(filter.name(), keys));
    }
    if (any.size() == 1) {
      return any.get(0);
    }
    BooleanQuery.Builder out = new BooleanQuery.Builder();
    any.forEach(query -> out.add(query, BooleanClause.Occur.SHOULD));
    return out.build();
  }
}
