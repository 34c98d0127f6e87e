package org.hearsay.store.search;

/**
 * Something whose values are counted.
 *
 * @param name as it is asked for; where a filter has that name, it does not narrow the values
 * @param value the value that the filter of that name takes
 * @param label the value's name, for people
 * @param from the tables, as they stand after FROM
 * @param count what counts rows, however often the tables join one
 */
public record Facet(String name, String value, String label, String from, String count) {
  /** Where no row is joined twice. */
  Facet(String name, String value, String label, String from) {
    this(name, value, label, from, "count(*)");
  }
}
