package org.hearsay.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hearsay.store.search.Claims;
import org.hearsay.store.search.Cursor;
import org.hearsay.store.search.Filter;
import org.hearsay.store.search.Listing;
import org.hearsay.store.search.Sort;
import org.hearsay.store.search.Statement;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Asked;
import org.hearsay.web.http.Csv;
import org.hearsay.web.http.Parameter;
import org.hearsay.web.http.Problem;
import org.hearsay.web.http.Route;
import org.jspecify.annotations.Nullable;

/** Lists of rows: filtered, sorted, a page at a time, or whole as CSV. */
public final class Lists {
  /** How many rows a page has at most. */
  static final int MOST = 500;

  /** How many rows a CSV has at most. */
  static final int MOST_CSV = 10_000;

  private static final Parameter LIMIT =
      Parameter.number("limit", "How many rows, at most " + MOST + ".", 50);
  private static final Parameter CURSOR =
      Parameter.text("cursor", "Where an earlier answer ended: its next.");
  private static final Parameter FORMAT =
      Parameter.word(
          "format",
          "json: a page; csv: RFC 4180, all rows up to " + MOST_CSV + ".",
          "json",
          "json",
          "csv");

  private final Asker asker;
  private final KnownRows known = new KnownRows();

  /** Over that store. */
  public Lists(Asker asker) {
    this.asker = asker;
  }

  /** The route of a listing. */
  public Route route(
      Listing listing, String answer, UnaryOperator<List<Map<String, Object>>> more) {
    List<Parameter> parameters = new ArrayList<>(filters(listing));
    parameters.add(
        new Parameter(
            "sort",
            Parameter.Place.QUERY,
            "string",
            false,
            listing.sorts().stream().map(Sort::name).toList(),
            listing.sorts().get(0).name(),
            "Which rows come first."));
    parameters.addAll(List.of(LIMIT, CURSOR, FORMAT));
    return Route.get(
        "/api/" + listing.name(),
        "list-" + listing.name(),
        listing.doc() + " A list of them, by filters.",
        parameters,
        answer,
        asked -> answer(listing, asked, more));
  }

  /** The parameters that a listing's filters are. */
  public static List<Parameter> filters(Listing listing) {
    return listing.filters().stream().map(Lists::parameter).toList();
  }

  private static Parameter parameter(Filter filter) {
    List<String> words = new ArrayList<>(filter.words());
    if (!words.isEmpty() && filter.none() != null) {
      words.add(Filter.NONE);
    }
    if (!words.isEmpty() && filter.fallback() != null) {
      words.add(Filter.ANY);
    }
    String type =
        switch (filter.kind()) {
          case NUMBER -> "number";
          case FLAG -> "boolean";
          case KEY, WORD, TIME, TEXT -> "string";
        };
    return new Parameter(
        filter.name(),
        Parameter.Place.QUERY,
        type,
        filter.kind().takesSeveral(),
        words,
        filter.fallback(),
        filter.doc());
  }

  /**
   * Refuses what is no parameter: a misspelt one would be ignored, and the answer would be of
   * something else.
   */
  public static void requireKnown(Asked asked, Listing listing, Set<String> others) {
    Set<String> known = new LinkedHashSet<>(others);
    listing.filters().forEach(filter -> known.add(filter.name()));
    asked.requireKnown(known);
  }

  private Answer answer(
      Listing listing, Asked asked, UnaryOperator<List<Map<String, Object>>> more) {
    requireKnown(asked, listing, Set.of("sort", "limit", "cursor", "format"));
    Sort sort = listing.sort(asked.one("sort"));
    if (asked.word(FORMAT).equals("csv")) {
      Statement all = listing.whole(asked.query(), sort, MOST_CSV);
      return csv(asker.rows(all)).asFile(listing.name() + ".csv");
    }
    int limit = asked.number(LIMIT, 1, MOST);
    Optional<Cursor> after = asked.one("cursor").map(Cursor::parse);
    if (after.isPresent() && !after.get().sort().equals(sort.name())) {
      throw Problem.parameter("cursor", "is of another order: sort=" + after.get().sort());
    }
    // One more than is wanted tells whether there are more.
    List<Map<String, Object>> ids = ids(listing, asked.query(), sort, after, limit + 1);
    @Nullable String next = null;
    if (ids.size() > limit) {
      ids = ids.subList(0, limit);
      Map<String, Object> last = ids.get(limit - 1);
      next =
          new Cursor(
                  sort.name(),
                  String.valueOf(last.get(Listing.CURSOR_VALUE)),
                  String.valueOf(last.get(Listing.ROW_ID)))
              .text();
    }
    List<Map<String, Object>> rows = rows(listing, ids);
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("rows", more.apply(rows));
    out.put("next", next);
    out.put("commit", asker.commit());
    out.put("sql", listing.whole(asked.query(), sort, limit).written());
    return Answer.json(out);
  }

  private List<Map<String, Object>> ids(
      Listing listing,
      Map<String, List<String>> given,
      Sort sort,
      Optional<Cursor> after,
      int limit) {
    // Made in any case: it says what is wrong with a value.
    Statement statement = listing.page(given, sort, after, limit);
    return listing.equals(Claims.LISTING)
        ? asker.claims(
            search -> search.page(given, sort.name(), after, limit), () -> asker.rows(statement))
        : asker.rows(statement);
  }

  /** The rows of those ids, in their order. One that has just been replaced may be gone. */
  private List<Map<String, Object>> rows(Listing listing, List<Map<String, Object>> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<String> wanted = ids.stream().map(Lists::id).toList();
    Map<String, Map<String, Object>> found = new HashMap<>();
    for (Map<String, Object> row : ids) {
      known
          .find(listing.name(), id(row), commit(row))
          .ifPresent(there -> found.put(id(row), there));
    }
    List<String> missing = wanted.stream().filter(id -> !found.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      for (Map<String, Object> row : asker.rows(listing.rows(missing))) {
        String id = String.valueOf(row.remove(Listing.ROW_ID));
        known.keep(listing.name(), id, number(row.get("commit")), row);
        found.put(id, row);
      }
    }
    List<Map<String, Object>> out = new ArrayList<>();
    for (String id : wanted) {
      @Nullable Map<String, Object> row = found.get(id);
      if (row != null) {
        out.add(row);
      }
    }
    return out;
  }

  private static String id(Map<String, Object> row) {
    return String.valueOf(row.get(Listing.ROW_ID));
  }

  private static long commit(Map<String, Object> row) {
    return number(row.get(Listing.ROW_COMMIT));
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  /** Rows as RFC 4180 has them; what is no text, number or truth as JSON. */
  public static Answer csv(List<Map<String, Object>> rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    List<List<@Nullable Object>> lines = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      List<@Nullable Object> line = new ArrayList<>();
      columns.forEach(column -> line.add(row.get(column)));
      lines.add(line);
    }
    return Csv.answer(List.copyOf(columns), lines);
  }
}
