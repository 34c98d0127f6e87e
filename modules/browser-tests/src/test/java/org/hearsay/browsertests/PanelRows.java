package org.hearsay.browsertests;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a panel shows and what its statement answers, beside each other. */
final class PanelRows {
  /** The figures in a panel, but for those in parts of it that have a statement of their own. */
  static final String FIGURES =
      """
      box => [...box.querySelectorAll('.n, .count, .names b')]
        .filter(e => !e.closest('th, .told, button') && e.closest('section') === box)
        .map(e => e.innerText.trim().match(/^[-+\u2212]?[\\d.,]+(\\s?%)?/)?.[0])
        .filter(text => text)
      """;

  private PanelRows() {}

  /** The cells of a row of an answer, as they are compared: times in one way of writing them. */
  static List<String> cells(JsonNode row) {
    List<String> out = new ArrayList<>();
    row.forEach(
        cell ->
            out.add(
                cell.isNull() ? "" : same(cell.isValueNode() ? cell.asText() : cell.toString())));
    return out;
  }

  private static String same(String cell) {
    if (cell.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?")) {
      return "%.9f".formatted(Double.parseDouble(cell));
    }
    return cell.matches("\\d{4}-\\d\\d-\\d\\d[T ].*")
        ? cell.replace(' ', 'T').replaceAll("(\\.0+)?Z?$", "")
        : cell;
  }

  /** Names that are spelled in several ways are one: which of them stands for all is by chance. */
  private static String folded(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /** The rows of a panel's own file, without its line of names. */
  static List<List<String>> read(String csv) {
    List<List<String>> out = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < csv.length(); at++) {
      char c = csv.charAt(at);
      if (c == '"') {
        // A quotation mark inside of a cell stands there twice.
        if (!quoted && at > 0 && csv.charAt(at - 1) == '"') {
          cell.append(c);
        }
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(same(cell.toString()));
        cell.setLength(0);
        if (c == '\n') {
          out.add(row);
          row = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return out.subList(1, out.size());
  }

  /** Where the file's rows are others than the answer's, which may have more columns. */
  static List<String> different(List<List<String>> file, List<List<String>> answer) {
    List<String> out = new ArrayList<>();
    if (file.size() != answer.size()) {
      out.add(file.size() + " rows in the file, " + answer.size() + " in the answer");
      return out;
    }
    for (int row = 0; row < file.size(); row++) {
      List<String> found = answer.get(row).stream().map(PanelRows::folded).toList();
      Optional<String> missing =
          file.get(row).stream()
              .filter(cell -> !cell.isEmpty() && !found.contains(folded(cell)))
              .findFirst();
      int at = row;
      missing.ifPresent(cell -> out.add("row " + at + ": " + cell + " is not in " + found));
    }
    return out;
  }

  /**
   * Figures on the screen that stand in no row of the answer, and are not the sum of those rows
   * that begin with the same name.
   */
  static List<String> untold(List<?> figures, List<List<String>> answer) {
    List<Double> known = new ArrayList<>();
    Map<String, Double> sums = new HashMap<>();
    for (List<String> row : answer) {
      List<Double> numbers =
          row.stream()
              .filter(cell -> cell.matches("-?\\d+\\.\\d{9}"))
              .map(Double::valueOf)
              .toList();
      known.addAll(numbers);
      if (!numbers.isEmpty()) {
        sums.merge(row.get(0), numbers.get(numbers.size() - 1), Double::sum);
      }
    }
    known.addAll(sums.values());
    List<String> out = new ArrayList<>();
    for (Object figure : figures) {
      if (known.stream().noneMatch(number -> shows(String.valueOf(figure), number))) {
        out.add("shows " + figure + ", which its statement does not answer");
      }
    }
    return out;
  }

  private static boolean shows(String figure, double number) {
    boolean share = figure.endsWith("%");
    String text = figure.replaceAll("[,%\\h]", "").replace('\u2212', '-').replaceFirst("^\\+", "");
    int point = text.indexOf('.');
    if (point < 0 && !share) {
      return number == Double.parseDouble(text);
    }
    double last = Math.pow(10, point < 0 ? 0 : point + 1.0 - text.length());
    return Math.abs(number * (share ? 100 : 1) - Double.parseDouble(text)) <= 0.5000001 * last;
  }
}
