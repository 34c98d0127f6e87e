package org.hearsay.cli.ask;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearsay.cli.output.Wrap;
import org.hearsay.store.RowSink;
import org.jspecify.annotations.Nullable;

/**
 * A table for people: cells are wrapped, never cut, so that it is no wider than asked for. Where
 * there are more columns than have room, each row is a list of names and values. It is laid out by
 * its first rows; later ones follow as they come.
 */
final class TableSink implements RowSink {
  private static final int NARROWEST = 8;
  private static final int LONGEST_WORD = 26;
  private static final String GAP = "  ";
  private static final String INDENT = "    ";

  /** Rows that are looked at before the widths are settled. */
  private static final int LOOKED_AT = 200;

  private final PrintWriter out;
  private final Cells shown = new Cells();
  private final int width;
  private List<Heading> headings = List.of();
  private final List<List<String>> waiting = new ArrayList<>();
  private int[] widths = new int[0];
  private boolean begun;
  private boolean listed;
  private long shownRows;

  TableSink(PrintWriter out, int width) {
    this.out = out;
    this.width = width;
  }

  @Override
  public void headings(List<Heading> given) {
    headings = List.copyOf(given);
  }

  @Override
  public void row(List<@Nullable Object> values) {
    List<String> cells = values.stream().map(shown::shown).toList();
    if (begun) {
      print(cells);
      return;
    }
    waiting.add(cells);
    if (waiting.size() >= LOOKED_AT) {
      begin();
    }
  }

  /** After the last row: says how many there were. */
  void finish(long rows) {
    if (!begun) {
      begin();
    }
    out.println("(" + rows + (rows == 1 ? " row)" : " rows)"));
  }

  private void begin() {
    begun = true;
    if (headings.isEmpty()) {
      return;
    }
    widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          IntStream.concat(
                  IntStream.of(Wrap.length(headings.get(i).name())),
                  waiting.stream().mapToInt(row -> Wrap.length(row.get(column))))
              .max()
              .orElse(1);
    }
    listed = !fit();
    if (!listed) {
      printRow(headings.stream().map(Heading::name).toList());
      out.println(String.join(GAP, Arrays.stream(widths).mapToObj("-"::repeat).toList()));
    }
    waiting.forEach(this::print);
    waiting.clear();
  }

  /**
   * Words whole where that can be, so that an id can be copied; else the longest are cut first.
   *
   * @return whether there is room
   */
  private boolean fit() {
    int[] words = IntStream.range(0, widths.length).map(this::longestWord).toArray();
    for (int cap = LONGEST_WORD; cap >= NARROWEST; cap--) {
      int most = cap;
      int[] least = Arrays.stream(words).map(word -> Math.min(word, most)).toArray();
      if (Arrays.stream(least).sum() <= room()) {
        fit(least);
        return true;
      }
    }
    return false;
  }

  private int room() {
    return width - GAP.length() * (widths.length - 1);
  }

  private int longestWord(int column) {
    return Stream.concat(
            Stream.of(headings.get(column).name()), waiting.stream().map(row -> row.get(column)))
        .flatMap(cell -> Stream.of(cell.split(" ")))
        .mapToInt(Wrap::length)
        .max()
        .orElse(1);
  }

  /** Takes from the widest until the table fits. */
  private void fit(int[] least) {
    while (Arrays.stream(widths).sum() > room()) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        if (widths[i] - least[i] > widths[widest] - least[widest]) {
          widest = i;
        }
      }
      if (widths[widest] <= least[widest]) {
        return;
      }
      widths[widest]--;
    }
  }

  private void print(List<String> cells) {
    shownRows++;
    if (listed) {
      printListed(cells);
    } else {
      printRow(cells);
    }
  }

  private void printListed(List<String> cells) {
    out.println("(row " + shownRows + ")");
    for (int i = 0; i < cells.size(); i++) {
      String named = (headings.get(i).name() + ": " + cells.get(i)).stripTrailing();
      out.println(
          String.join(
              System.lineSeparator() + INDENT,
              Wrap.lines(named, Math.max(1, width - INDENT.length()))));
    }
    out.println();
  }

  private void printRow(List<String> cells) {
    List<List<String>> columns = new ArrayList<>();
    int lines = 1;
    for (int i = 0; i < cells.size(); i++) {
      List<String> wrapped = Wrap.lines(cells.get(i), widths[i]);
      columns.add(wrapped);
      lines = Math.max(lines, wrapped.size());
    }
    for (int line = 0; line < lines; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        String part = line < columns.get(i).size() ? columns.get(i).get(line) : "";
        text.append(i == 0 ? "" : GAP).append(part);
        text.append(" ".repeat(Math.max(0, widths[i] - Wrap.length(part))));
      }
      out.println(text.toString().stripTrailing());
    }
  }
}
