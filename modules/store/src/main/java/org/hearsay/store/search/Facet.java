package org.hearsay.store.search;

/**
 * Something whose values are counted.
 *
 * @param name as it is asked for; where a filter has that name, it does not narrow the values
 * @param rows a query with the columns value, which the filter of that name takes, and name, for
 *     people; {@code {}} stands for what is true of the wanted rows
 */
public record Facet(String name, String rows) {
  /** A column of a table, with another that has its names. */
  static Facet of(String name, String value, String label, String table) {
    return new Facet(
        name, "SELECT %s AS \"value\", %s AS name FROM %s WHERE {}".formatted(value, label, table));
  }

  /** A column of words. */
  static Facet of(String name, String value, String table) {
    return of(name, value, value, table);
  }
}
