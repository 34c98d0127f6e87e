package org.hearsay.web.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.store.RowSink;
import org.hearsay.web.api.Asker;
import org.hearsay.web.http.Answer;
import org.hearsay.web.http.Csv;
import org.hearsay.web.shapes.Shape;
import org.jspecify.annotations.Nullable;

/** An answer as columns and rows. */
final class AnswerTable implements RowSink {
  private final int most;
  private final List<Heading> headings = new ArrayList<>();
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private boolean truncated;

  /** Of so many rows at most; those after them are left out. */
  AnswerTable(int most) {
    this.most = most;
  }

  @Override
  public void headings(List<Heading> all) {
    headings.addAll(all);
  }

  @Override
  public void row(List<@Nullable Object> values) {
    if (rows.size() == most) {
      truncated = true;
      return;
    }
    List<@Nullable Object> row = new ArrayList<>(values.size());
    values.forEach(value -> row.add(Asker.plain(value)));
    rows.add(row);
  }

  /** Whether it has no rows. */
  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** What {@link #told} gives. */
  static Shape shape(String name) {
    Shape column =
        Shape.object()
            .with("name", Shape.text(), "")
            .with("type", Shape.text(), "In SQL, DuckDB's.");
    return Shape.object(name)
        .with("columns", Shape.list(column), "What each value of a row is of.")
        .with("rows", Shape.list(Shape.list(Shape.any())), "A list of values for each.")
        .with("truncated", Shape.truth(), "Whether there are more rows.");
  }

  /** Columns with name and type, rows as lists, and whether there are more rows. */
  Map<String, @Nullable Object> told() {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    List<Map<String, String>> columns = new ArrayList<>();
    for (Heading heading : headings) {
      Map<String, String> column = new LinkedHashMap<>();
      column.put("name", heading.name());
      column.put("type", heading.type());
      columns.add(column);
    }
    out.put("columns", columns);
    out.put("rows", rows);
    out.put("truncated", truncated);
    return out;
  }

  /** The same as CSV. */
  Answer csv(String name) {
    return Csv.answer(headings.stream().map(Heading::name).toList(), rows).asFile(name + ".csv");
  }
}
