package org.hearsay.cli.ask;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.output.Wrap;
import org.hearsay.store.Answering;
import org.hearsay.store.tables.Column;
import org.hearsay.store.tables.Table;
import org.hearsay.store.tables.Tables;
import org.hearsay.store.tables.View;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks in SQL. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = {
      "Answers SQL (DuckDB's) over what was read: pages, a store, or the topics of a cluster.",
      "--tables says which tables and columns there are. Times are in UTC."
    },
    footer = {
      "",
      "  hearsay query --pages samples/pages \"select speakerName, count(*) from claims group by"
          + " 1\"",
      "  hearsay query --store news.duckdb --file question.sql --parameter outlet=rt --format csv"
    })
public final class QueryCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "SQL", description = "One statement.")
  @Nullable String sql;

  @Option(names = "--file", paramLabel = "FILE", description = "Read the statement from a file.")
  @Nullable Path file;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "What stands for $$NAME in the statement; may be repeated.")
  Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--tables",
      description = "Print the tables with their columns and what they hold, and end.")
  boolean tables;

  @Mixin AskedOptions asked;
  @Mixin AnswerOptions answer;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (tables) {
      printTables();
      return 0;
    }
    String statement = statement();
    answer.check();
    answer.from(file);
    Map<String, @Nullable String> values = new LinkedHashMap<>(parameters);
    if (asked.readsFirst()) {
      answer.checkOnEmptyTables(statement, values);
    }
    try (Answering open = asked.open()) {
      answer.answer(open, statement, values, () -> {});
    }
    return asked.status();
  }

  private String statement() {
    if (file != null && sql != null) {
      throw new UserException("give the statement or --file, not both");
    }
    if (sql != null) {
      return sql;
    }
    if (file == null) {
      throw new UserException("give a statement, or --file FILE; --tables says what can be asked");
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read: " + UserException.why(e), e);
    }
  }

  private void printTables() {
    PrintWriter out = spec.commandLine().getOut();
    for (Table table : new Tables().all()) {
      Wrap.lines(table.name() + ": " + table.doc(), answer.width()).forEach(out::println);
      for (Column column : table.columns()) {
        printColumn(out, column.name(), " " + column.sqlType(), column.doc());
      }
      out.println();
    }
    for (View view : View.all()) {
      Wrap.lines(view.name() + ": " + view.doc(), answer.width()).forEach(out::println);
      view.columns().forEach((name, doc) -> printColumn(out, name, "", doc));
      out.println();
    }
    out.flush();
  }

  private void printColumn(PrintWriter out, String name, String type, String doc) {
    out.println("  " + Column.typed(name) + type);
    int room = Math.max(20, answer.width() - 6);
    Wrap.lines(doc, room).forEach(line -> out.println("      " + line));
  }
}
