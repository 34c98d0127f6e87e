package org.hearsay.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps an answer. */
public final class Rows implements RowSink {
  private List<Heading> headings = List.of();
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  /** What a statement without parameters answers. */
  public static List<List<@Nullable Object>> of(QueryStore store, String sql) {
    return of(store, sql, Map.of());
  }

  /** What a statement answers. */
  public static List<List<@Nullable Object>> of(
      QueryStore store, String sql, Map<String, @Nullable String> parameters) {
    Rows out = new Rows();
    try (QuerySession session = store.session()) {
      session.run(sql, parameters, out);
    }
    return out.rows;
  }

  /** The columns' names. */
  public List<String> names() {
    return headings.stream().map(Heading::name).toList();
  }

  /** The rows. */
  public List<List<@Nullable Object>> rows() {
    return rows;
  }

  @Override
  public void headings(List<Heading> given) {
    headings = given;
  }

  @Override
  public void row(List<@Nullable Object> values) {
    rows.add(values);
  }
}
