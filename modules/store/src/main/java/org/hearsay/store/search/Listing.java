package org.hearsay.store.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that can be searched.
 *
 * @param name what they are, as it stands in addresses
 * @param doc what a row is, for people
 * @param columns what is selected
 * @param from the tables, as they stand after FROM
 * @param id what tells a row from others
 * @param filters what rows are chosen by
 * @param sorts the orders; the first where none is asked for
 */
public record Listing(
    String name,
    String doc,
    String columns,
    String from,
    String id,
    List<Filter> filters,
    List<Sort> sorts) {

  /** The columns of an answer that say where the next one goes on; for nobody else. */
  public static final String CURSOR_VALUE = "cursorValue";

  /** The row's id, likewise. */
  public static final String ROW_ID = "rowId";

  /**
   * The transaction that wrote the row, likewise: of one id and one transaction rows are the same.
   */
  public static final String ROW_COMMIT = "rowCommit";

  /** The row itself, as others see it, where whoever found its id had it at hand. */
  public static final String ROW = "row";

  /** Keeps its own copies of the lists. */
  public Listing {
    filters = List.copyOf(filters);
    sorts = List.copyOf(sorts);
  }

  /**
   * The ids of the rows that are wanted, in order. Their columns are asked for after that: sorting
   * rows of many columns takes several times as long.
   *
   * @param given the filters' values, by name; other names are ignored
   * @param sort the order, by name
   * @param after where an earlier answer ended
   * @param limit how many rows at most
   * @throws FilterException for a value that a filter, or the order, does not take
   */
  public Statement page(
      Map<String, List<String>> given, Sort sort, Optional<Cursor> after, int limit) {
    Conditions conditions = new Conditions("p").add(filters, given, "");
    after.ifPresent(
        cursor ->
            conditions.add(
                sort.after(id, conditions.value(cursor.value()), conditions.value(cursor.id()))));
    return new Statement(
        "SELECT (%s)::VARCHAR AS %s, %s AS %s, %s AS %s%nFROM %s%nWHERE %s%nORDER BY %s%nLIMIT %d"
            .formatted(
                sort.sql(),
                CURSOR_VALUE,
                id,
                ROW_ID,
                commitColumn(),
                ROW_COMMIT,
                from,
                conditions.all(),
                sort.order(id),
                limit),
        conditions.values());
  }

  /** The rows of those ids, in any order, each with its id in {@link #ROW_ID}. */
  public Statement rows(List<String> ids) {
    Conditions values = new Conditions("p");
    String in = String.join(", ", ids.stream().map(values::value).toList());
    return new Statement(
        "SELECT %s, %s AS %s%nFROM %s%nWHERE %s IN (%s)"
            .formatted(columns, id, ROW_ID, from, id, in),
        values.values());
  }

  /** The same as people would write it: all rows, without what pages need. */
  public Statement whole(Map<String, List<String>> given, Sort sort, int limit) {
    Conditions conditions = new Conditions("p").add(filters, given, "");
    return new Statement(
        "SELECT %s%nFROM %s%nWHERE %s%nORDER BY %s%nLIMIT %d"
            .formatted(columns, from, conditions.all(), sort.order(id), limit),
        conditions.values());
  }

  /** Rows that a transaction wrote after the given one, in the order in which they came. */
  public Statement since(Map<String, List<String>> given, long commit, String lastId, int limit) {
    Conditions conditions = new Conditions("p").add(filters, given, "");
    Sort order = new Sort("arrival", commitColumn(), "BIGINT", false);
    conditions.add(
        order.after(id, conditions.value(Long.toString(commit)), conditions.value(lastId)));
    return new Statement(
        "SELECT %s%nFROM %s%nWHERE %s%nORDER BY %s%nLIMIT %d"
            .formatted(columns, from, conditions.all(), order.order(id), limit),
        conditions.values());
  }

  private String commitColumn() {
    return id.replace("(", "").substring(0, id.replace("(", "").indexOf('.') + 1) + "\"commit\"";
  }

  /** The one row of that id. */
  public Statement one(String wanted) {
    return new Statement(
        "SELECT %s%nFROM %s%nWHERE %s = $p1".formatted(columns, from, id), Map.of("p1", wanted));
  }

  /**
   * How often each value of something is among the wanted rows, the most frequent first.
   *
   * @param facet of what
   * @param limit how many values at most
   */
  public Statement facet(Facet facet, Map<String, List<String>> given, int limit) {
    Conditions conditions = new Conditions("p").add(filters, given, facet.name());
    return new Statement(
        """
        SELECT "value", any_value(name) AS name, count(*) AS count
        FROM (%s)
        WHERE "value" IS NOT NULL
        GROUP BY 1
        ORDER BY count DESC, 1
        LIMIT %d\
        """
            .formatted(facet.rows().replace("{}", conditions.all()), limit),
        conditions.values());
  }

  /**
   * How many of the wanted rows there are in each stretch of time.
   *
   * @param by hour, day, week or month
   * @param at their time
   */
  public Statement series(Map<String, List<String>> given, String by, String at) {
    Conditions conditions = new Conditions("p").add(filters, given, "");
    return new Statement(
        """
        SELECT date_trunc('%s', %s) AS "at", count(*) AS count
        FROM %s
        WHERE %s
        GROUP BY 1
        ORDER BY 1\
        """
            .formatted(by, at, from, conditions.all()),
        conditions.values());
  }

  /**
   * What two series answer beside each other, for people to run: of each stretch in which some are
   * chosen how many, {@code claims}, and how many there are of all, {@code of}.
   */
  public static String besideAll(Statement chosen, Statement all) {
    return """
        SELECT c."at", c.count AS claims, a.count AS "of"
        FROM (
        %s
        ) c JOIN (
        %s
        ) a ON a."at" = c."at"
        ORDER BY c."at"\
        """
        .formatted(chosen.written(), all.written());
  }

  /**
   * How many of the wanted rows there are in each of so many equal parts of 0..1: the number of a
   * part, from 0, and how many rows, in order; parts without any are left out.
   *
   * @param value a number from 0 to 1; what is 1 is in the last part
   */
  public Statement parts(Map<String, List<String>> given, String value, int parts) {
    Conditions conditions = new Conditions("p").add(filters, given, "");
    return new Statement(
        """
        SELECT least(%d, floor(%s * %d))::INTEGER AS part, count(*) AS count
        FROM %s
        WHERE %s
        GROUP BY 1
        ORDER BY 1\
        """
            .formatted(parts - 1, value, parts, from, conditions.all()),
        conditions.values());
  }

  /**
   * What holds of the wanted rows together.
   *
   * @param sums expressions with their names, as they stand after SELECT
   */
  public Statement sums(Map<String, List<String>> given, String sums) {
    Conditions conditions = new Conditions("p").add(filters, given, "");
    return new Statement(
        "SELECT %s%nFROM %s%nWHERE %s".formatted(sums, from, conditions.all()),
        conditions.values());
  }

  /**
   * The order of that name; the first where none is given.
   *
   * @throws FilterException when there is none
   */
  public Sort sort(Optional<String> wanted) {
    if (wanted.isEmpty()) {
      return sorts.get(0);
    }
    return sorts.stream()
        .filter(sort -> sort.name().equals(wanted.get()))
        .findFirst()
        .orElseThrow(
            () ->
                new FilterException(
                    "sort",
                    "takes "
                        + String.join(", ", sorts.stream().map(Sort::name).toList())
                        + ", not "
                        + wanted.get()));
  }
}
