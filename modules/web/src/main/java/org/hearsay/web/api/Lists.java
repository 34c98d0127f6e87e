package org.hearsay.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hearsay.store.RowSink;
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
import org.hearsay.web.shapes.Reply;
import org.hearsay.web.shapes.Shape;
import org.jspecify.annotations.Nullable;

/** Lists of rows: filtered, sorted, a page at a time, or whole as CSV. */
public final class Lists {
  /** How many rows a page has at most. */
  static final int MOST = 500;

  /** How many rows a CSV has at most. */
  static final int MOST_CSV = 10_000;

  private static final Parameter LIMIT =
      Parameter.number(
          "limit", "How many rows, at most " + MOST + "; as CSV " + MOST_CSV + ".", 50);
  private static final Parameter CURSOR =
      Parameter.text("cursor", "Where an earlier answer ended: its next.");
  private static final Parameter FORMAT =
      Parameter.word(
          "format",
          "json: a page; csv: RFC 4180, all rows up to " + MOST_CSV + ", or up to limit.",
          "json",
          "json",
          "csv");

  private final Asker asker;
  private final KnownRows known = new KnownRows();

  /** Over that store. */
  public Lists(Asker asker) {
    this.asker = asker;
  }

  /**
   * The route of a listing.
   *
   * @param page what a page of it looks like
   * @param more adds to rows what the listing does not have
   */
  public Route route(Listing listing, Shape page, UnaryOperator<List<Map<String, Object>>> more) {
    List<Parameter> parameters = new ArrayList<>(filters(listing));
    parameters.add(
        new Parameter(
            "sort",
            Parameter.Place.QUERY,
            "string",
            false,
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
        Reply.of(page).orCsv(),
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
          case NUMBER, SHARE, TONE -> "number";
          case FLAG -> "boolean";
          case KEY, WORD, TIME, TEXT -> "string";
        };
    return new Parameter(
        filter.name(),
        Parameter.Place.QUERY,
        type,
        false,
        filter.kind().takesSeveral(),
        words,
        filter.fallback(),
        filter.doc());
  }

  private Answer answer(
      Listing listing, Asked asked, UnaryOperator<List<Map<String, Object>>> more) {
    Sort sort = listing.sort(asked.one("sort"));
    if (asked.word(FORMAT).equals("csv")) {
      int most = asked.one(LIMIT.name()).isPresent() ? asked.number(LIMIT, 1, MOST_CSV) : MOST_CSV;
      Statement all = listing.whole(asked.query(), sort, most);
      return csv(asker, all).asFile(listing.name() + ".csv");
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
      if (row.get(Listing.ROW) instanceof Map<?, ?> whole) {
        found.put(id(row), plain(whole));
      } else {
        known
            .find(listing.name(), id(row), commit(row))
            .ifPresent(there -> found.put(id(row), there));
      }
    }
    List<String> missing = wanted.stream().filter(id -> !found.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      for (Map<String, Object> row : asker.rows(listing.rows(missing))) {
        String id = String.valueOf(row.remove(Listing.ROW_ID));
        known.keep(listing.name(), id, Asker.number(row.get("commit")), row);
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

  private static Map<String, Object> plain(Map<?, ?> row) {
    Map<String, Object> out = new LinkedHashMap<>();
    row.forEach((column, value) -> out.put(String.valueOf(column), value));
    return out;
  }

  private static String id(Map<String, Object> row) {
    return String.valueOf(row.get(Listing.ROW_ID));
  }

  private static long commit(Map<String, Object> row) {
    return Asker.number(row.get(Listing.ROW_COMMIT));
  }

  /** Rows as RFC 4180 has them, below a line of all columns; lists and objects as JSON. */
  public static Answer csv(Asker asker, Statement statement) {
    List<String> names = new ArrayList<>();
    List<List<@Nullable Object>> lines = new ArrayList<>();
    asker.run(
        statement.sql(),
        new LinkedHashMap<String, @Nullable String>(statement.values()),
        new RowSink() {
          @Override
          public void headings(List<Heading> all) {
            all.forEach(heading -> names.add(heading.name()));
          }

          @Override
          public void row(List<@Nullable Object> values) {
            List<@Nullable Object> line = new ArrayList<>(values.size());
            values.forEach(value -> line.add(Asker.plain(value)));
            lines.add(line);
          }
        });
    return Csv.answer(names, lines);
  }
}
