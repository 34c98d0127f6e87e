package org.hearsay.cli.ask;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.store.RowSink;
import org.jspecify.annotations.Nullable;

/** One JSON object a row, a line each; times in ISO 8601, UTC. */
final class JsonSink implements RowSink {
  private final PrintWriter out;
  private final Cells cells = new Cells();
  private List<Heading> headings = List.of();

  JsonSink(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void headings(List<Heading> given) {
    headings = List.copyOf(given);
  }

  @Override
  public void row(List<@Nullable Object> values) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      row.put(headings.get(i).name(), values.get(i));
    }
    out.println(cells.json(row));
  }
}
