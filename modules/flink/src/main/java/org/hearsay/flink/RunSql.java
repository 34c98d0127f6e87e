package org.hearsay.flink;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.CloseableIterator;

/**
 * Runs files of Flink SQL in a cluster inside of this process, one after the other, as Flink's SQL
 * client does. Of each query (it begins with SELECT or WITH) it prints the rows that are left once
 * all changes are made: the file's name and the columns, parted by tabs; an absent value is NULL.
 * Other statements it waits for.
 */
public final class RunSql {

  /** Two hyphens that begin a line or follow a blank: none of our texts has them. */
  private static final Pattern REMARK = Pattern.compile("(^|\\s)--.*");

  private RunSql() {}

  /**
   * Runs the files named by the arguments.
   *
   * @throws Exception where a statement fails
   */
  public static void main(String[] files) throws Exception {
    TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    tables.getConfig().set("parallelism.default", "1");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String name : files) {
      Path file = Path.of(name);
      for (String statement : statements(file)) {
        TableResult result = tables.executeSql(statement);
        if (isQuery(statement)) {
          rows(result).forEach(row -> out.println(file.getFileName() + "\t" + row));
        } else {
          result.await();
        }
      }
    }
  }

  /** The statements of a file. They end at a semicolon at the end of a line. */
  static List<String> statements(Path file) throws IOException {
    String code =
        Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .map(line -> REMARK.matcher(line).replaceFirst(""))
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n"));
    return Arrays.stream(code.split(";\\s*(\\n|$)"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  private static boolean isQuery(String statement) {
    return statement.startsWith("SELECT") || statement.startsWith("WITH");
  }

  // What close may throw goes on to the caller.
  @SuppressWarnings("try")
  private static List<String> rows(TableResult result) throws Exception {
    Map<String, Integer> counts = new LinkedHashMap<>();
    try (CloseableIterator<Row> changes = result.collect()) {
      while (changes.hasNext()) {
        Row change = changes.next();
        RowKind kind = change.getKind();
        boolean adds = kind == RowKind.INSERT || kind == RowKind.UPDATE_AFTER;
        counts.merge(cells(change), adds ? 1 : -1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .flatMap(row -> Collections.nCopies(row.getValue(), row.getKey()).stream())
        .toList();
  }

  private static String cells(Row row) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < row.getArity(); i++) {
      Object value = row.getField(i);
      String cell = value == null ? "NULL" : value.toString().replaceAll("[\\t\\r\\n]", " ");
      out.append(i == 0 ? "" : "\t").append(cell);
    }
    return out.toString();
  }
}
