package org.hearsay.cli.ask;

import java.io.PrintWriter;
import java.util.List;
import org.hearsay.store.RowSink;
import org.jspecify.annotations.Nullable;

/** RFC 4180: a line of headings, then rows; NULL is nothing, lists and maps are JSON. */
final class CsvSink implements RowSink {
  private final PrintWriter out;

  CsvSink(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void headings(List<Heading> headings) {
    line(headings.stream().map(Heading::name).toList());
  }

  @Override
  public void row(List<@Nullable Object> values) {
    line(values.stream().map(Cells::text).toList());
  }

  private void line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      if (!line.isEmpty() || line.length() != 0) {
        line.append(',');
      }
      line.append(quoted(cell));
    }
    out.print(line);
    out.print("\r\n");
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
