package org.hearsay.cli.ask;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearsay.cli.options.TemporaryFolder;
import org.hearsay.cli.options.UserException;
import org.hearsay.cli.options.WritableFolder;
import org.hearsay.cli.output.Phrases;
import org.hearsay.cli.output.Telling;
import org.hearsay.cli.output.Wrap;
import org.hearsay.store.Answering;
import org.hearsay.store.QuerySession;
import org.hearsay.store.QueryStore;
import org.hearsay.store.StatementException;
import org.hearsay.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How an answer is given. */
final class AnswerOptions {
  /** A question that takes longer tells that it is at work. */
  private static final Duration FIRST_TOLD = Duration.ofSeconds(5);

  /** The forms of an answer. */
  enum AnswerFormat {
    table,
    csv,
    json,
    parquet;

    /** What the ending of a file's name says; nothing where it may be any. */
    static Optional<AnswerFormat> of(Path file) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      return switch (name.substring(name.lastIndexOf('.') + 1)) {
        case "csv" -> Optional.of(csv);
        case "json", "jsonl", "ndjson" -> Optional.of(json);
        case "parquet" -> Optional.of(parquet);
        default -> Optional.empty();
      };
    }
  }

  @Option(
      names = "--format",
      defaultValue = "table",
      description =
          "${COMPLETION-CANDIDATES}: for people; RFC 4180; one object a line; a file of columns,"
              + " with --out (default: as the ending of --out says, else ${DEFAULT-VALUE}).")
  AnswerFormat format = AnswerFormat.table;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write the answer there (default: standard output): .csv, .json, .jsonl, .ndjson or"
              + " .parquet says in which form. Folders are made where there are none.")
  @Nullable Path out;

  @Option(
      names = "--width",
      paramLabel = "CHARACTERS",
      description = "How wide a table may be (default: COLUMNS of the environment, else 80).")
  @Nullable Integer width;

  @Spec(Spec.Target.MIXEE)
  CommandSpec mixee;

  /** The file that the statement is from; none where it was given itself. */
  private @Nullable Path source;

  /** Says which file the statement is from, for what is wrong in it. */
  void from(@Nullable Path file) {
    source = file;
  }

  /** How wide a table may be, in characters. */
  int width() {
    return width == null ? Wrap.width(mixee) : width;
  }

  /**
   * Refuses what cannot work, before anything is read.
   *
   * @throws UserException when the options contradict each other
   */
  void check() {
    Optional<AnswerFormat> ending = out == null ? Optional.empty() : AnswerFormat.of(out);
    if (ending.isPresent() && format != ending.get()) {
      if (mixee.commandLine().getParseResult().hasMatchedOption("--format")) {
        throw new UserException(
            "--format %s contradicts --out %s, whose ending says %s: leave --format out, or give the file another name"
                .formatted(format, out, ending.get()));
      }
      format = ending.get();
    }
    if (format == AnswerFormat.parquet && out == null) {
      throw new UserException("--format parquet needs --out FILE: it is not for a terminal");
    }
    if (out != null) {
      WritableFolder.require(out, folder());
    }
  }

  /**
   * Tells what is wrong in a statement before anything is read for it.
   *
   * @throws UserException when it is wrong
   */
  void checkOnEmptyTables(String sql, Map<String, @Nullable String> parameters) {
    TemporaryFolder.require(TemporaryFolder.LIBRARIES);
    try (QueryStore empty = QueryStore.inMemory();
        QuerySession session = empty.session()) {
      session.check(sql, parameters);
    } catch (StoreException e) {
      throw told(sql, e);
    }
  }

  private @Nullable Path folder() {
    return out == null ? null : out.toAbsolutePath().getParent();
  }

  /**
   * Asks, and gives the answer.
   *
   * @param none is run where there are no rows, before anything is printed; may refuse that
   * @throws UserException when the statement is wrong, or the file cannot be written
   */
  void answer(
      Answering asked, String sql, Map<String, @Nullable String> parameters, Runnable none) {
    Telling told =
        Telling.begin(
            mixee.commandLine().getErr(),
            FIRST_TOLD,
            passed -> "asking, " + passed.toSeconds() + " s");
    try {
      give(asked, sql, parameters, none);
    } finally {
      told.end();
    }
  }

  private void give(
      Answering asked, String sql, Map<String, @Nullable String> parameters, Runnable none) {
    try {
      @Nullable Path folder = folder();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (format == AnswerFormat.parquet && out != null) {
        long rows = asked.writeParquet(sql, parameters, out);
        if (rows == 0) {
          none.run();
        }
        written(rows);
      } else if (out != null) {
        try (PrintWriter file =
            new PrintWriter(
                new BufferedWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8)))) {
          long rows = print(asked, sql, parameters, none, file);
          if (file.checkError()) {
            throw new UserException(out + ": cannot be written: is the disk full?");
          }
          written(rows);
        }
      } else {
        print(asked, sql, parameters, none, mixee.commandLine().getOut());
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UserException(out + ": cannot be written: " + UserException.why(e), e);
    } catch (StoreException e) {
      throw told(sql, e);
    }
  }

  private UserException told(String sql, StoreException e) {
    if (e instanceof StatementException statement) {
      return statement.line() == 0
          ? new UserException(statement.problem(), e)
          : wrong(sql, statement);
    }
    return new UserException(String.valueOf(e.getMessage()), e);
  }

  private void written(long rows) {
    mixee.commandLine().getErr().printf("hearsay: %s in %s%n", Phrases.rows(rows), out);
  }

  /** Shows the line with a mark below the place; what is wrong there is said last, in one line. */
  private UserException wrong(String sql, StatementException e) {
    PrintWriter err = mixee.commandLine().getErr();
    String where = "line " + e.line();
    if (e.column() > 0) {
      int[] line = sql.split("\n", -1)[e.line() - 1].replace('\t', ' ').codePoints().toArray();
      int before = Math.min(e.column() - 1, line.length);
      // A long line is shown from where the mark is in its middle.
      int from = line.length <= width() ? 0 : Math.max(0, before - width() / 2);
      int to = Math.min(line.length, from + width());
      err.println(new String(line, from, to - from).stripTrailing());
      err.println(" ".repeat(before - from) + "^");
      where += ", column " + e.column();
    }
    return new UserException((source == null ? "" : source + ", ") + where + ": " + e.problem(), e);
  }

  private long print(
      Answering asked,
      String sql,
      Map<String, @Nullable String> parameters,
      Runnable none,
      PrintWriter to) {
    TableSink table = new TableSink(to, width());
    LateHeadings sink =
        new LateHeadings(
            switch (format) {
              case csv -> new CsvSink(to);
              case json -> new JsonSink(to);
              default -> table;
            });
    try {
      long rows = asked.run(sql, parameters, sink);
      if (rows == 0) {
        none.run();
      }
      sink.hand();
      if (format == AnswerFormat.table) {
        table.finish(rows);
      }
      return rows;
    } finally {
      to.flush();
    }
  }
}
