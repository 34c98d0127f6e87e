package org.hearsay.cli.ask;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.options.WritableFolder;
import org.hearsay.cli.output.Phrases;
import org.hearsay.store.Answering;
import org.hearsay.store.StoreException;
import org.hearsay.store.tables.Table;
import org.hearsay.store.tables.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Every table as files of columns. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the tables as files, a folder a table and in it a folder a day (Hive's way,"
          + " day=2026-01-31), for DuckDB, pandas, Spark, Trino and others.",
      "The day is that of the article that a row belongs to, in UTC: when it was published, else"
          + " first seen. Of a claim of several articles it is the first report's, of a profile the"
          + " day on which its window begins, or that of the first article where the window begins"
          + " before it; a row of no article, such as the catalogue's, has the day on which it was"
          + " written. A table without rows has no folder."
    })
public final class ExportTablesCommand implements Callable<Integer> {
  /** The forms of the files. */
  enum ExportFormat {
    parquet
  }

  @Option(
      names = "--format",
      defaultValue = "parquet",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  ExportFormat format = ExportFormat.parquet;

  @Parameters(paramLabel = "DIR", description = "Where to; made where there is none.")
  Path folder;

  @Mixin AskedOptions asked;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    WritableFolder.require(folder, folder.toAbsolutePath());
    requireEmpty();
    try (Answering open = asked.open()) {
      for (Table table : new Tables().all()) {
        export(open, table);
      }
    } catch (StoreException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UserException(folder + ": cannot be written: " + UserException.why(e), e);
    }
    return asked.status();
  }

  /** Files of an earlier export beside these would be counted with them. */
  private void requireEmpty() {
    try {
      if (Files.exists(folder)) {
        try (var files = Files.list(folder)) {
          if (files.findAny().isPresent()) {
            throw new UserException(folder + ": is not empty: give a new folder");
          }
        }
      }
    } catch (IOException e) {
      throw new UserException(folder + ": cannot be read: " + UserException.why(e), e);
    }
  }

  private void export(Answering open, Table table) throws IOException {
    String dated = table.withDay();
    List<String> days = new ArrayList<>();
    open.run(
        "SELECT DISTINCT day::VARCHAR AS day FROM (" + dated + ") ORDER BY day",
        Map.of(),
        row -> days.add(String.valueOf(row.get(0))));
    PrintWriter err = spec.commandLine().getErr();
    if (days.isEmpty()) {
      err.printf("hearsay: %s: no rows, so no folder%n", table.name());
      return;
    }
    long rows = 0;
    for (String day : days) {
      Path to = folder.resolve(table.name()).resolve("day=" + day);
      Files.createDirectories(to);
      rows +=
          open.writeParquet(
              "SELECT * EXCLUDE (day) FROM (" + dated + ") WHERE day = $day::DATE",
              Map.of("day", day),
              to.resolve("rows." + format));
    }
    err.printf(
        "hearsay: %s: %s of %s%n",
        table.name(), Phrases.rows(rows), Phrases.counted(days.size(), "day", "days"));
  }
}
