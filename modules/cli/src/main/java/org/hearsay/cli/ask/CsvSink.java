package org.hearsay.cli.ask;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.hearsay.store.RowSink;
import org.jspecify.annotations.Nullable;

/** RFC 4180: a line of headings, then rows; NULL is nothing, lists and maps are JSON. */
final class CsvSink implements RowSink {
  private final PrintWriter out;
  private final Cells cells = new Cells();

  CsvSink(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void headings(List<Heading> headings) {
    line(headings.stream().map(Heading::name).toList());
  }

  @Override
  public void row(List<@Nullable Object> values) {
    line(values.stream().map(cells::text).toList());
  }

  private void line(List<String> texts) {
    out.print(texts.stream().map(CsvSink::quoted).collect(Collectors.joining(",")));
    out.print("\r\n");
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
