package org.hearsay.store.search;

/**
 * An order of rows.
 *
 * @param name as it is asked for
 * @param sql what decides, never NULL; the row's id does between equals
 * @param type its type in SQL
 * @param descending whether the greatest comes first
 */
public record Sort(String name, String sql, String type, boolean descending) {
  /** How it stands in a statement. */
  String order(String id) {
    String way = descending ? " DESC" : " ASC";
    return sql + way + ", " + id + way;
  }

  /** What is true of rows after one of which the value and the id are given. */
  String after(String id, String value, String lastId) {
    String way = descending ? " < " : " > ";
    String typed = value + "::" + type;
    return "(%s%s%s OR (%s = %s AND %s%s%s))"
        .formatted(sql, way, typed, sql, typed, id, way, lastId);
  }
}
